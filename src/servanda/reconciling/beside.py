"""Gather what stands beside a figure: words, proper names, actors, ordinals and periods."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.reading.mention import ActorValue, Date, Mention, Quantity, Rank, Reading
from servanda.reconciling.cues import EVENTS, FORMER, START, UNLASTING, YEARLY, Occasion, cues
from servanda.reconciling.figure import Beside, Span
from servanda.reconciling.sentences import Sentence, Stretch
from servanda.reconciling.stretches import Line, Stretches
from servanda.reconciling.terms import is_content, meaning, stem, unit_head, unit_name
from servanda.text.document import Block, Document
from servanda.text.words import words

_NAME = re.compile(r"(?<=[a-zß-öø-ÿ,0-9] )[A-ZÀ-ÖØ-Þ]\w+")
_SPEAKERS = {"person", "office"}  # who says it is not what it is about
_ACTOR_WEIGHT = 3  # of an organisation; states are named everywhere
_EVENT_WEIGHT = 3  # of what happens on a day, beside the day
_NAME_WEIGHT = 2  # of the first word of a proper name; each further word counts as one
_BEFORE = 200  # characters before a sentence in which stands what its numbers count
_RIGHT_BEFORE, _BEHIND = 14, 30  # characters from a number in which "a year" stands
_NEAR = 40  # characters from a length of time in which "after" or "notice" stand
_MONTH = 27  # days from the first to the last
_FRAMES = frozenset({"treaty", "programme"})  # under which things begin, whatever they are
_OF = 10  # characters of "de las"
_OF_THEIR_OWN = frozenset({"grace", "guarantee", "notice"})  # whose length is not that of what else is named
_FIRST = "#1"
LENGTH = "=length"  # what a length of time tells of what lasts so long
SIGNED = "=signed"  # the term of a signature, in all languages
_READ = {"money", "quantity", "percent", "rank", "date", "duration", "recurrence"}


class _Term(NamedTuple):
    start: int
    key: str
    weight: int
    shown: str
    sort: Literal["word", "name", "organisation", "state", "count", "ordinal", "signature"]


class _Period(NamedTuple):
    start: int
    span: Span


class Inside:
    """All that stands in one sentence, to be asked about a part of it."""

    def __init__(
        self,
        terms: list[_Term],
        periods: list[_Period],
        led_in_by: list[_Term],
        occasions: list[Occasion],
        before: frozenset[str],
    ) -> None:
        self._terms = Line(terms)
        self._periods = Line(periods)
        self._led_in_by = led_in_by
        told = {UNLASTING, FORMER, YEARLY, *EVENTS}
        self._told = Line(occasion for occasion in occasions if occasion.name in told)
        self._lasting = Line(occasion for occasion in occasions if occasion.name not in told)
        self._beginning = Line(one for one in occasions if one.name not in told | _FRAMES)
        self._sentence = frozenset(term.key for term in terms if term.sort != "count")
        self._around = self._sentence | before

    def beside(self, figure: Mention, stretch: Stretch) -> Beside:
        """Return what stands in a stretch of the sentence beside a figure; in a list item, also who leads it in."""
        start, end = stretch
        here = [
            term for term in self._terms.within(start, end) if term.sort != "count" or term.start != figure.start
        ] + self._led_in_by
        if figure.kind == "date":
            here = [term._replace(weight=_EVENT_WEIGHT) if term.sort == "signature" else term for term in here]
        here.sort(key=lambda term: (term.key, term.weight))
        return Beside(
            terms={term.key: term.weight for term in here},
            shown={term.key: term.shown for term in here},
            states=frozenset(term.key for term in here if term.sort == "state"),
            marks=frozenset(term.key for term in here if term.sort in {"name", "organisation"}),
            ordinals=frozenset(term.key for term in here if term.sort == "ordinal"),
            periods=tuple(sorted(it.span for it in self._periods.within(start, end) if it.start != figure.start)),
            sentence=self._sentence,
            around=self._around,
            events=self._events(figure, stretch, here),
            subjects=self._subjects(figure, stretch),
            yearly=self._is_yearly(figure, end),
            former=any(occasion.name == FORMER for occasion in self._told.within(start, end)),
        )

    def _is_yearly(self, figure: Mention, end: int) -> bool:
        """Whether so much comes every year: "80 students a year", "every year 80 students"."""
        near = self._told.within(figure.start - _RIGHT_BEFORE, min(figure.end + _BEHIND, end))
        return figure.kind != "duration" and any(occasion.name == YEARLY for occasion in near)

    def _events(self, figure: Mention, stretch: Stretch, here: list[_Term]) -> frozenset[str]:
        """Return what happens on a day, or that a length of time is how long something lasts.

        It is what is told last before the day, or else first behind it; what is first begins something.
        """
        start, end = stretch
        if figure.kind == "duration":
            near = self._told.within(max(start, figure.start - _NEAR), min(end, figure.end + _NEAR))
            return frozenset() if any(occasion.name == UNLASTING for occasion in near) else frozenset({LENGTH})
        told = [
            (occasion.start, occasion.name) for occasion in self._told.within(start, end) if occasion.name in EVENTS
        ]
        first = [(term.start, START) for term in here if term.key == _FIRST]
        before = [event for event in first or told if event[0] < figure.start]
        told += first
        nearest = max(before) if before else min(told, default=None)
        return frozenset({nearest[1]} if nearest else ())

    def _subjects(self, figure: Mention, stretch: Stretch) -> frozenset[str]:
        """Return what begins or ends on a day: the last that is named before it. A length may be that of any beside."""
        start, end = stretch
        if figure.kind == "duration" and (here := self._lasting.within(start, end)):
            last = min(here, key=lambda one: max(figure.start - one.end, one.start - figure.end))
            own = [one for one in here if one.name in _OF_THEIR_OWN and 0 <= last.start - one.end <= _OF]
            if last.name in _OF_THEIR_OWN or own:  # "the guarantee of the works is of two years"
                return frozenset({(own or [last])[-1].name})
            return frozenset(occasion.name for occasion in here) - _OF_THEIR_OWN
        subjects = self._lasting if figure.kind == "duration" else self._beginning
        before, behind = subjects.within(start, figure.start), subjects.within(figure.start, end)
        nearest = before[-1] if before else behind[0] if behind else subjects.last_before(start)
        return frozenset({nearest.name} if nearest else ())


class Surroundings:
    """One document's words, names and actors.

    ``names`` are the words that it writes with a capital inside sentences, ``capitals`` those that it never writes
    small, wherever they stand, without the names of states; ``states`` are the ids of the states it names.
    """

    def __init__(self, document: Document, reading: Reading, folded: str) -> None:
        self._document = document
        self._folded = folded
        self._mentions = list(_apart(m for m in reading.mentions if m.kind in _READ or isinstance(m.value, ActorValue)))
        self._starts = [mention.start for mention in self._mentions]
        self.names = _proper_names(document)
        self.capitals = _never_small(document, [(m.start, m.end) for m in self._mentions if _names_state(m)])
        self.states = frozenset(term.key for term in _actors(self._mentions) if term.sort == "state")

    def inside(self, sentence: Sentence) -> Inside:
        """Return all that stands in a sentence. A list item that names no state is led in by those of its lead-in."""
        here = self._within(sentence.start, sentence.end)
        found = [*_actors(here), *_numbers(here, sentence.language), *self._words(sentence, here)]
        said_by = cues(sentence.language).said_by(self._folded, sentence.start, sentence.end)
        terms = [term for term in found if not any(start <= term.start < end for start, end in said_by)]
        dates = [(mention.start, mention.end) for mention in here if isinstance(mention.value, Date)]
        besides = Stretches(said_by + dates)
        occasions = [
            occasion
            for occasion in cues(sentence.language).occasions(self._folded, sentence.start, sentence.end)
            if not besides.meet(occasion.start, occasion.start + 1)
        ]
        led_in_by: list[_Term] = []
        if sentence.lead_in is not None and all(term.sort != "state" for term in terms):
            block = self._document.blocks[sentence.lead_in]
            led_in_by = [term for term in _actors(self._within(block.start, block.end)) if term.sort == "state"]
        return Inside(terms, list(_periods(here)), led_in_by, occasions, self._before(sentence))

    def _before(self, sentence: Sentence) -> frozenset[str]:
        """Return what the words right before a sentence mean: a number in it may count what they name."""
        block = self._document.blocks[sentence.block]
        lower = self._document.text[max(block.start, sentence.start - _BEFORE) : sentence.start].lower()
        found = (lower[start:end] for start, end in words(lower, 0, len(lower)))
        return frozenset(meaning(word, sentence.language) for word in found if is_content(word, sentence.language))

    def _within(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if mention.end <= end]

    def _words(self, sentence: Sentence, here: list[Mention]) -> Iterator[_Term]:
        """Yield the content words of a sentence, without those that a mention has read."""
        text, named_to, small = self._document.text, -1, cues(sentence.language)
        gaps = _gaps((sentence.start, sentence.end), [(m.start, m.end) for m in here if _takes_its_words(m)])
        agreements = [(m.start, m.end) for m in here if isinstance(m.value, ActorValue) and m.value.type == "agreement"]
        for start, end in itertools.chain.from_iterable(words(text, *gap) for gap in gaps):
            word = text[start:end]
            lower = word.lower()
            if not is_content(lower, sentence.language):
                continue
            if small.says_signed(lower):
                yield _Term(start, SIGNED, 1, lower, "signature")
            elif word == lower or lower not in self.names or any(first <= start < last for first, last in agreements):
                yield _Term(start, meaning(lower, sentence.language), 1, lower, "word")
            else:
                weight = 1 if start - named_to == 1 else _NAME_WEIGHT
                yield _Term(start, stem(lower, sentence.language), weight, word, "name")
                named_to = end


def _actors(mentions: Iterable[Mention]) -> Iterator[_Term]:
    for mention in mentions:
        value = mention.value
        if not isinstance(value, ActorValue) or value.id is None or value.type in _SPEAKERS:
            continue
        if value.type == "state":
            yield _Term(mention.start, f"@{value.id}", 1, value.name, "state")
        elif value.type != "agreement":
            yield _Term(mention.start, f"@{value.id}", _ACTOR_WEIGHT, value.name, "organisation")


def _numbers(mentions: Iterable[Mention], language: Language) -> Iterator[_Term]:
    """Yield what is counted beside a figure ("three schools"), and what comes first or second."""
    for mention in mentions:
        value = mention.value
        if isinstance(value, Quantity) and value.unit is not None:
            if is_content(unit_head(value.unit, language), language):
                key = f"{value.number} {unit_name(value.unit, language)}"
                yield _Term(mention.start, key, 1, mention.quote, "count")
        elif isinstance(value, Rank) and value.of is None:
            yield _Term(mention.start, f"#{value.number}", 1, mention.quote, "ordinal")


def _periods(mentions: Iterable[Mention]) -> Iterator[_Period]:
    """Yield the periods of a month or more: that a thing was said on a Tuesday does not tell it from others."""
    for mention in mentions:
        value = mention.value
        if isinstance(value, Date) and (value.end - value.start).days >= _MONTH:
            yield _Period(mention.start, (value.start, value.end))


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions in order, without those inside another: "US$" names no state, but "57 Kenyan nurses" does."""
    end = -1
    for mention in mentions:
        if mention.end > end:
            yield mention
            end = mention.start if isinstance(mention.value, Quantity) else mention.end


def _takes_its_words(mention: Mention) -> bool:
    """Whether the words of a mention say no more than its value.

    Not so of what is counted, of an actor whom nobody knows, or of an agreement, which goes by many names.
    """
    value = mention.value
    if isinstance(value, ActorValue):
        return value.type in _SPEAKERS or (value.id is not None and value.type != "agreement")
    return mention.kind != "quantity"


def _gaps(stretch: Stretch, taken: Iterable[Stretch]) -> Iterator[Stretch]:
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
        if is_content(match[0].lower(), block.language)
    )


def _never_small(document: Document, states: list[Stretch]) -> frozenset[str]:
    """Return the words that the document writes with a capital only, plain and small: most of them are names.

    Those of states, given by where they stand, are left out.
    """
    large, small = set[str](), set[str]()
    for block in document.blocks:
        for start, end in itertools.chain.from_iterable(
            words(document.text, *gap) for gap in _gaps((block.start, block.end), _within_block(states, block))
        ):
            word = document.text[start:end]
            if is_content(word.lower(), block.language):
                (small if word[0].islower() else large).add(unaccented(word.lower()))
    return frozenset(large - small)


def _within_block(stretches: list[Stretch], block: Block) -> list[Stretch]:
    first, last = (bisect_left(stretches, (at, at)) for at in (block.start, block.end))
    return stretches[first:last]


def _names_state(mention: Mention) -> bool:
    return isinstance(mention.value, ActorValue) and mention.value.type == "state"
