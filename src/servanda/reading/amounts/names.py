"""Tell numbers that count from those that only name: years, ages, articles, list numbers, times of day."""

import re

from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import words_around
from servanda.reading.times.no_lengths import is_age, is_time_of_day

_BRACKETS = frozenset("()[]")
_INNER = frozenset(":/-")
_CLOCK = re.compile(r" ?[ap]\.? ?m(?![^\W_])")
_HOUR = re.compile(r" h(?![^\W_])")
_AFTER = re.compile(r" (?:de |of )?([^\W\d_]+)")
_LINK = 6  # characters between two numbers of one list
_YEARS = range(1500, 2200)
_LAST_DAY = 31
_SMALL = range(2, 5)  # two to four of a group that is known already


def names_something(stretch: Stretch, counted: Counted, before: Counted | None) -> bool:
    """Whether a quantity is none: a year, a day, a number that names ("article 5", "Agenda 2030", "(3)"), or a pronoun.

    ``before`` is a number before it that names: "articles 5, 6 and 7" are three names.
    """
    numeral = counted.numeral
    if numeral.kind == "fraction" or numeral.scale > 1 or counted.value != numeral.value:
        return False
    after = _AFTER.match(stretch.folded, numeral.end, stretch.end)
    following = after[1] if after is not None else ""
    return (
        _is_collective(stretch, counted)
        or _is_manner(stretch, counted)
        or _is_label(stretch, counted, before, following)
        or following in words_around(stretch.language).multiples  # "two times more"
        or _is_age_or_time(stretch, counted)
        or (counted.bare and (_is_year(stretch, counted) or _is_marked(stretch, counted) or _is_told(stretch, counted)))
    )


def _is_label(stretch: Stretch, counted: Counted, before: Counted | None, following: str) -> bool:
    """Whether digits are a name or a day: "article 5", "Article 34.7", "3 May"; ``following`` is the next word."""
    known = words_around(stretch.language)
    written = stretch.folded[counted.start : counted.numeral.end]
    word = stretch.word_before(counted.start)
    if not written.isdecimal():
        return counted.bare and "." in written and word in known.labels
    if word in known.labels or following in known.months:
        return True
    if counted.bare and word in known.months and counted.value <= _LAST_DAY:
        return True
    return before is not None and _goes_on(stretch, before, counted)


def _is_age_or_time(stretch: Stretch, counted: Counted) -> bool:
    """Whether a number is somebody's age or a time of day."""
    start, end = counted.numeral.start, counted.numeral.end
    return (
        _CLOCK.match(stretch.folded, end, stretch.end) is not None
        or is_age(stretch.text, stretch.plain, start, end, stretch.language)
        or is_time_of_day(stretch.plain, start, end, stretch.language)
    )


def _is_collective(stretch: Stretch, counted: Counted) -> bool:
    """Whether a small number says only who is meant: "the two leaders", "tous les trois pays"."""
    known = words_around(stretch.language)
    small = counted.numeral.words and counted.value in _SMALL
    return small and counted.unit in known.collectives and stretch.word_before(counted.start) in known.definites


def _is_manner(stretch: Stretch, counted: Counted) -> bool:
    """Whether a number with a hyphen says how something is: "two-way trade"."""
    hyphen = stretch.folded[counted.numeral.end : counted.numeral.end + 1] == "-"
    return hyphen and counted.unit in words_around(stretch.language).manners


def _is_told(stretch: Stretch, counted: Counted) -> bool:
    """Whether the word before a bare number makes it a pronoun or part of a name: "the two", "Agenda 2030"."""
    known = words_around(stretch.language)
    word = stretch.word_before(counted.start)
    written = stretch.folded[counted.start : counted.end]
    if not written.isdecimal():
        return word in known.determiners or written in known.only_before_units
    begin = counted.start - 1 - len(word)
    return (
        word[-1:].isalpha() and begin > stretch.start and stretch.text[begin].isupper() and word not in known.not_units
    )


def _goes_on(stretch: Stretch, before: Counted, counted: Counted) -> bool:
    """Whether a number goes on a list of names: "articles 5, 6 and 7"."""
    between = stretch.folded[before.end : counted.start]
    return len(between) <= _LINK and between.strip(" ,-") in words_around(stretch.language).links


def _is_year(stretch: Stretch, counted: Counted) -> bool:
    written = stretch.folded[counted.numeral.start : counted.numeral.end]
    return len(written) == 4 and written.isdecimal() and int(written) in _YEARS


def _is_marked(stretch: Stretch, counted: Counted) -> bool:
    """Whether marks or letters show that a bare number is none: "(3)", "10:30", "24/7", "555 1212", "5G", "1. Aims"."""
    start, end = counted.start, counted.end
    before = stretch.folded[max(stretch.start, start - 2) : start]
    after = stretch.folded[end : min(stretch.end, end + 3)]
    if after[:1].isalpha() or before[-1:].isalpha() or (before[-1:] in _BRACKETS and after[:1] in _BRACKETS):
        return True
    if (after[:1] in _INNER and after[1:2].isdecimal()) or (before[-1:] in _INNER and before[:1].isdecimal()):
        return True
    if (after[:1] == " " and after[1:2].isdecimal()) or (before[-1:] == " " and before[:1].isdecimal()):
        return True
    if _HOUR.match(after) or before == "h ":
        return True
    return start == stretch.start and after[:1] in {".", ")"} and after[1:2] == " "
