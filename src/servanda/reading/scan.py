"""What all readers of one document share: its text, its folded text, and its stretches of one language."""

import datetime
import functools
from collections.abc import Sequence
from typing import Any

from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.cast import Cast
from servanda.reading.phrases import Found
from servanda.reading.trigger_words import trigger_words
from servanda.text.document import Block, Document
from servanda.text.folding import fold, plain, spaced
from servanda.text.sentences import sentences


class Scan:
    """A document prepared for reading.

    ``folded``, ``spaced`` and ``plain`` have the offsets of ``text``; ``plain`` is the folded text as ASCII, without
    accents. ``stretches`` are runs of neighbouring blocks in one language: start, end, language. ``day`` is the day the
    document speaks from, for dates like "next year"; None where nobody said. Readers look at the folded text, and cut
    their quotes from the text.
    """

    def __init__(self, document: Document, vocabulary: Vocabulary, day: datetime.date | None) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.text = document.text
        self.folded = fold(document.text)
        self.plain = plain(self.folded).decode("ascii")
        self.stretches = _stretches(document.blocks)
        self.day = day

    @functools.cached_property
    def spaced(self) -> str:
        """The folded text with nothing but letters, digits and spaces."""
        return spaced(self.folded)

    @functools.cached_property
    def trigger_words(self) -> list[tuple[int, Language, dict[str, list[Found[Any]]]]]:
        """The trigger words of all readers, found in one pass: the end of each stretch, its language, its words."""
        return [
            (end, language, trigger_words(self.vocabulary, language).find(self.folded, self.spaced[start:end], start))
            for start, end, language in self.stretches
        ]

    @functools.cached_property
    def cast(self) -> Cast:
        """Everybody whom the text names."""
        return Cast(self)

    @functools.cached_property
    def sentences(self) -> list[tuple[int, int, Block]]:
        """Every sentence with the block it stands in, in order."""
        return [
            (start, end, block)
            for block in self.document.blocks
            for start, end in sentences(self.text, block.start, block.end, block.language)
        ]


def _stretches(blocks: Sequence[Block]) -> list[tuple[int, int, Language]]:
    runs: list[tuple[int, int, Language]] = []
    for block in blocks:
        start = runs.pop()[0] if runs and runs[-1][2] == block.language else block.start
        runs.append((start, block.end, block.language))
    return runs
