"""Gather what stands beside a figure: words, proper names, actors, ordinals and periods."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from servanda.lexicon.language import Language
from servanda.reading.mention import ActorValue, Date, Mention, Rank, Reading
from servanda.reconciling.figure import Beside, Span
from servanda.reconciling.sentences import Sentence, Stretch
from servanda.reconciling.terms import is_content, stem
from servanda.text.document import Document
from servanda.text.words import words

_NAME = re.compile(r"(?<=[a-zß-öø-ÿ,0-9] )[A-ZÀ-ÖØ-Þ]\w+")
_SPEAKERS = {"person", "office"}  # who says it is not what it is about
_ACTOR_WEIGHT = 3  # of an organisation; states and agreements are named everywhere
_NAME_WEIGHT = 2  # of the first word of a proper name; each further word counts as one
_MONTH = 27  # days from the first to the last
_READ = {"money", "quantity", "percent", "rank", "date", "duration", "recurrence"}


class _Term(NamedTuple):
    key: str
    weight: int
    shown: str
    marks: bool


class Surroundings:
    """One document's words, names and actors, to be asked about a stretch of it.

    ``names`` are the words that it writes with a capital inside sentences; ``states`` the ids of the states it names.
    """

    def __init__(self, document: Document, reading: Reading) -> None:
        self._document = document
        self._mentions = list(_apart(m for m in reading.mentions if m.kind in _READ or isinstance(m.value, ActorValue)))
        self._starts = [mention.start for mention in self._mentions]
        self.names = _proper_names(document)
        self.states = _states(self._mentions)

    def beside(self, stretch: Stretch, sentence: Sentence) -> Beside:
        """Return what stands in the stretch of a sentence that belongs to a figure, and in the whole sentence.

        In a list item that names no state, those of its lead-in stand beside the figure too.
        """
        here = self._within(stretch)
        if sentence.lead_in is not None and not _states(here):
            lead_in = self._document.blocks[sentence.lead_in]
            led = [m for m in self._within((lead_in.start, lead_in.end)) if _is_state(m)]
        else:
            led = []
        terms = sorted([*_actors([*here, *led]), *_ordinals(here), *self._words(stretch, here, sentence.language)])
        whole = (sentence.start, sentence.end)
        inside = self._within(whole)
        return Beside(
            terms={term.key: term.weight for term in terms},
            shown={term.key: term.shown for term in terms},
            states=_states([*here, *led]),
            marks=frozenset(term.key for term in terms if term.marks),
            ordinals=frozenset(term.key for term in terms if term.key[0] == "#"),
            periods=tuple(sorted(_periods(here))),
            sentence=frozenset(term.key for term in (*_actors(inside), *self._words(whole, inside, sentence.language))),
        )

    def _within(self, stretch: Stretch) -> list[Mention]:
        first, last = (bisect_left(self._starts, place) for place in stretch)
        return [mention for mention in self._mentions[first:last] if mention.end <= stretch[1]]

    def _words(self, stretch: Stretch, here: list[Mention], language: Language) -> Iterator[_Term]:
        """Yield the content words of a stretch, without those that a mention has read."""
        named_to = -1
        gaps = _gaps(stretch, [(m.start, m.end) for m in here if _takes_its_words(m)])
        for start, end in itertools.chain.from_iterable(words(self._document.text, *gap) for gap in gaps):
            word = self._document.text[start:end]
            lower = word.lower()
            if not is_content(lower, language):
                continue
            named = word != lower and lower in self.names
            first = named and start - named_to > 1
            named_to = end if named else named_to
            yield _Term(stem(lower, language), _NAME_WEIGHT if first else 1, word if named else lower, named)


def _actors(here: list[Mention]) -> Iterator[_Term]:
    for mention in here:
        value = mention.value
        if isinstance(value, ActorValue) and value.id is not None and value.type not in _SPEAKERS:
            common = value.type in {"state", "agreement"}
            yield _Term(f"@{value.id}", 1 if common else _ACTOR_WEIGHT, value.name, marks=not common)


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions in order, without those inside another: "US$" names no state."""
    end = -1
    for mention in mentions:
        if mention.end > end:
            yield mention
            end = mention.end


def _takes_its_words(mention: Mention) -> bool:
    """Whether the words of a mention say no more than its value: not so of what is counted, or of an unknown actor."""
    value = mention.value
    if isinstance(value, ActorValue):
        return value.id is not None or value.type in _SPEAKERS
    return mention.kind != "quantity"


def _is_state(mention: Mention) -> bool:
    return isinstance(mention.value, ActorValue) and mention.value.type == "state" and mention.value.id is not None


def _states(mentions: Iterable[Mention]) -> frozenset[str]:
    values = (mention.value for mention in mentions)
    return frozenset(v.id for v in values if isinstance(v, ActorValue) and v.type == "state" and v.id is not None)


def _ordinals(here: list[Mention]) -> Iterator[_Term]:
    for mention in here:
        if isinstance(mention.value, Rank) and mention.value.of is None:
            yield _Term(f"#{mention.value.number}", 1, mention.quote, marks=False)


def _periods(here: list[Mention]) -> Iterator[Span]:
    """Yield the periods of a month or more: that a thing was said on a Tuesday does not tell it from others."""
    for mention in here:
        value = mention.value
        if isinstance(value, Date) and (value.end - value.start).days >= _MONTH:
            yield value.start, value.end


def _gaps(stretch: Stretch, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at, end = stretch
    for first, last in taken:
        if first > at:
            yield at, first
        at = max(at, last)
    if at < end:
        yield at, end


def _proper_names(document: Document) -> frozenset[str]:
    """Return the words that the document writes with a capital inside its sentences, in lower case."""
    return frozenset(
        match[0].lower()
        for block in document.blocks
        if block.kind not in {"title", "heading"}
        for match in _NAME.finditer(document.text, block.start, block.end)
    )
