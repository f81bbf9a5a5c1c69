"""Days and periods: what interval a year, a quarter, a week or "the end of June" is, and the day six months later.

Weeks run from Monday to Sunday (ISO 8601). Early, middle and late are thirds of a period ("early 2026" ends on 30
April); of a month early and late are halves and the middle is 10-20. "Earlier" and "later" are always halves.
"""

import calendar
import datetime
from typing import Literal

from servanda.lexicon.dates import SEASONS, LongUnit, Part, Season, Unit
from servanda.reading.mention import Date, Granularity

_DAY = datetime.timedelta(days=1)
_MONTHS: dict[str, int] = {
    "month": 1, "quarter": 3, "semester": 6, "half": 6, "year": 12, "lustrum": 60, "decade": 120, "century": 1200,
}  # fmt: skip
_DAYS: dict[str, int] = {"day": 1, "week": 7, "fortnight": 14}
_GRANULARITIES: dict[str, Granularity] = {
    "month": "month", "quarter": "quarter", "semester": "half", "half": "half", "year": "year",
}  # fmt: skip
_FIRST_MONTH_OF_SPRING = {"north": 3, "south": 9}

Hemisphere = Literal["north", "south"]


def day(year: int, month: int, number: int) -> Date | None:
    """Return one day, or None where the calendar has no such day (30 February)."""
    try:
        only = datetime.date(year, month, number)
    except (OverflowError, ValueError):
        return None
    return Date(only, only, "day")


def one(only: datetime.date) -> Date:
    """Return the interval of one day."""
    return Date(only, only, "day")


def months(year: int, first: int, count: int, granularity: Granularity) -> Date:
    """Return so many months, the first counted from January of the year as 1."""
    start = datetime.date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    return Date(start, shifted(start, count, "month") - _DAY, granularity)


def year(number: int) -> Date:
    """Return a calendar year.

    >>> year(2026)
    Date(start=datetime.date(2026, 1, 1), end=datetime.date(2026, 12, 31), granularity='year')
    """
    return months(number, 1, 12, "year")


def years(first: int, last: int) -> Date | None:
    """Return the years from the first to the last, or None where they run backwards."""
    if first > last:
        return None
    return Date(datetime.date(first, 1, 1), datetime.date(last, 12, 31), "year" if first == last else "interval")


def month(number: int, of: int) -> Date:
    """Return a calendar month of a year."""
    return months(of, number, 1, "month")


def part_of_year(unit: Unit | LongUnit, number: int, of: int) -> Date | None:
    """Return the third quarter, the second half, the 23rd (ISO) week or the ninth month of a year, or None."""
    if unit == "week":
        try:
            monday = datetime.date.fromisocalendar(of, number, 1)
        except ValueError:
            return None
        return Date(monday, monday + 6 * _DAY, "week")
    length = _MONTHS.get(unit, 12)
    if length >= 12 or not 1 <= number <= 12 // length:
        return None
    return months(of, (number - 1) * length + 1, length, _GRANULARITIES[unit])


def season(name: Season, of: int, hemisphere: Hemisphere) -> Date:
    """Return a season as whole months (meteorological); a winter or summer over New Year begins in the year given."""
    first = (_FIRST_MONTH_OF_SPRING[hemisphere] - 1 + 3 * SEASONS.index(name)) % 12 + 1
    return months(of, first, 3, "season")


def week(holding: datetime.date) -> Date:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = holding - holding.weekday() * _DAY
    return Date(monday, monday + 6 * _DAY, "week")


def period(unit: Unit | LongUnit, holding: datetime.date, offset: int = 0) -> Date | None:
    """Return the unit that holds a day, or the one so many units later; None for units without places in a calendar.

    >>> period("quarter", datetime.date(2025, 9, 18), 1)
    Date(start=datetime.date(2025, 10, 1), end=datetime.date(2025, 12, 31), granularity='quarter')
    """
    if unit == "day":
        return one(holding + offset * _DAY)
    if unit in {"week", "weekend"}:
        whole = week(holding + 7 * offset * _DAY)
        return whole if unit == "week" else Date(whole.end - _DAY, whole.end, "interval")
    length = _MONTHS.get(unit)
    if length is None:
        return None
    if length >= 12:
        many = length // 12
        first = (holding.year // many + offset) * many
        return years(first, first + many - 1)
    return months(holding.year, ((holding.month - 1) // length + offset) * length + 1, length, _GRANULARITIES[unit])


def shifted(start: datetime.date, count: int, unit: Unit | LongUnit) -> datetime.date:
    """Return the day so many units after (or before) a day; the 31st becomes the last day of a shorter month.

    Raises ValueError or OverflowError outside the years 1 to 9999, and KeyError for units shorter than a day.
    """
    if unit in _DAYS:
        return start + count * _DAYS[unit] * _DAY
    total = start.year * 12 + start.month - 1 + count * _MONTHS[unit]
    of, number = total // 12, total % 12 + 1
    if not datetime.MINYEAR <= of <= datetime.MAXYEAR:
        raise OverflowError(f"year {of} is in no calendar")
    return datetime.date(of, number, min(start.day, calendar.monthrange(of, number)[1]))


def span(first: Date, last: Date) -> Date | None:
    """Return everything from the start of one interval to the end of another, or None where that runs backwards."""
    if first.start > last.end or first.end > last.end:
        return None
    return Date(first.start, last.end, "interval")


def part(of: Date, which: Part) -> Date:
    """Return the early, middle or late part of an interval, or its earlier or later half."""
    last = of.end + _DAY
    length = (last.year - of.start.year) * 12 + last.month - of.start.month
    if of.granularity == "month":
        bounds = {"early": (1, 15), "earlier": (1, 15), "middle": (10, 20)}
        first, final = bounds.get(which, (16, of.end.day))
        return Date(of.start.replace(day=first), of.start.replace(day=final), "interval")
    if length < 3:
        middle = of.start + (last - of.start) // _DAY // 2 * _DAY
        if middle > of.start and which in {"early", "earlier"}:
            return Date(of.start, middle - _DAY, "interval")
        return Date(middle, of.end, "interval")
    piece = length // 2 if which in {"earlier", "later"} else length // 3
    skipped = {"early": 0, "earlier": 0, "middle": piece}.get(which, length - piece)
    start = shifted(of.start, skipped, "month")
    return Date(start, shifted(start, piece, "month") - _DAY, "interval")
