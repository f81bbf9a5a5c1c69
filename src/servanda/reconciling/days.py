"""Which day a limit means, from whichever side it is told: "before 1 July" ends with 30 June."""

import datetime
import functools
import re

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.reading.mention import Date, Mention
from servanda.reading.numerals import find_numerals
from servanda.reading.times.cues import deadline_cues
from servanda.reading.times.limits import without_end_of
from servanda.reconciling.patterns import any_of

_LEAD = 40  # characters before a date in which its cue stands
_DAY = datetime.timedelta(days=1)
_DAY_OF_YEAR = re.compile(r"MONTH=(\d+);BYMONTHDAY=(\d+)")
_LEAP_YEAR = 2000
_YEARLONG = 366  # days
_YEAR = re.compile(r"\d{4}")


def meant(day: Date, folded: str, start: int, language: Language) -> Date | None:
    """Return the last day before a date at ``folded[start:]``, or the first after it, where the words before say so."""
    lead = unaccented(folded[max(0, start - _LEAD) : start]).replace("\n", " ")
    if without_end_of(lead) != lead:
        return None  # "before the end of June" ends with June
    if deadline_cues(language).before.search(lead):
        return _single(day.start, -_DAY)
    return _single(day.end, _DAY) if _after(language).search(lead) else None


def of_each_year(mention: Mention, rule: str, folded: str, language: Language) -> frozenset[str]:
    """Return on which days a rhythm falls, as told and as meant: "MONTH=1;BYMONTHDAY=31" of "before 1 February"."""
    told = rule.partition(";BY")[2]
    match = _DAY_OF_YEAR.fullmatch(told)
    if match is None:
        return frozenset({told} if told else ())
    day = datetime.date(_LEAP_YEAR, int(match[1]), int(match[2]))
    numerals = find_numerals(folded, mention.start, mention.end, language)
    start = min((one.start for one in numerals), default=mention.start)
    limit = meant(Date(day, day, "day"), folded, start, language)
    days = [day] if limit is None else [day, limit.start]
    return frozenset(f"MONTH={one.month};BYMONTHDAY={one.day}" for one in days)


def same_limit(one: Date, one_meant: Date | None, other: Date, other_meant: Date | None) -> bool:
    """Whether two dates are the same as they are told or as they are meant.

    "Before 31 December" may say "by the end of the year", but "before 1 June" never "in June".
    """
    return same_day(one_meant or one, other_meant or other) or (
        same_day(one, other) and (one.start != other.start or one == other or not (one_meant or other_meant))
    )


def same_day(one: Date, other: Date) -> bool:
    """Whether two dates are the same, or the same bound said more and less finely ("31 December 2026", "end of 2026").

    A season is the same as a longer period that holds it: languages have other words for seasons.
    """
    if one.start == other.start and one.end == other.end:
        return True
    wide, narrow = (one, other) if one.start <= other.start and other.end <= one.end else (other, one)
    if not (wide.start <= narrow.start and narrow.end <= wide.end) or (wide.end - wide.start).days > _YEARLONG:
        return False
    bound = wide.end == narrow.end or (wide.start == narrow.start and narrow.granularity == "day")
    return bound or narrow.granularity == "season"


def says_year(quote: str) -> bool:
    """Whether a date tells its year."""
    return _YEAR.search(quote) is not None


def _single(day: datetime.date, distance: datetime.timedelta) -> Date | None:
    if day in {datetime.date.min, datetime.date.max}:
        return None
    return Date(day + distance, day + distance, "day")


@functools.cache
def _after(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{any_of(map(unaccented, counterparts(language).later_than))}\s?$")
