"""Stretches from one date to another, both included ("from June 11 to July 19, 2026"), and years from neighbours."""

import datetime

from servanda.reading.mention import Date
from servanda.reading.times import days
from servanda.reading.times.absolute import in_order
from servanda.reading.times.grammar import Found, Made, dated, rule
from servanda.reading.times.missing_years import after, before, in_year, nearest, resolved
from servanda.reading.times.tokens import Ambiguous, Partial
from servanda.reading.times.vocabulary import Month

NEAREST = "date-nearest"  # the rule of a date whose year only the document's day tells
_LEADS_TO_A_MONTH = frozenset("iFfGTBEb")
_YEAR = datetime.timedelta(days=367)  # from one day to the other where a year is left out; "29/2-1/3/2027" is none
_MONTHS = 12
_LISTS = frozenset("&-~,")


def _range(found: Found) -> Made | None:
    """Join two dates; the year that one of them leaves out is the other's, or the one before or after it."""
    day_first = _day_first(found)
    ends = _with_years(found, _end(found, "first", day_first), _end(found, "last", day_first))
    if ends is None or (found.token("spaced") and ends[0].granularity != ends[1].granularity):
        return None
    return dated(days.span(*ends))


def _with_years(found: Found, first: Date | Partial | None, last: Date | Partial | None) -> tuple[Date, Date] | None:
    """Return both ends with their years, or None where one of them has none."""
    if isinstance(first, Date) and isinstance(last, Date):
        return first, last
    if isinstance(first, Partial) and isinstance(last, Partial):
        return _nearest(found, first, last)
    if isinstance(first, Partial) and isinstance(last, Date):
        first = before(first, last)
    if isinstance(first, Date) and isinstance(last, Partial):
        last = after(last, first)
    if not isinstance(first, Date) or not isinstance(last, Date):
        return None
    return (first, last) if last.start - first.start < _YEAR else None


def _nearest(found: Found, first: Partial, last: Partial) -> tuple[Date, Date] | None:
    """Return both ends in the years that put the whole nearest to the document's day: "between January and August"."""
    if found.setting.day is None:
        return None
    begins = (in_year(first, found.setting.day.year + offset) for offset in (-1, 0, 1))
    ends = {days.span(begin, end): (begin, end) for begin in begins if begin and (end := after(last, begin))}
    whole = nearest([span for span in ends if span], found.setting, found.start)
    return ends[whole] if whole is not None else None


def _day_first(found: Found) -> bool | None:
    """Say how the ends are written in figures: as the clear one of them ("2/29-3/1"), else as the document's dates."""
    for figures in (found.value("first"), found.value("last")):
        if isinstance(figures, Ambiguous) and max(figures.first, figures.second) > _MONTHS:
            return figures.first > figures.second
    return found.setting.day_first


def _end(found: Found, group: str, day_first: bool | None) -> Date | Partial | None:
    """Return what stands at one end of a range."""
    value: Date | Partial | Ambiguous | Month = found.value(group)
    if isinstance(value, Month):
        return Partial(value.number)
    return in_order(value, day_first) if isinstance(value, Ambiguous) else value


def _month_alone(found: Found) -> Made | None:
    """Read "in June". A word that says more often something else is a month only where another word leads to one."""
    month = found.value("month")
    kind = found.kind_before
    capital = found.setting.text[found.start].isupper()
    led = kind in _LEADS_TO_A_MONTH or (capital and kind in _LISTS)
    return Made("P", Partial(month.number)) if led or not month.ordinary else None


def _neighbours_year(found: Found) -> Made | None:
    """Give "3 May" in "3 May and 9 June 2026" the year of its neighbour."""
    neighbour: Date = found.value("date")
    if neighbour.granularity not in {"day", "month"}:
        return None
    return dated(before(found.value("partial"), neighbour))


def _resolved(found: Found) -> Made | None:
    return dated(resolved(found.value("partial"), found.setting, found.start))


_FIRST = r"(?P<first>[DPMms])"
_LAST = r"(?P<last>[DPMms])"

JOINED = (
    rule("date-range", rf"B t? {_FIRST} & [iT]? t? {_LAST}", _range),
    rule("date-range", rf"(?: [FGB] t? )? {_FIRST} (?: ,? T | - | (?P<spaced>~) ) t? {_LAST}", _range),
    rule("date-without-year", r"(?P<month>M)", _month_alone),
)
LEFT = (
    rule("date-neighbour", r"(?P<partial>P) (?= (?: [,&] [it]* P )* [,&] [it]* (?P<date>D) )", _neighbours_year),
    rule(NEAREST, r"(?P<partial>P)", _resolved),
)
