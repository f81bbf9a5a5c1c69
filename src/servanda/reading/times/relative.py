"""Dates told from the document's day: "tomorrow", "next year", "les trois prochains mois", "el pasado 3 de marzo".

Without a document's day none of them is a date. "The last year of the plan" counts within the plan and is none either.
"""

import datetime
import re

from servanda.lexicon.dates import LongUnit, Unit
from servanda.reading.mention import Date
from servanda.reading.times import days
from servanda.reading.times.grammar import Found, Made, dated, rule
from servanda.reading.times.missing_years import in_year, looks_ahead, nearest
from servanda.reading.times.tokens import Partial, Token
from servanda.reading.times.vocabulary import Month, Shift
from servanda.reading.times.years import counts_something

_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
_TOLD = frozenset({"previous", "following"})  # "the previous year" is that before a year told already
_FAR = 9999  # no count of days or months beyond it means a date
_ENDS = frozenset({"", ".", ",", ";", ")", "\n"})
_NAME_BEFORE = re.compile(r"\b[A-ZÀ-Ý]\w{2,} $")  # "Santo Domingo"
_LONGEST_NAME = 30  # characters
_SINGULAR_IN_S = frozenset({"mois", "mes"})


def _named_day(found: Found) -> Made | None:
    """Read "tomorrow". "La mañana", "cada mañana" are the morning, and "le lendemain" follows some other day."""
    if found.day is None or (found.value("offset") == 1 and found.kind_before in {"t", "c", "A"}):
        return None
    return dated(days.period("day", found.day, found.value("offset")))


def _period_before(found: Found) -> Made | None:
    """Read "next year", "este trimestre"; "the next year of the plan" counts within the plan."""
    shift: Shift = found.value("shift")
    if shift.after_only or (shift.which != "this" and found.after[:1] in {"f", "G"}) or _told(found):
        return None
    return _period(found)


def _period_after(found: Found) -> Made | None:
    """Read "l'an dernier", "el mes pasado"."""
    return None if found.english else _period(found)


def _with_article(found: Found) -> Made | None:
    """Read "la semaine prochaine", "el pasado mes": the article belongs to it as it does not in English."""
    return None if found.english else _period_before(found)


def _period(found: Found) -> Made | None:
    unit, step = found.value("unit"), _STEPS[found.value("shift").which]
    if found.day is None or unit in {"day", "half"} or _plural(found):
        return None
    if unit == "decade" and step:
        return _stretch(found.day, 10 * step, "year")  # "over the next decade" is ten years from now
    return dated(days.period(unit, found.day, step))


def _told(found: Found) -> bool:
    return found.value("shift").which in _TOLD and found.kind_before == "t"


def _plural(found: Found) -> bool:
    """Whether several periods are meant, without saying how many: "the coming years"."""
    unit, shift = found.word("unit"), found.word("shift")
    if unit.endswith("s") and unit not in _SINGULAR_IN_S:
        return True
    return not found.english and shift.endswith("s")


def _periods(found: Found) -> Made | None:
    """Read "the next three years": from the day after the document's; "the last 3 months" end the day before it."""
    step, count = _STEPS[found.value("shift").which], found.value("count")
    if found.day is None or not isinstance(count, int) or not 0 < count < _FAR:
        return None
    return _stretch(found.day, step * count, found.value("unit")) if step else None


def _stretch(today: datetime.date, count: int, unit: Unit | LongUnit) -> Made | None:
    """Return so many units after today or, below zero, before it; today itself is in neither."""
    try:
        far = days.shifted(today, count, unit)
    except (KeyError, OverflowError, ValueError):
        return None
    day = datetime.timedelta(days=1)
    return dated(Date(today + day, far, "interval") if count > 0 else Date(far, today - day, "interval"))


def _month(found: Found) -> Made | None:
    """Read "last June", "juin dernier", "this August"."""
    month: Month = found.value("month")
    token = found.token("month")
    if month.ordinary and token is not None and not found.setting.text[token.start].isupper():
        return None
    return _partial(found, Partial(month.number))


def _month_after(found: Found) -> Made | None:
    return None if found.english else _month(found)


def _day(found: Found) -> Made | None:
    """Read "el pasado 3 de marzo", "le 15 juin prochain"."""
    return _partial(found, found.value("partial"))


def _partial(found: Found, partial: Partial) -> Made | None:
    if found.day is None:
        return None
    around = (in_year(partial, found.day.year + offset) for offset in (-1, 0, 1))
    return _chosen(found, [date for date in around if date is not None])


def _season(found: Found) -> Made | None:
    """Read "this summer", "l'été dernier", "el próximo invierno"."""
    hemisphere = found.setting.hemisphere
    if found.day is None or hemisphere is None:
        return None
    years = range(found.day.year - 2, found.day.year + 2)
    return _chosen(found, [days.season(found.value("season"), year, hemisphere) for year in years])


def _chosen(found: Found, around: list[Date]) -> Made | None:
    """Take the last interval that is past, the first to come, or the one of this year."""
    step, today = _STEPS[found.value("shift").which], found.day
    if today is None:
        return None
    if step < 0:
        return dated(max((date for date in around if date.end < today), key=lambda date: date.end, default=None))
    if step > 0:
        return dated(min((date for date in around if date.start > today), key=lambda date: date.start, default=None))
    return dated(next((date for date in around if date.start.year == today.year), None))


def _weekday(found: Found) -> Made | None:
    """Read "next Monday" and "Friday".

    In English "last" and "next" look at the week before and after; everywhere else the nearest such day is meant. Alone
    a weekday is the next one where its sentence looks ahead, and otherwise the last one, today included.
    """
    today, shift = found.day, found.value("shift")
    if shift is not None and _told(found):
        return Made("?", None)
    if today is None or (shift is None and _ends_a_name(found)):
        return None
    ahead = datetime.timedelta(days=(found.value("weekday") - today.isoweekday()) % 7)
    week = datetime.timedelta(weeks=1)
    if shift is None:
        coming = looks_ahead(found.setting, found.start)
        return dated(days.one(today + ahead if coming or not ahead else today + ahead - week))
    if shift.which == "this" or (found.english and shift.which not in {"past", "coming"}):
        return dated(_weekday_of(days.week(today + _STEPS[shift.which] * week), found.value("weekday")))
    if _STEPS[shift.which] < 0:
        return dated(days.one(today + ahead - week))
    return dated(days.one(today + (ahead or week)))


def _ends_a_name(found: Found) -> bool:
    """Whether a weekday in capitals follows a word in capitals where the language does not write it so: a name."""
    text, start = found.setting.text, found.start
    return (
        not found.english
        and text[start].isupper()
        and _NAME_BEFORE.search(text, max(0, start - _LONGEST_NAME), start) is not None
    )


def _weekday_of_week(found: Found) -> Made | None:
    """Read "Tuesday of next week", "next week Wednesday"."""
    week: Date = found.value("week")
    return dated(_weekday_of(week, found.value("weekday"))) if week.granularity == "week" else None


def _weekday_of(week: Date, weekday: int) -> Date:
    return days.one(week.start + datetime.timedelta(days=weekday - 1))


def _weekday_and_number(found: Found) -> Made | None:
    """Read "Monday 13th": the nearest month in which that day of the month is that weekday."""
    today, number = found.day, found.value("number")
    if today is None or counts_something(found.setting, found.end) or found.after[:1] in {"-", "/"}:
        return None
    months = (days.period("month", today, offset) for offset in range(-24, 25))
    dates = (days.day(month.start.year, month.start.month, number) for month in months if month is not None)
    fitting = [date for date in dates if date and date.start.isoweekday() == found.value("weekday")]
    return dated(nearest(fitting, found.setting, found.start))


def _day_alone(found: Found) -> Made | None:
    """Read "le 23" and "on the 4th" at the end of their clause: that day of the nearest month."""
    number = found.value("day")
    if found.day is None or found.after or found.setting.plain[found.end : found.end + 1] not in _ENDS:
        return None
    if not found.english and (found.before is None or _word(found, found.before) not in {"le", "el"}):
        return None
    months = (days.period("month", found.day, offset) for offset in (-1, 0, 1))
    dates = (days.day(month.start.year, month.start.month, number) for month in months if month is not None)
    return dated(nearest([date for date in dates if date is not None], found.setting, found.start))


def _word(found: Found, token: Token) -> str:
    return found.setting.plain[token.start : token.end]


def _day_of_month(found: Found) -> Made | None:
    """Read "the 15th day of next month"."""
    month: Date = found.value("month")
    if month.granularity != "month" or not 1 <= found.value("day") <= 31:
        return None
    return dated(days.day(month.start.year, month.start.month, found.value("day")))


def _of_year(found: Found) -> Made | None:
    """Read "30 June of this year", "diciembre del año pasado"."""
    year: Date = found.value("year")
    if year.granularity != "year" or year.start.year != year.end.year:
        return None
    return dated(in_year(found.value("partial") or Partial(found.value("month").number), year.start.year))


RULES = (
    rule("date-relative-day", r"(?P<offset>R)", _named_day),
    rule("date-relative", r"(?P<shift>A) (?P<month>M) (?! ,? [fG]? [dyY])", _month),
    rule("date-relative", r"(?P<month>M) (?P<shift>A) (?! U)", _month_after),
    rule("date-relative", r"(?P<shift>A) t? (?P<partial>P)", _day),
    rule("date-relative", r"(?P<partial>P) (?P<shift>A) (?! U)", _day),
    rule("date-relative", r"(?P<shift>A) (?P<season>S)", _season),
    rule("date-relative", r"(?P<season>S) (?P<shift>A)", _season),
    rule("date-relative", r"t (?P<unit>U) (?P<shift>A)", _period_after),
    rule("date-relative", r"(?P<unit>U) (?P<shift>A)", _period_after),
    rule("date-relative", r"t (?P<shift>A) (?P<unit>U)", _with_article),
    rule("date-relative", r"(?P<shift>A) (?P<unit>U) (?: - A )?", _period_before),
    rule("date-relative", r"(?P<week>D) (?P<weekday>W)", _weekday_of_week),
    rule("date-relative", r"(?P<weekday>W) [fG] t? (?P<week>D)", _weekday_of_week),
    rule("date-relative", r"(?P<shift>A) (?P<weekday>W)", _weekday),
    rule("date-relative", r"(?P<weekday>W) (?P<shift>A)", _weekday),
    rule("date-relative", r"(?P<shift>A) (?P<count>[dn]) (?P<unit>U) (?! [fG] | ,? &? [dn] U (?! a ))", _periods),
    rule("date-relative", r"(?P<count>[dn]) (?P<shift>A) (?P<unit>U) (?! [fG] | ,? &? [dn] U (?! a ))", _periods),
    rule("date-relative", r"(?P<count>[dn]) (?P<unit>U) (?P<shift>A)", _periods),
    rule("date-relative", r"(?: (?P<partial>P) | (?P<month>M) ) (?: [fGi] t? | , )? (?P<year>D)", _of_year),
    rule("date-relative", r"t? (?P<day>[do]) [fG] t? (?P<month>D)", _day_of_month),
    rule("date-weekday", r"(?P<weekday>[Ww]) t? (?P<number>[do]) (?! [fG]? [MmU] )", _weekday_and_number),
    rule("date-weekday", r"(?P<weekday>W)", _weekday),
    rule("date-day-alone", r"(?<= t ) (?P<day>d)", _day_alone),
    rule("date-day-alone", r"(?<= i ) t (?P<day>o)", _day_alone),
)
