"""When meetings of a forum fall due: a cadence such as "at least twice a year" asks for one in every half year.

A cadence is an RFC 5545 rule; its frequency and interval make stretches that follow one another from the forum's first
day on, and a meeting is due by the last day of each stretch in which none was held.
"""

import calendar
import datetime
import re
from collections.abc import Collection, Iterator

_RULE = re.compile(r"(?:^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)")
_INTERVAL = re.compile(r"(?:^|;)INTERVAL=(\d+)(?:;|$)")
_DAYS = {"DAILY": 1, "WEEKLY": 7}
_MONTHS = {"MONTHLY": 1, "YEARLY": 12}


def due_days(
    cadence: str, since: datetime.date, until: datetime.date, held: Collection[datetime.date]
) -> Iterator[datetime.date]:
    """Yield the day by which each meeting is due that was not held, up to the last day of ``until``.

    A rule by the hour, or none that RFC 5545 knows, makes nothing due.

    >>> since, until = datetime.date(2024, 5, 14), datetime.date(2025, 12, 31)
    >>> [str(day) for day in due_days("FREQ=MONTHLY;INTERVAL=6", since, until, [datetime.date(2024, 9, 1)])]
    ['2025-05-14', '2025-11-14']
    """
    rule, interval = _RULE.search(cadence), _INTERVAL.search(cadence)
    step = int(interval[1]) if interval else 1
    if rule is None or step < 1:
        return
    count, before = 1, since
    while (due := _after(since, rule[1], step * count)) is not None and due <= until:
        if not any(before < day <= due for day in held):
            yield due
        count, before = count + 1, due


def _after(since: datetime.date, frequency: str, steps: int) -> datetime.date | None:
    """Return the day so many steps later; None after the last of all days."""
    if frequency in _DAYS:
        days = since.toordinal() + _DAYS[frequency] * steps
        return datetime.date.fromordinal(days) if days <= datetime.date.max.toordinal() else None
    years, month = divmod(since.month - 1 + _MONTHS[frequency] * steps, 12)
    year, month = since.year + years, month + 1
    if year > datetime.MAXYEAR:
        return None
    return datetime.date(year, month, min(since.day, calendar.monthrange(year, month)[1]))
