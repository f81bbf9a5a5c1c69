"""How often: "every six months", "dos veces al año", "chaque trimestre", "annually", as RFC 5545 rules.

"Twice a year" says nothing about when; as a rule it is every six months (``FREQ=MONTHLY;INTERVAL=6``), and "twice a
month" every two weeks. What does not divide the period ("five times a year") has no rule and is not read.
"""

from servanda.lexicon.dates import LongUnit, Unit
from servanda.reading.times.grammar import Found, Made, rule
from servanda.reading.times.tokens import Partial

_RULES: dict[Unit | LongUnit, tuple[str, int]] = {
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "workday": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "semester": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
    "lustrum": ("YEARLY", 5),
    "decade": ("YEARLY", 10),
}
_FINER = {"YEARLY": ("MONTHLY", 12), "WEEKLY": ("DAILY", 7), "MONTHLY": ("WEEKLY", 4), "DAILY": ("HOURLY", 24)}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEARLY = "FREQ=YEARLY"
_MONTHLY = "FREQ=MONTHLY"
_WEEKS = 5  # of a month at most


def every(count: int, unit: Unit | LongUnit, times: int = 1) -> str | None:
    """Return the rule for so many times in every so many units, or None where there is none.

    >>> every(1, "year", times=2), every(6, "month"), every(1, "year", times=5)
    ('FREQ=MONTHLY;INTERVAL=6', 'FREQ=MONTHLY;INTERVAL=6', None)
    """
    if unit not in _RULES or count < 1 or times < 1:
        return None
    frequency, factor = _RULES[unit]
    interval = count * factor
    if interval % times:
        frequency, finer = _FINER.get(frequency, ("", 0))
        interval *= finer
    if not interval or interval % times:
        return None
    interval //= times
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _made(rrule: str | None) -> Made | None:
    return None if rrule is None else Made("r", rrule)


def _every(found: Found) -> Made | None:
    """Read "every six months", "cada año", "every second year"."""
    count = found.value("count")
    return _made(every(1 if count is None else int(count), found.value("unit")))


def _times(found: Found) -> Made | None:
    """Read "twice a year", "three times per year", "une fois tous les deux ans"."""
    times, count = found.value("times"), found.value("count")
    if not isinstance(times, int):
        times = 1  # "une fois", "una vez"
    return _made(every(1 if count is None else int(count), found.value("unit"), times))


def _weekday(found: Found) -> Made:
    """Read "every Monday"."""
    return Made("r", f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[found.value('weekday') - 1]}")


def _month(found: Found) -> Made | None:
    """Read "every June", and with the word for it "cada mes de junio"."""
    if found.value("unit") not in {None, "month"}:
        return None
    return Made("r", f"{_YEARLY};BYMONTH={found.value('month').number}")


def _season(_: Found) -> Made:
    """Read "every spring"; its months depend on where."""
    return Made("r", _YEARLY)


def _day_of_every_year(found: Found) -> Made | None:
    """Read "30 June of each year", "le 31 mars de chaque année"."""
    partial: Partial = found.value("partial")
    if found.value("rule") not in {None, _YEARLY} or partial.day is None or partial.last_day is not None:
        return None
    return Made("r", f"{_YEARLY};BYMONTH={partial.month};BYMONTHDAY={partial.day}")


def _weekday_of_every_month(found: Found) -> Made | None:
    """Read "the first Monday of each month", "el primer lunes de marzo de cada año"."""
    number, month, often = found.value("number"), found.value("month"), found.value("rule")
    if not 1 <= number <= _WEEKS or often != (_MONTHLY if month is None else _YEARLY):
        return None
    day = f"BYDAY={number}{_WEEKDAYS[found.value('weekday') - 1]}"
    return Made("r", f"{often};{day}" if month is None else f"{often};BYMONTH={month.number};{day}")


def _word(found: Found) -> Made:
    """Read "quarterly", "semestral"."""
    return Made("r", found.value("word"))


RULES = (
    rule("recurrence-times", r"q? (?P<times>z) (?: [pkTt] | i t | c (?P<count>[dn])? ) (?P<unit>U)", _times),
    rule("recurrence-times", r"q? (?P<times>[dnk]) x (?: [pkTt] | i t | c (?P<count>[dn])? ) (?P<unit>U)", _times),
    rule("recurrence-every", r"c (?P<unit>U) [fG] (?P<month>M) (?! [dyY])", _month),
    rule("recurrence-every", r"c (?P<count>[dno])? (?P<unit>U)", _every),
    rule("recurrence-every", r"c (?P<weekday>W)", _weekday),
    rule("recurrence-every", r"c (?P<month>M) (?! [dyY])", _month),
    rule("recurrence-every", r"c S", _season),
    rule("recurrence", r"(?P<word>C)", _word),
)
YEARLY = (
    rule(
        "recurrence-weekday",
        r"(?P<number>o) (?P<weekday>W) [fGi] t? (?: (?P<month>M) ,? [fGi]? )? (?P<rule>r)",
        _weekday_of_every_month,
    ),
    rule("recurrence-yearly", r"(?P<partial>P) [fG,]? (?P<rule>r)", _day_of_every_year),
    rule("recurrence-yearly", r"(?P<rule>r) i? (?P<partial>P)", _day_of_every_year),
    rule("recurrence-yearly", r"c (?P<partial>P)", _day_of_every_year),
)
