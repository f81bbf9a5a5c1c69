"""Cut-offs: the day up to which actions count, and from when a verdict is final (CODEBOOK T1, T2)."""

import calendar
import datetime

import msgspec

from servanda.register.agreement import Term

MONTHS_AFTER_THE_END = 4


class CutOff(msgspec.Struct, frozen=True):
    """Actions up to ``day`` count, that day included. Only at a ``final`` cut-off may silence be scored as failure."""

    day: datetime.date
    final: bool


def cut_off(term: Term, day: datetime.date, final: datetime.date | None = None) -> CutOff:
    """Return the cut-off on a day: interim before the agreement's final day, final from then on.

    ``final`` is that day where the evaluators set one; else it is the earliest that the codebook allows. Raises
    ValueError when they set it earlier than that.
    """
    earliest = earliest_final(term)
    if final is not None and final < earliest:
        raise ValueError(
            f"the final cut-off {final} is less than four months after the end; the earliest is {earliest}"
        )
    return CutOff(day, day >= (final or earliest))


def earliest_final(term: Term) -> datetime.date:
    """Return the first day on which a final verdict may be given: four months after the end (CODEBOOK T2)."""
    return months_after(term.end, MONTHS_AFTER_THE_END)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, or the last of that month where it has no such day.

    >>> months_after(datetime.date(2028, 12, 31), 4)
    datetime.date(2029, 4, 30)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
