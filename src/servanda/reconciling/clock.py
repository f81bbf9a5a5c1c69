"""Times of day, in minutes: "9.30 a.m.", "9 h 30" and "las nueve y media" are one, and neither numbers nor lengths."""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.forms import longest_first
from servanda.lexicon.language import Language
from servanda.reading.numerals import find_numerals

_TELLING = ("minute", "past", "passed", "morning", "evening")  # what no length of time has
_HOURS, _NOON, _DAY = 24, 720, 1440
_TO = re.compile(r"\s?(?:-|–|to|and|until|à|et|a|y|hasta)\s(?:las\s)?")  # between the two times of a range
_COUNTED = re.compile(r"\s?(?:%|per\b|por\b|pour\b|par\b|m?mill)")  # "at 2.50 per cent"


class TimeOfDay(NamedTuple):
    """A time of day at ``text[start:end]``: the minutes after midnight that it may mean.

    ``hours`` are set where it may be a length of time: "ramener le délai à 24 heures".
    """

    start: int
    end: int
    minutes: frozenset[int]
    hours: int | None = None


def times_of_day(folded: str, start: int, end: int, language: Language) -> list[TimeOfDay]:
    """Return the times of day in a passage; of a range also the first, which may be a bare number ("9 to 11 a.m.")."""
    found: list[TimeOfDay] = []
    for match in reversed(list(_pattern(language).finditer(folded, start, end))):
        ranged = bool(found) and _TO.fullmatch(folded, match.end(), found[-1].start) is not None
        minutes = _minutes(match, language) if ranged or _is_clear(match) else frozenset()
        if minutes:
            counted = match["hours"] and not any(match[told] for told in _TELLING)
            hours = min(minutes) // 60 if counted else None
            found.append(TimeOfDay(match.start("time"), match.end(), minutes, hours))
    return found[::-1]


def _is_clear(match: re.Match[str]) -> bool:
    """Whether the words around a number make it a time of day: "a.m.", "17 h 15", or "at" before "17 hours"."""
    if match["morning"] or match["evening"] or (match["mark"] or "").strip() in {"h", "heures", "hours"}:
        return True
    if match["minute"] and not _COUNTED.match(match.string, match.end()):
        return bool(match["hours"] or match["at"])
    return bool(match["at"] and (match["hours"] or match["past"] or match["passed"] or match["named"]))


def _minutes(match: re.Match[str], language: Language) -> frozenset[int]:
    """Return what a time may mean: one without "a.m." or "p.m." either half of the day, but not "17 h" and "9 h 30"."""
    if match["named"]:
        return frozenset({_NOON} if match["named"] in counterparts(language).clock["noon"] else {0, _DAY})
    hour = next((one.value for one in find_numerals(match.string, *match.span("hour"), language)), None)
    if hour is None or hour % 1 or hour > _HOURS:
        return frozenset()
    past = match["past"] or match["passed"]
    told = int(hour) * 60 + int(match["minute"] or 0) + (_past_the_hour(language)[past] if past else 0)
    if match["evening"]:
        return frozenset({told % _NOON + _NOON})
    of_a_day = match["hour"].isdigit() and (match["hours"] or match["mark"])
    if match["morning"] or hour > _HOURS / 2 or (of_a_day and language != "en"):
        return frozenset({told})
    return frozenset({told, told % _NOON + _NOON})


@functools.cache
def _past_the_hour(language: Language) -> dict[str, int]:
    return {word: int(minutes) for minutes, words in counterparts(language).past_the_hour.items() for word in words}


@functools.cache
def _pattern(language: Language) -> re.Pattern[str]:
    clock = counterparts(language).clock
    past = _any_of(_past_the_hour(language))
    number = r"(?<![\w.,])(?P<hour>\d{1,2}(?!\d)|[^\W\d_]+)"
    minute = r"(?P<mark>[.:]|\s?h\s?|\sheures\s|\shours\s)(?P<minute>[0-5]\d)(?!\d)"
    half = rf"\s?(?:(?P<morning>{_any_of(clock['morning'])})|(?P<evening>{_any_of(clock['evening'])}))"
    hours = rf"(?P<hours>\s?{_any_of(clock['hours'])})"
    told = rf"(?:(?P<past>{past})\s)?{number}(?:{minute})?{hours}?(?:\s(?P<passed>{past}))?"
    named = rf"(?P<named>{_any_of((*clock['noon'], *clock['midnight']))})"
    return re.compile(rf"(?:\b(?P<at>{_any_of(clock['at'])})\s)?(?P<time>\b{named}|{told}(?:{half})?)")


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first; it may touch the digits before it ("5pm")."""
    return rf"{longest_first(words)}(?!\w)"
