"""The sentences of a document that measure something, each with what it measures."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from servanda.lexicon.language import Language
from servanda.reading.mention import Date, Duration, Mention, Quantity
from servanda.reading.times.distances import DISTANCE
from servanda.reconciling.cues import cues
from servanda.reconciling.measured import Measured, measured
from servanda.reconciling.terms import is_content
from servanda.text.document import Document
from servanda.text.folding import fold
from servanda.text.sentences import sentences

Pair = tuple[Mention, Measured]
Stretch = tuple[int, int]

_MONTHS = 12  # ahead, from which on a day is a length of time
_LEADS = 40  # characters before a figure in which "against" stands
_FOLLOWS = 24  # characters after a figure in which "more than" stands


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
            pairs: list[Pair] = []
            while at < len(mentions) and mentions[at].start < end:
                told = _as_length(mentions[at], document.date)
                named = _with_noun(told, document.text, (start, end), block.language)
                value = measured(named, block.language, money)
                if (
                    value is not None
                    and pairs
                    and _is_bare(value)
                    and _is_compared(document, mentions[at : at + 2], end, block.language)
                ):
                    value = _of_one_unit(value, pairs[-1][1])
                if value is not None and pairs and value.kind == "rhythm" and _counts(pairs[-1], mentions[at]):
                    value = value.times(pairs[-1][1].amount)  # "three meetings a year"
                if value is not None and not _is_distance(document, mentions[at], block.language):
                    pairs.append((told, value))
                    money = value if value.kind == "money" else money
                at += 1
            if pairs:
                leads = lead_in if block.kind == "list_item" else None
                yield Sentence(start, end, number, index, leads, block.language), pairs
            number += 1


def _counts(pair: Pair, rhythm: Mention) -> bool:
    """Whether a number stands right before a rhythm: "three yearly meetings", "tres sesiones anuales"."""
    mention, value = pair
    return value.kind == "quantity" and mention.start < rhythm.start <= mention.end + 1


def _is_bare(value: Measured) -> bool:
    return value.kind == "quantity" and value.unit is None


def _is_compared(document: Document, mentions: Sequence[Mention], end: int, language: Language) -> bool:
    """Whether the first of two mentions is that with which a number before it is compared: "260 metres, against 190".

    Not so in a sentence that goes on to what it is compared with: "from 70 to 120".
    """
    first, *following = mentions
    if any(one.kind == first.kind and one.start < end for one in following):
        return False
    return cues(language).leads_to_compared(fold(document.text[max(0, first.start - _LEADS) : first.start]))


def _of_one_unit(value: Measured, compared: Measured) -> Measured:
    """Return a bare number as one of what the number before it counts."""
    if compared.kind != "quantity":
        return value
    return msgspec.structs.replace(compared, amount=value.amount, low=value.low, high=value.high, exact=value.exact)


def _is_distance(document: Document, mention: Mention, language: Language) -> bool:
    """Whether a figure only says how far one thing is from another: "2.5 million more than agreed"."""
    return cues(language).says_difference(fold(document.text[mention.end : mention.end + _FOLLOWS]))


def _as_length(mention: Mention, today: datetime.date | None) -> Mention:
    """Return a day that is a year or more ahead ("rendra en vingt ans") as the length of time by which it is told."""
    value = mention.value
    if not isinstance(value, Date) or mention.rule != DISTANCE or today is None:
        return mention
    years, months = value.start.year - today.year, value.start.month - today.month
    if value.granularity == "year" and years > 0:
        return _lasting(mention, f"P{years}Y")
    if value.granularity == "month" and 12 * years + months >= _MONTHS:
        return _lasting(mention, f"P{12 * years + months}M")
    return mention


def _lasting(mention: Mention, iso: str) -> Mention:
    return msgspec.structs.replace(mention, kind="duration", value=Duration(iso))


def _with_noun(mention: Mention, text: str, sentence: Stretch, language: Language) -> Mention:
    """Return a bare number with its noun where words lead to it: "put the number of jobs at 1,100"."""
    value = mention.value
    if not isinstance(value, Quantity) or value.unit is not None:
        return mention
    start, end = sentence
    noun = cues(language).counted(fold(text[start : mention.start]), fold(text[mention.end : end]))
    if noun is None or not is_content(noun, language):
        return mention
    return msgspec.structs.replace(mention, value=msgspec.structs.replace(value, unit=noun))
