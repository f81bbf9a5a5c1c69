"""Small words around figures: where one figure's words end, what adds up, what was paid, and by when."""

import functools
import re

from servanda.lexicon.commitments import expand
from servanda.lexicon.comparing import ComparingWords, comparing_words
from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.reading.mention import Mention

_REACH = 40  # characters before a figure in which "no later than" or "of the" stands


def parting(folded: str, end: int, start: int, language: Language) -> tuple[int, int]:
    """Return where the words of one figure end, and where those of the next of its kind begin.

    A comma or a joining word parts them. Where there is none, or only a comma right after the first, the words between
    belong to both.
    """
    places = [match.start() for match in _joins(language).finditer(folded, end, start)]
    if not places or (places[-1] == end and folded[end] == ","):
        return start, end
    return places[-1], places[-1]


def said_by(folded: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Return the stretches that tell who says something: "according to the ministry"."""
    return [match.span() for match in _sources(language).finditer(folded, start, end)]


def says_total(folded: str, start: int, end: int, language: Language) -> bool:
    """Whether ``folded[start:end]`` holds a word that makes a figure in it a sum ("bringing the total to")."""
    return _totals(language).search(folded, start, end) is not None


def says_breakdown(folded: str, figure: Mention, end: int, language: Language) -> bool:
    """Whether parts follow a figure: after it stands "including" or a colon, or right before it "of the"."""
    if _breakdowns(language).search(folded, figure.end, end):
        return True
    return _wholes(language).search(folded[max(0, figure.start - _REACH) : figure.start]) is not None


def says_part(folded: str, start: int, end: int, language: Language) -> bool:
    """Whether these words make a figure in them a part of one before: "of which", "of this amount"."""
    return _parts(language).search(folded, start, end) is not None


def says_done(folded: str, start: int, end: int, language: Language) -> bool:
    """Whether a sentence speaks of money that has moved, or of something delivered."""
    return _done(language).search(folded, start, end) is not None


def says_ahead(folded: str, start: int, end: int, language: Language) -> bool:
    """Whether a sentence speaks of what is still to come."""
    return _ahead(language).search(folded, start, end) is not None


def says_due(folded: str, start: int, day: Mention, language: Language) -> bool:
    """Whether a day is one by which something is due: "no later than" before it, in its sentence, or behind it."""
    before = folded[max(start, day.start - _REACH) : day.start]
    return bool(_due_before(language).search(before) or _due_after(language).match(folded, day.end))


def _any(entries: tuple[str, ...]) -> str:
    return "|".join(re.escape(form) for form in sorted({form for entry in entries for form in expand(entry)}))


@functools.cache
def _words(language: Language) -> ComparingWords:
    return comparing_words(language)


@functools.cache
def _joins(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[;,:()]|\b(?:{_any(_words(language).joins)})\b")


@functools.cache
def _sources(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_words(language).sources)})\b[^,;:()]*")


@functools.cache
def _totals(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_words(language).totals)})\b")


@functools.cache
def _breakdowns(language: Language) -> re.Pattern[str]:
    return re.compile(rf":|\b(?:{_any(_words(language).breakdowns + _words(language).parts)})\b")


@functools.cache
def _wholes(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_words(language).wholes)})\s\Z")


@functools.cache
def _parts(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_words(language).parts)})\b")


@functools.cache
def _done(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_words(language).done)})\b")


@functools.cache
def _ahead(language: Language) -> re.Pattern[str]:
    endings = "".join(rf"|\w{{2}}{ending}\b" for ending in _words(language).ahead_endings)
    return re.compile(rf"\b(?:{_any(_words(language).ahead)})\b{endings}")


@functools.cache
def _due_before(language: Language) -> re.Pattern[str]:
    deadlines = dates(language).deadlines
    return re.compile(rf"\b(?:{_any(deadlines.by + deadlines.before)})\s(?:\w{{1,4}}\s)?\Z")


@functools.cache
def _due_after(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:{_any(dates(language).deadlines.after)})\b")
