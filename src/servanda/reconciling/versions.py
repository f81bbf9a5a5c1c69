"""A document and its reading, prepared to be laid beside another version: in another language, or of another year."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.reading.mention import ActorValue, Commitment, Mention, Reading
from servanda.reading.numerals import find_numerals
from servanda.reconciling.clock import times_of_day
from servanda.reconciling.coded import Coded, coded
from servanda.reconciling.stated import Stated
from servanda.reconciling.stating import bare_number, clock_time, is_year, stated
from servanda.reconciling.stretches import Stretches
from servanda.reconciling.terms import is_content, stem
from servanda.reconciling.unread import with_unread
from servanda.text.document import BlockKind, Document
from servanda.text.folding import fold
from servanda.text.sentences import sentences
from servanda.text.words import words

# Characters that say the same as one in English: French and Spanish take about an eighth more.
_EXPANSION: dict[Language, float] = {"en": 1.0, "fr": 1.14, "es": 1.12}
_MARKER = re.compile(r"(?:(\d{1,3}\.\d{1,3})(?:\.\d{1,3})*|(\d{1,3})[.)])\s")  # "2.3 ", "4. "


class Segment(NamedTuple):
    """A piece of a text, ``text[start:end]``: a block, or a part of one; ``block`` is its index in the document.

    ``size`` is its length in characters of English; ``terms`` are what it shares with the same piece in another
    version: stems of words and cognates, numbers and days ("#140"), and actors ("@CA").
    """

    start: int
    end: int
    language: Language
    block: int
    kind: BlockKind
    size: float
    terms: frozenset[str]


class Version:
    """One document with its reading."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document = document
        self.reading = reading
        self.folded = fold(document.text)

    @property
    def key(self) -> tuple[Language, str, str]:
        """Return what puts versions in one order, however they came in."""
        return self.document.language, self.document.name, self.document.sha256

    @functools.cached_property
    def blocks(self) -> tuple[Segment, ...]:
        """The blocks of the document."""
        return tuple(self.segment(index, block.start, block.end) for index, block in enumerate(self.document.blocks))

    def sentences(self, segment: Segment) -> Iterator[Segment]:
        """Yield the sentences of a block."""
        for start, end in sentences(self.document.text, segment.start, segment.end, segment.language):
            yield self.segment(segment.block, start, end)

    def segment(self, index: int, start: int, end: int) -> Segment:
        """Return a part of a block, with its terms."""
        block = self.document.blocks[index]
        language = block.language
        meanings = _meanings(language)
        said = (self.folded[first:last] for first, last in words(self.folded, start, end))
        stems = {
            stem(word, language) for word in said if is_content(word, language) or stem(word, language) in meanings
        }
        terms = {meanings.get(word, word) for word in stems}
        terms.update(f"#{value}" for one in self.stated(start, end, language) for value in one.values)
        for mention in self.within(start, end):
            if isinstance(mention.value, ActorValue) and mention.value.id:
                terms.add(f"@{mention.value.id}")
            elif isinstance(mention.value, Commitment):
                terms.update((f"!{mention.value.force}", f"!{mention.value.stage}"))
        size = (end - start) / _EXPANSION[language]
        return Segment(start, end, language, index, block.kind, size, frozenset(terms))

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin in ``text[start:end]``."""
        mentions = self.reading.mentions
        first = bisect.bisect_left(mentions, start, key=_start)
        return mentions[first : bisect.bisect_left(mentions, end, key=_start)]

    def stated(self, start: int, end: int, language: Language) -> list[Stated]:
        """Return the numbers, lengths of time, days and rhythms in ``text[start:end]``, without a marker at its head.

        Numbers that are part of no mention count too: "the two countries", "pillar 4".
        """
        mentions = self.within(start, end)
        read = [
            value
            for mention in mentions
            if (value := stated(mention, self.folded, language, self.document.date)) is not None
        ]
        times = times_of_day(self.folded, start, end, language)
        clock = Stretches((time.start, time.end) for time in times)
        numerals = [
            one for one in find_numerals(self.folded, start, end, language) if not clock.meet(one.start, one.end)
        ]
        found = with_unread(read, coded(self.folded, start, end, language, numerals))
        taken = [(one.start, one.end) for one in found]
        taken += [(mention.start, mention.end) for mention in mentions if isinstance(mention.value, ActorValue)]
        bare = [bare_number(one, self.folded, language) for one in numerals if not is_year(one, self.folded, language)]
        stretches = Stretches(taken)
        found += [one for one in bare if not stretches.meet(one.start, one.end)]
        found = [one for one in found if not clock.meet(one.start, one.end)]
        found += map(clock_time, times)
        marker = _MARKER.match(self.folded, start, end)
        if marker is None:
            return found
        return [one for one in found if one.start > start or (marker[1] or marker[2]) not in one.values]

    def after_marker(self, start: int, end: int) -> int:
        """Return where ``text[start:end]`` begins after the marker of a paragraph or an item ("2. ")."""
        marker = _MARKER.match(self.folded, start, end)
        return marker.end() if marker else start

    def coded(self, start: int, end: int, language: Language) -> Coded:
        """Return ``text[start:end]`` by what its words do."""
        return coded(self.folded, start, end, language, list(find_numerals(self.folded, start, end, language)))


def _start(mention: Mention) -> int:
    return mention.start


@functools.cache
def _meanings(language: Language) -> dict[str, str]:
    """Return, by the stem of a word, the name of its meaning in the three languages."""
    return {
        stem(word, language): f"={name}" for name, words in counterparts(language).meanings.items() for word in words
    }
