"""A stretch of days as plan data writes it.

"2026-03-31", "2026-03", "2026-Q4", "2026-H2", "2026", or two of them with a slash: "2025-11-27/2025-11-28".
"""

import calendar
import datetime
import re
from typing import Literal

Granularity = Literal["day", "month", "quarter", "half", "year", "interval"]
_PART = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?")


class Period:
    """A first and a last day, both included, and how fine it was written.

    >>> Period("2026-Q4").end
    datetime.date(2026, 12, 31)
    >>> Period("2025-11-27/2025-11-28").granularity
    'interval'
    """

    __slots__ = ("end", "granularity", "start", "written")

    def __init__(self, written: str) -> None:
        """Read a period. Raises ValueError when it is not one, or ends before it starts."""
        self.written = written
        first, slash, last = written.partition("/")
        self.start, self.end, self.granularity = _read(first)
        if slash:
            self.end, self.granularity = _read(last)[1], "interval"
        if self.end < self.start:
            raise ValueError(f"{written!r} ends before it starts")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self.written == other.written

    def __hash__(self) -> int:
        return hash(self.written)

    def __repr__(self) -> str:
        return f"Period({self.written!r})"

    def __str__(self) -> str:
        return self.written


def _read(written: str) -> tuple[datetime.date, datetime.date, Granularity]:
    match = _PART.fullmatch(written)
    if match is None:
        raise ValueError(
            f"{written!r} is no day (2026-03-31), month (2026-03), quarter (2026-Q4), half (2026-H2) or year"
        )
    year = int(match[1])
    if match[5]:
        day = datetime.date(year, int(match[4]), int(match[5]))
        return day, day, "day"
    if match[4]:
        return *_months(year, int(match[4]), int(match[4])), "month"
    if match[2]:
        return *_months(year, 3 * int(match[2]) - 2, 3 * int(match[2])), "quarter"
    if match[3]:
        return *_months(year, 6 * int(match[3]) - 5, 6 * int(match[3])), "half"
    return *_months(year, 1, 12), "year"


def _months(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])
