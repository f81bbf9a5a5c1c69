"""Days at a distance from another: "two months ago", "in three weeks", "90 days from 1 May 2026".

Such a date is one day, as the calendar counts it; its granularity is the unit of its distance ("two years ago": year).
"""

import datetime
import re

from servanda.lexicon.dates import LongUnit, Unit
from servanda.reading.mention import Date, Granularity
from servanda.reading.times import days
from servanda.reading.times.durations import Length
from servanda.reading.times.grammar import Found, Made, dated, rule
from servanda.reading.times.missing_years import looks_ahead, resolved

DISTANCE = "date-distance"  # the rule by which such a date is read
_UNITS: dict[str, Unit | LongUnit] = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_GRANULARITIES: dict[str, Granularity] = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_DAY = datetime.timedelta(days=1)
_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1}
_ALWAYS_AHEAD = frozenset({"dans", "dentro de"})
_IN = {"en": "in", "es": "en"}  # these also say how long something takes, French "en" says nothing else
# A loan's term is how long it runs: "remboursable en vingt ans", "repayable in twelve years".
_TERM = re.compile(
    r"(?:repayable|repaid|rembours(?:able|e|ee)s?|amorti(?:e|s|es|ssable|ssables)?|reembolsables?|pagader[oa]s?) $"
)
_TERM_LENGTH = 16


def moved(start: datetime.date, length: Length, sign: int) -> datetime.date | None:
    """Return the day at a length of time after (or before, with sign -1) a day; None where it cannot be counted."""
    for letter, count in length.parts.items():
        if letter not in _UNITS or count != count.to_integral_value():
            return None
        try:
            start = days.shifted(start, sign * int(count), _UNITS[letter])
        except (OverflowError, ValueError):
            return None
    return start


def _ago(found: Found) -> Made | None:
    """Read "two months ago", "il y a deux ans", "hace tres semanas"; "desde hace tres semanas" is how long."""
    return None if found.kind_before in {"F", "i"} else _from_today(found, -1)


def _ahead(found: Found) -> Made | None:
    """Read "in two years" where the sentence looks ahead: "the first visit in eight years" is how long."""
    word = found.word("in")
    if _TERM.search(found.setting.plain, max(0, found.start - _TERM_LENGTH), found.start):
        return None
    if word in _ALWAYS_AHEAD or (word == _IN.get(found.setting.language) and looks_ahead(found.setting, found.start)):
        return _from_today(found, 1)
    return None


def _from_today(found: Found, sign: int) -> Made | None:
    return None if found.day is None else _moved(found, found.day, sign)


def _from_date(found: Found) -> Made | None:
    """Read "two days after today", "30 jours à compter du 1er mai 2026"."""
    partial = found.value("partial")
    date = found.value("date") if partial is None else resolved(partial, found.setting, found.start)
    return _moved(found, date.start, 1) if date is not None and date.start == date.end else None


def _moved(found: Found, start: datetime.date, sign: int) -> Made | None:
    length: Length = found.value("length")
    return dated(day_at(start, length, sign)) if length.exact else None


def day_at(start: datetime.date, length: Length, sign: int) -> Date | None:
    """Return the day at a length of time from another, as fine as the finest unit of the length."""
    day = moved(start, length, sign)
    return None if day is None else Date(day, day, _GRANULARITIES[min(length.parts, key="DWMY".index)])


def _over(found: Found) -> Made | None:
    """Read "the last two months and three days", "los próximos 3 meses y 2 semanas", with the day before or after."""
    step, length = _STEPS.get(found.value("shift").which, 0), found.value("length")
    far = moved(found.day, length, step) if found.day is not None and step and length.exact else None
    if far is None or found.day is None:
        return None
    ends = (found.day + _DAY, far) if step > 0 else (far, found.day - _DAY)
    return dated(Date(*ends, "interval")) if ends[0] <= ends[1] else None


RULES = (
    rule(
        DISTANCE,
        r"(?P<length>L) (?: [bF] | (?<=iL) [fG] ) t? (?: (?P<date>D) | (?P<partial>P) )",
        _from_date,
    ),
    rule(DISTANCE, r"(?P<length>L) a", _ago),
    rule(DISTANCE, r"g (?P<length>L)", _ago),
    rule(DISTANCE, r"(?P<in>i) (?P<length>L)", _ahead),
    rule("date-relative", r"(?P<shift>A) (?P<length>L) (?! [fG])", _over),
)
