"""Parts of years and months: quarters, halves, weeks, seasons, decades, fiscal years, "the end of June", "mid-2027".

A fiscal year is taken as the calendar years that it names, because countries begin it in different months; so "fiscal
year 2025-26" is an interval that surely holds it.
"""

import datetime

from servanda.lexicon.dates import Part, dates
from servanda.reading.mention import Date
from servanda.reading.times import days
from servanda.reading.times.grammar import Found, Made, dated, rule
from servanda.reading.times.missing_years import nearest, resolved
from servanda.reading.times.tokens import Partial

_AS_IT_ENDS = ("antes de ", "al ")
PART_OF_PERIOD = "date-part"  # the rule of "the end of June"
_THURSDAY = 3
_DAY = datetime.timedelta(days=1)
_DIVISIBLE = frozenset({"year", "half", "quarter", "month"})
_DECADES = range(50, 100, 10)  # "los años 20" may be of either century


def _year_of(date: Date) -> int | None:
    """Return the year that a date is, or None where it is something else."""
    return date.start.year if date.granularity == "year" else None


def _numbered(found: Found) -> Made | None:
    """Read "the fourth quarter of 2026", "Q4 2026", "el segundo semestre de 2026", "the first week of July"."""
    whole = _whole(found)
    unit, number = found.value("code") or (found.value("unit"), found.value("number"))
    if whole is None or found.word("number").endswith("s"):  # "les premiers mois de 2026": how many, nobody says
        return None
    if unit == "fortnight" and whole.granularity == "month":
        return dated(days.part(whole, "early" if number == 1 else "late")) if number in {1, 2} else None
    if unit == "half" and whole.granularity != "year":
        return dated(days.part(whole, "earlier" if number == 1 else "later")) if number in {1, 2} else None
    if unit == "week":
        return dated(_week(whole, number)) if whole.granularity in {"year", "month"} else None
    year = _year_of(whole)
    return None if year is None else dated(days.part_of_year(unit, number, year))


def _nth_weekday(found: Found) -> Made | None:
    """Read "the first Monday of March 2027", "el segundo martes de mayo"."""
    whole, number = _whole(found), found.value("number")
    if whole is None or whole.granularity != "month":
        return None
    ahead = (found.value("weekday") - whole.start.isoweekday()) % 7
    day = whole.start + datetime.timedelta(days=ahead, weeks=number - 1)
    return dated(days.one(day)) if number >= 1 and day <= whole.end else None


def _several(found: Found) -> Made | None:
    """Read "the first six months of 2026", "los últimos tres meses de 2026"."""
    whole: Date = found.value("date")
    first, shift, count = found.value("number") == 1, found.value("shift"), found.value("count")
    if whole.granularity not in _DIVISIBLE or not (first or (shift is not None and shift.which == "last")):
        return None
    try:
        end = days.shifted(whole.start, count, found.value("unit")) - _DAY
        start = days.shifted(whole.end + _DAY, -count, found.value("unit"))
    except (KeyError, OverflowError, TypeError, ValueError):
        return None
    part = Date(whole.start, end, "interval") if first else Date(start, whole.end, "interval")
    return dated(part) if whole.start <= part.start <= part.end <= whole.end else None


def _last(found: Found) -> Made | None:
    """Read "the last week of July", "el último trimestre de 2026"."""
    whole = _whole(found) if found.value("shift").which == "last" else None
    if whole is None or whole.granularity not in {"year", "month"}:
        return None
    if found.value("unit") == "week":
        return dated(_week(whole, -1))
    if found.value("unit") == "day":
        return dated(days.one(whole.end))
    last = days.period(found.value("unit"), whole.end)
    return dated(last) if last is not None and last.start > whole.start else None


def _week(whole: Date, number: int) -> Date | None:
    """Return a week of a month or year, the last as -1: its first week holds its first Thursday (ISO 8601)."""
    if number < 0:
        thursday = whole.end - datetime.timedelta(days=(whole.end.weekday() - _THURSDAY) % 7)
    else:
        first = whole.start + datetime.timedelta(days=(_THURSDAY - whole.start.weekday()) % 7)
        thursday = first + datetime.timedelta(weeks=number - 1)
    return days.week(thursday) if number and whole.start <= thursday <= whole.end else None


def _of_this_period(found: Found) -> Made | None:
    """Read "the first half of the year", "el primer trimestre del año" in the document's year."""
    whole = days.period(found.value("whole"), found.day) if found.day is not None else None
    if whole is None or whole.granularity != "year":
        return None
    return dated(days.part_of_year(found.value("unit"), found.value("number"), whole.start.year))


def _running(found: Found) -> Made | None:
    """Read "the third quarter", "by Q3": the nearest, or the next where its sentence looks ahead."""
    unit, number = found.value("code") or (found.value("unit"), found.value("number"))
    in_code = found.token("code") is not None  # in French "T2" is a terminal too
    if found.day is None or not (found.english if in_code else unit in {"quarter", "semester"}):
        return None
    around = (days.part_of_year(unit, number, found.day.year + offset) for offset in (-1, 0, 1))
    return dated(nearest([date for date in around if date is not None], found.setting, found.start))


def _weekend(found: Found) -> Made | None:
    """Read "over the weekend": the nearest, or the next where its sentence looks ahead."""
    if found.day is None or found.value("unit") != "weekend":
        return None
    around = (days.period("weekend", found.day, offset) for offset in (-1, 0, 1))
    return dated(nearest([date for date in around if date is not None], found.setting, found.start))


def _numbered_week(found: Found) -> Made | None:
    """Read "week 23" of the document's year."""
    if found.value("unit") != "week" or found.day is None:
        return None
    return dated(days.part_of_year("week", found.value("number"), found.day.year))


def _week_of(found: Found) -> Made | None:
    """Read "the week of 18 September"."""
    partial = found.value("partial")
    date = found.value("date") if partial is None else resolved(partial, found.setting, found.start)
    if found.value("unit") != "week" or date is None or date.start != date.end:
        return None
    return dated(days.week(date.start))


def _season(found: Found) -> Made | None:
    date: Date = found.value("date")
    year = _year_of(date)
    if year is None and date.start.month == 1 and date.end.month == 12 and date.end.year == date.start.year + 1:
        year = date.start.year  # "winter 2026-27"
    if year is None or found.setting.hemisphere is None:
        return None
    return dated(days.season(found.value("season"), year, found.setting.hemisphere))


def _season_alone(found: Found) -> Made | None:
    """Read "in the spring", "au printemps": the nearest, or the next where its sentence looks ahead."""
    if found.day is None or found.setting.hemisphere is None or _follows_a_verb(found):
        return None
    years = range(found.day.year - 1, found.day.year + 2)
    around = [days.season(found.value("season"), year, found.setting.hemisphere) for year in years]
    return dated(nearest(around, found.setting, found.start))


def _follows_a_verb(found: Found) -> bool:
    """Whether what looks like a season is a verb: "to fall", "a été"."""
    before = found.before
    return before is not None and before.kind == "T" and found.setting.plain[before.start : before.end] in {"to", "a"}


def _decade(found: Found) -> Made | None:
    """Read "la década de 1990", "les années 80"."""
    number = found.value("number")
    if number is None:
        first = _year_of(found.value("date"))
        fits = found.value("unit") == "decade"
    else:
        first = 1900 + int(number) if number in _DECADES else None
        fits = found.value("unit") == "decade" or (found.value("unit") == "year" and found.word("unit").endswith("s"))
    return dated(days.years(first, first + 9)) if first is not None and fits and first % 10 == 0 else None


def _fiscal_year(found: Found) -> Made | None:
    date: Date = found.value("date")
    years = date.end.year - date.start.year
    if date.start.month != 1 or date.end.month != 12 or years > 1:
        return None
    return dated(Date(date.start, date.end, "year"))


def _part(found: Found) -> Made | None:
    """Read "the end of June", "mid-2027", "fin 2027", "later this year"."""
    whole = _whole(found)
    if whole is None or whole.start == whole.end:
        return None
    words = dates(found.setting.language).words
    if found.word("part") in words.ending or (found.word("part") in words.parts_of and not _is_joined(found)):
        return None
    if found.kind_before in {"L", "U"} and found.value("part") in {"earlier", "later"}:
        return None  # "a year later in March"
    if found.value("part") in {"elapsed", "rest"}:
        return _split(whole, found.value("part"), found.day)
    part = days.part(whole, found.value("part"))
    if found.day is not None and whole.start <= found.day <= whole.end:
        # Said of the running period, "earlier" ends with the document's day and "later" begins with it.
        if found.value("part") == "later":
            part = Date(max(part.start, found.day), part.end, part.granularity)
        if found.value("part") == "earlier":
            part = Date(part.start, min(part.end, found.day), part.granularity)
    return dated(part)


def _part_of_this(found: Found) -> Made | None:
    """Read "the end of the year", "(antes de) que termine el año", "(al) finalizar el mes"."""
    whole = _whole(found)
    if found.kind("of") != "t" or whole is None:
        return _part(found) if found.kind("of") != "t" else None
    ends = found.word("part") in dates(found.setting.language).words.ending
    at_its_end = found.setting.plain.endswith(_AS_IT_ENDS, 0, found.start)
    return dated(days.part(whole, "late")) if ends and at_its_end else None


def _is_joined(found: Found) -> bool:
    """Whether what stands around a part shows that it is no verb: "the end of June", "end-2027", "by end June"."""
    if found.token("of") is None:
        return found.kind_before == "i" or found.word("date")[:1].isdigit()
    return found.kind("of") != "i"


def _split(whole: Date, part: Part, today: datetime.date | None) -> Made | None:
    """Read "the rest of the year" from the day after the document's, "en lo que va del año" to the day before it."""
    if today is None or not whole.start <= today <= whole.end:
        return None
    start, end = (whole.start, today - _DAY) if part == "elapsed" else (today + _DAY, whole.end)
    return dated(Date(start, end, "interval")) if start <= end else None


def _to_date(found: Found) -> Made | None:
    """Read "the year to date"."""
    whole = days.period(found.value("unit"), found.day) if found.day is not None else None
    return _split(whole, "elapsed", found.day) if whole is not None else None


def _year_end(found: Found) -> Made | None:
    """Read "by year-end"."""
    whole = days.period("year", found.day) if found.day is not None and found.word("part").startswith("year") else None
    return dated(days.part(whole, "late")) if whole is not None else None


def _whole(found: Found) -> Date | None:
    """Return the interval whose part is meant; a month without year or a bare "year" in the document's time."""
    date: Date | None = found.value("date")
    if date is not None:
        return date
    partial: Partial | None = found.value("partial")
    if found.token("month") is not None:
        partial = Partial(found.value("month").number)
    if partial is not None:
        return resolved(partial, found.setting, found.start) if partial.day is None else None
    unit = found.value("unit")
    return None if found.day is None or unit in {"day", "half"} else days.period(unit, found.day)


_TARGET = r"(?: (?P<date>D) | (?P<partial>P) | (?P<month>M) )"

WEEKDAYS = (rule("date-day", rf"(?P<number>o) (?P<weekday>W) [fGi] t? {_TARGET}", _nth_weekday),)
RULES = (
    rule("date-decade", r"(?P<unit>U) [fG] t? (?P<date>D)", _decade),
    rule("date-decade", r"(?P<unit>U) (?: [fG] t? U? )? (?P<number>[dn])", _decade),
    rule("date-fiscal-year", r"X -? [fG]? t? (?P<date>D)", _fiscal_year),
    rule("date-fiscal-year", r"(?P<date>D) X", _fiscal_year),
    rule("date-period", r"(?P<number>o) (?P<count>[dn]) (?P<unit>U) [fG] t? (?P<date>D)", _several),
    rule("date-period", r"(?P<count>[dn]) (?P<number>o) (?P<unit>U) [fG] t? (?P<date>D)", _several),
    rule("date-period", r"(?P<shift>A) (?P<count>[dn]) (?P<unit>U) [fG] t? (?P<date>D)", _several),
    rule("date-period", r"(?P<count>[dn]) (?P<shift>A) (?P<unit>U) [fG] t? (?P<date>D)", _several),
    rule("date-period", rf"(?P<shift>A) (?P<unit>U) [fG] t? {_TARGET}", _last),
    rule("date-period", rf"(?P<number>[o]) (?P<unit>U) -? (?: [fGi] t? )? {_TARGET}", _numbered),
    rule("date-period", r"(?P<unit>U) (?P<number>[dn]) (?: [fG] t? )? (?P<date>D)", _numbered),
    rule("date-period", r"(?P<date>D) (?P<number>[o]) (?P<unit>U)", _numbered),
    rule("date-period", r"(?P<code>Q) [,-]? [fG]? (?P<date>D)", _numbered),
    rule("date-period", r"(?P<date>D) -? (?P<code>Q)", _numbered),
    rule("date-period", r"(?P<number>[o]) (?P<unit>U) [fG] t? (?P<whole>U)", _of_this_period),
    rule("date-period", r"(?<= [tTGi] ) (?P<number>[o]) (?P<unit>U) (?! [fGi])", _running),
    rule("date-period", r"(?: (?<= [iT] ) | (?<= [iT] t ) ) (?P<code>Q) (?! [fGiYy,-])", _running),
    rule("date-week", r"(?<= [iT] ) t (?P<unit>U) (?! [fGiA])", _weekend),
    rule("date-week", r"t? (?P<unit>U) [fGjE] t? (?: (?P<date>D) | (?P<partial>P) )", _week_of),
    rule("date-week", r"(?P<unit>U) (?P<number>[dn]) (?! [fG] )", _numbered_week),
    rule("date-season", r"(?P<season>S) [fG]? t? (?P<date>D)", _season),
    rule("date-season", r"(?: (?<= T ) | (?<= [iTGFB] t ) ) (?P<season>S) (?! [fGi])", _season_alone),
    rule(PART_OF_PERIOD, rf"(?P<part>E) (?P<of>-|[fGi])? t? {_TARGET}", _part),
    rule(PART_OF_PERIOD, r"(?P<part>E) (?P<of>[fGit]) t? (?P<unit>U)", _part_of_this),
    rule(PART_OF_PERIOD, r"(?P<part>E)", _year_end),
    rule("date-period", r"(?P<unit>U) -? e", _to_date),
)
