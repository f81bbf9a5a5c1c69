"""Small words around figures: where one figure's words end, who says it, what adds up, what was paid, and by when."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from servanda.lexicon.comparing import comparing_words
from servanda.lexicon.dates import dates
from servanda.lexicon.forms import expand
from servanda.lexicon.language import Language
from servanda.reading.mention import Mention
from servanda.reconciling.patterns import any_of

START, END = "=start", "=end"  # the terms of what begins and of what ends, in all languages
EVENTS = frozenset({START, END})
UNLASTING = "unlasting"  # the name of words beside a length of time that is not that of what stands beside it
YEARLY = "yearly"  # of words by which so much comes every year, month or day
FORMER = "former"  # of words that tell of an earlier thing
_REACH = 40  # characters before a figure in which "no later than" or "of the" stands
_MORE = 14  # characters after a figure in which "more" stands
_INTO_THE_NEXT = 24  # characters of the next figure's words in which "of them" stands: "231 pilots, 118 of them"


class Occasion(NamedTuple):
    """A word or phrase for what begins, ends or lasts, or for its beginning or end, by the name of its meaning."""

    name: str
    start: int
    end: int


class Cues:
    """The small words of one language, to be looked for in folded text."""

    def __init__(self, language: Language) -> None:
        words, deadlines = comparing_words(language), dates(language).deadlines
        endings = "".join(rf"|\w{{2}}{ending}\b" for ending in words.ahead_endings)
        self._joins = re.compile(rf"[;,:()]|\b(?:{_any(words.joins)})\b")
        self._sources = re.compile(rf"\b(?:{_any(words.sources)})\b[^,;:()]*")
        said, that = _any(words.sayings), _any(words.that)
        self._said_first = re.compile(rf"[^,;:()]{{0,80}}?\b(?:{said})\b[^,;:()]{{0,40}}?\b(?:{that})(?:\b|(?<='))")
        self._said_last = re.compile(
            rf",[^,;:()\d]{{0,80}}?\b(?:{said})\b(?![^,;:()]{{0,20}}\b(?:{that})\b)[^;:()\d]*\Z"
        )
        self._said_between = re.compile(rf",[^,;:()\d]{{0,80}}?\b(?:{said})\b[^,;:()\d]{{0,40}}(?=,)")
        self._more = re.compile(rf"\s(?:{_any(words.comparisons)})\b")
        self._signing = re.compile(_any(words.signing))
        self._totals = re.compile(rf"\b(?:{_any(words.totals)})\b")
        self._wholes = re.compile(rf"\b(?:{_any(words.wholes)})\s\Z")
        self._breakdowns = re.compile(rf":|\b(?:{_any(words.breakdowns + words.parts)})\b")
        self._parts = re.compile(rf"\b(?:{_any(words.parts)})\b")
        self._counting = re.compile(rf"\b(?:{_any(words.counting)})\s?(\w+)\b[^.;:()\d]{{0,80}}\Z")
        self._counted_after = re.compile(
            rf"\s{any_of(words.counted_after)}\s(?:\d+\s|[^\W\d]{{1,6}}\s)?([^\W\d]\w+)|\s(?:\w{{1,3}}\s)?{any_of(words.counting)}\s?(\w+)"
        )
        staffs = any_of(words.staffs)
        self._staffs = re.compile(rf"({staffs})\s(?:of|de|d')\s?(?:\w+\s)?\Z")
        self._numbering = re.compile(rf"\b(\w{{3,}})\s{any_of(words.numbering)}\s(?:\w+\s)?\Z")
        self._rests = re.compile(rf"\b(?:{_any(words.rests)})\b")
        self._done = re.compile(rf"\b(?:{_any(words.done)})\b")
        self._undone = re.compile(rf"{any_of(words.undone)}\s\Z")
        self._ahead = re.compile(rf"\b(?:{_any(words.ahead)})\b{endings}")
        self._due_before = re.compile(rf"\b(?:{_any(deadlines.by + deadlines.before)})\s(?:\w{{1,4}}\s)?\Z")
        self._added = re.compile(rf"{any_of(words.added)}\s(?:\w{{1,6}}\s)?\Z")
        self._added_after = re.compile(rf"\s{any_of(words.added_after)}")
        self._compared = re.compile(rf"{any_of(words.compared)}\s(?:\w{{1,6}}\s)?\Z")
        self._appointed = re.compile(rf"\b(?:{_any(words.appointed)})\s(?:\w{{1,4}}\s)?\Z")
        named = {
            START: words.starts,
            END: words.ends,
            UNLASTING: words.not_lasting,
            FORMER: words.formers,
            YEARLY: words.yearly,
            **words.subjects,
        }
        self._occasions = {name: re.compile(any_of(entries)) for name, entries in named.items()}
        self._due_after = re.compile(rf"[\s,]*(?:{_any(deadlines.after)})\b")

    def parting(self, folded: str, end: int, start: int) -> tuple[int, int]:
        """Return where the words of one figure end, and where those of the next of its kind begin.

        A comma or a joining word parts them. Where there is none, or only a comma right after the first, the words
        between belong to both.
        """
        places = [match.start() for match in self._joins.finditer(folded, end, start)]
        if not places or (places[-1] == end and folded[end] == ","):
            return start, end
        return places[-1], places[-1]

    def said_by(self, folded: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches that tell who says something: "according to the ministry", "the mayor said that"."""
        found = [match.span() for match in self._sources.finditer(folded, start, end)]
        first = self._said_first.match(folded, start, end)
        last = self._said_last.search(folded[start:end])
        found += [] if first is None else [first.span()]
        found += [match.span() for match in self._said_between.finditer(folded, start, end)]
        return found + ([] if last is None else [(start + last.start(), end)])

    def counted(self, before: str, after: str) -> str | None:
        """Return the noun that a bare number counts by what stands before and after it: "the number of jobs at"."""
        match = self._counting.search(before) or self._staffs.search(before[-_REACH:])
        match = match or self._counted_after.match(after) or self._numbering.search(before[-_REACH:])
        return None if match is None else next(filter(None, match.groups()))

    def says_difference(self, after: str) -> bool:
        """Whether what follows a figure makes it the distance from another: "2.5 million more than agreed"."""
        return self._more.match(after) is not None

    def says_added(self, folded: str, figure: Mention) -> bool:
        """Whether a number is of what comes to something: "by 90 schools", "90 more schools"."""
        if self._added.search(folded[max(0, figure.start - _REACH) : figure.start]):
            return True
        return self._added_after.search(folded, figure.start, figure.end + _MORE) is not None

    def says_compared(self, folded: str, figure: Mention) -> bool:
        """Whether another number is compared with a number: "up from 540", "against 189 now"."""
        return self.leads_to_compared(folded[max(0, figure.start - _REACH) : figure.start])

    def leads_to_compared(self, before: str) -> bool:
        """Whether words lead to a number with which another is compared."""
        return self._compared.search(before) is not None

    def says_signed(self, word: str) -> bool:
        """Whether a word tells that something is signed."""
        return self._signing.fullmatch(word) is not None

    def says_total(self, folded: str, start: int, end: int) -> bool:
        """Whether a stretch holds a word that makes a figure in it a sum: "bringing the total to"."""
        return self._totals.search(folded, start, end) is not None

    def says_breakdown(self, folded: str, figure: Mention, following: int, end: int) -> bool:
        """Whether parts follow a figure: up to the next stands "including" or a colon, or right before it "of the"."""
        if self._breakdowns.search(folded, figure.end, min(following + _INTO_THE_NEXT, end)):
            return True
        return self._wholes.search(folded[max(0, figure.start - _REACH) : figure.start]) is not None

    def says_complete(self, folded: str, figure: Mention, following: int, end: int) -> bool:
        """Whether all parts of a figure are told after it: a colon leads to them, and no rest is left to tell."""
        return ":" in folded[figure.end : following] and self._rests.search(folded, figure.end, end) is None

    def says_part(self, folded: str, start: int, end: int) -> bool:
        """Whether a stretch makes the figure in it a part of one before: "of which", "of this amount"."""
        return self._parts.search(folded, start, end) is not None

    def says_done(self, folded: str, start: int, end: int) -> bool:
        """Whether a stretch speaks of money that has moved, or of something delivered."""
        return any(
            not self._undone.search(folded[max(start, match.start() - _MORE) : match.start()])
            for match in self._done.finditer(folded, start, end)
        )

    def says_ahead(self, folded: str, start: int, end: int) -> bool:
        """Whether a stretch speaks of what is still to come."""
        return self._ahead.search(folded, start, end) is not None

    def says_due(self, folded: str, start: int, day: Mention) -> bool:
        """Whether something is due by a day: "no later than" stands before it, not before ``start``, or behind it."""
        before = folded[max(start, day.start - _REACH) : day.start]
        due = self._due_before.search(before) and not self._appointed.search(before)
        return bool(due or self._due_after.match(folded, day.end))

    def occasions(self, folded: str, start: int, end: int) -> Iterator[Occasion]:
        """Yield the words for what begins, ends or lasts, and those that say so, each by its name and its place."""
        for name, pattern in self._occasions.items():
            yield from (Occasion(name, *match.span()) for match in pattern.finditer(folded, start, end))


@functools.cache
def cues(language: Language) -> Cues:
    """Return the small words of a language."""
    return Cues(language)


def _any(entries: tuple[str, ...]) -> str:
    return "|".join(re.escape(form) for form in sorted({form for entry in entries for form in expand(entry)}))
