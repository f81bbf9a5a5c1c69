"""The sentences of a document that measure something, each with what it measures."""

from collections.abc import Iterator
from typing import NamedTuple

from servanda.lexicon.language import Language
from servanda.reading.mention import Mention
from servanda.reconciling.measured import Measured, measured
from servanda.text.document import Document
from servanda.text.sentences import sentences

Pair = tuple[Mention, Measured]
Stretch = tuple[int, int]


class Sentence(NamedTuple):
    """A sentence: its number in the document and its block, both from 0, and the block that leads in its list."""

    start: int
    end: int
    number: int
    block: int
    lead_in: int | None
    language: Language


def measuring_sentences(document: Document, mentions: list[Mention]) -> Iterator[tuple[Sentence, list[Pair]]]:
    """Yield each sentence that measures something. A block without mentions counts as one sentence."""
    number, at, lead_in = 0, 0, None
    for index, block in enumerate(document.blocks):
        if block.kind != "list_item":
            lead_in = index
        if at == len(mentions) or mentions[at].start >= block.end:
            number += 1
            continue
        money = None
        for start, end in sentences(document.text, block.start, block.end, block.language):
            pairs = []
            while at < len(mentions) and mentions[at].start < end:
                value = measured(mentions[at], block.language, money)
                if value is not None:
                    pairs.append((mentions[at], value))
                    money = value if value.kind == "money" else money
                at += 1
            if pairs:
                leads = lead_in if block.kind == "list_item" else None
                yield Sentence(start, end, number, index, leads, block.language), pairs
            number += 1
