"""Dates that say their own month: "18 September 2025", "June 11-14, 2026", "marzo de 2026", "30 juin".

A day or month without a year becomes a ``Partial``; ``missing_years`` and ``ranges`` find its year.
"""

from servanda.reading.mention import Date
from servanda.reading.times import days
from servanda.reading.times.grammar import Found, Made, dated, rule
from servanda.reading.times.missing_years import exists, in_year
from servanda.reading.times.tokens import Ambiguous, Partial
from servanda.reading.times.years import MARKS_BEFORE, counts_something, numbers_something

_WEEKDAY = r"(?: (?P<weekday>[Ww]) ,? t? )?"
_MONTH = r"(?P<month>[Mm])"
_YEAR = r"(?: ,? [fG/-]? t? (?P<year>[Yy]) | [fG] (?P<short_year>n) )"
DAYS = "date-days"  # the rule of several days of one month
_SHORT_YEARS = range(32, 100)  # "87" after "of" is 1987; a number that could be a day is no year


def _observance(found: Found) -> Made | None:
    """Read "International Women's Day" as 8 March."""
    (month, number), year = found.value("day"), found.value("year")
    return Made("P", Partial(month, number)) if year is None else dated(days.day(year, month, number))


def _month_with_its_noun(found: Found) -> Made | None:
    """Join "month of March" into the month."""
    return Made("M", found.value("month")) if found.value("unit") == "month" else None


def _day_with_its_noun(found: Found) -> Made | None:
    """Join "twenty-third day of", "tres días del", "día 21" into the number of the day."""
    number = found.value("day")
    return Made("d", number) if found.value("unit") == "day" and 1 <= number <= 31 else None


def _year(found: Found) -> int | None:
    year: int | None = found.value("year")
    short = found.value("short_year")
    return 1900 + short if short in _SHORT_YEARS else year


def _day(found: Found) -> Made | None:
    year = _year(found)
    return None if year is None else dated(days.day(year, found.value("month").number, found.value("day")))


def _month(found: Found) -> Made | None:
    year = _year(found)
    return None if year is None else dated(days.month(found.value("month").number, year))


def _numbered_day(found: Found) -> Made | None:
    """Read "9 de 8 de 1971" and "2016 10 16"."""
    return dated(days.day(found.value("year"), found.value("month"), found.value("day")))


def _day_without_year(found: Found) -> Made | None:
    if found.setting.text[found.start - 1 : found.start] in MARKS_BEFORE:  # "$12 December 27"
        return None
    partial = Partial(found.value("month").number, found.value("day"), weekday=found.value("weekday"))
    number_last = found.setting.text[found.end - 1].isdigit()
    counts = number_last and counts_something(found.setting, found.end)  # "In March 15 people came"
    return Made("P", partial) if exists(partial) and not counts else None


def _days_of_one_month(found: Found) -> Made | None:
    """Read "from 9 to 12 June" and "15 et 16 mai"; "3 and 9 June" are two days and no stretch."""
    first, last = found.value("first"), found.value("last")
    listed = found.token("and") is not None and found.token("between") is None
    if last <= first or (listed and last - first != (1 if found.value("second") is None else 2)):
        return None
    partial = Partial(found.value("month").number, first, last)
    year = found.value("year")
    if year is not None:
        return dated(in_year(partial, year))
    return Made("P", partial) if exists(partial) else None


def _three_days(found: Found) -> Made | None:
    """Read "1, 2 and 3 June"."""
    return _days_of_one_month(found) if found.value("second") == found.value("first") + 1 else None


def _day_of_list(found: Found) -> Made | None:
    """Read the first of "3 and 9 June", whose month stands with the last."""
    if found.kind_before and found.kind_before in "MmB-~/":
        return None
    partial = Partial(found.value("month").number, found.value("day"))
    year = found.value("year")
    if year is not None:
        return dated(in_year(partial, year))
    return Made("P", partial) if exists(partial) else None


def _figures(found: Found) -> Made | None:
    """Read "12/05/2025" where it is clear which figure is the day; "10/1" alone may be a fraction."""
    figures: Ambiguous = found.value("figures")
    date = in_order(figures, found.setting.day_first)
    if not isinstance(date, Partial):
        return dated(date)
    clear = found.token("weekday") is not None or max(figures.first, figures.second) > 12
    if not clear or numbers_something(found.setting, found.start, found.end):
        return None
    return Made("P", date._replace(weekday=found.value("weekday")))


def in_order(figures: Ambiguous, day_first: bool | None) -> Date | Partial | None:
    """Return the date that two or three figures are: by the calendar, or else by how the document writes dates."""
    low, high = sorted((figures.first, figures.second))
    if low < 1 or low > 12 or high > 31:
        return None
    day_first = figures.first == high if high > 12 else low == high or day_first
    if day_first is None:
        return None
    day, month = (figures.first, figures.second) if day_first else (figures.second, figures.first)
    if figures.year is not None:
        return days.day(figures.year, month, day)
    partial = Partial(month, day)
    return partial if exists(partial) else None


def _with_weekday(found: Found) -> Made | None:
    """Join "Friday," to the day after it."""
    date: Date = found.value("date")
    return Made("D", date) if date.granularity == "day" else None


RULES = (
    rule("date-observance", r"(?P<day>N) (?: ,? [fG]? t? (?P<year>[Yy]) )?", _observance),
    rule("month", rf"(?P<unit>U) [fG] {_MONTH}", _month_with_its_noun),
    rule("day", r"(?P<day>[do]) (?P<unit>U) (?= [fG] t? [MAU])", _day_with_its_noun),
    rule("day", r"(?P<unit>U) (?P<day>d) (?= [fG] [MA])", _day_with_its_noun),
    rule(
        DAYS,
        rf"(?P<first>[do]) , t? (?P<second>[do]) ,? (?P<and>&) t? (?P<last>[do]) [fG]? {_MONTH}"
        r"(?: ,? [fG]? t? (?P<year>[Yy]) )?",
        _three_days,
    ),
    rule(
        DAYS,
        rf"(?: (?: (?P<between>B) | [FG] ) t? )? {_WEEKDAY} (?P<first>[do]) (?: (?P<and>&) | [-~T] ) t? (?:[Ww],?t?)?"
        rf"(?P<last>[do]) [fG]? {_MONTH} (?: ,? [fG]? t? (?P<year>[Yy]) )?",
        _days_of_one_month,
    ),
    rule(
        DAYS,
        rf"(?: (?P<between>B) | F )? {_MONTH} t? (?P<first>[do]) (?: (?P<and>&) | [-~T] ) t? (?P<last>[do])"
        r"(?! [fG]? [Mm]) (?: ,? f? (?P<year>[Yy]) )?",
        _days_of_one_month,
    ),
    rule(
        "date-day",
        rf"(?P<day>[do]) (?= (?: , t? [do] )* ,? & t? [do] [fG]? {_MONTH} (?: ,? [fG]? t? (?P<year>[Yy]) )? )",
        _day_of_list,
    ),
    rule("date-day", rf"(?P<year>Y) [-/] {_MONTH} [-/] (?P<day>d)", _day),
    rule("date-day", rf"(?P<year>Y) [-/] (?P<day>d) [-/] {_MONTH}", _day),
    rule("date-day", rf"(?P<day>d) - (?P<year>Y) - {_MONTH}", _day),
    rule("date-day", rf"{_WEEKDAY} (?P<day>[do]) [fG/-]? {_MONTH} {_YEAR}", _day),
    rule("date-day", rf"{_WEEKDAY} {_MONTH} t? (?P<day>[do]) ,? f? (?P<year>[Yy])", _day),
    rule("date-day", r"(?P<day>d) G (?P<month>d) G (?P<year>Y)", _numbered_day),
    rule("date-day", r"(?P<year>Y) (?P<month>d) (?P<day>d) (?!U)", _numbered_day),
    rule("date-month", rf"{_MONTH} {_YEAR}", _month),
    rule("date-month", rf"(?P<year>Y) [-/] {_MONTH}", _month),
    rule("date-without-year", rf"{_WEEKDAY} (?P<day>[do]) [fG/-]? {_MONTH}", _day_without_year),
    rule("date-without-year", rf"{_WEEKDAY} {_MONTH} /? t? (?P<day>[do])", _day_without_year),
    rule("date-figures", rf"{_WEEKDAY} (?P<figures>s)", _figures),
    rule("date-day", r"[Ww] ,? t? (?P<date>D)", _with_weekday),
)
