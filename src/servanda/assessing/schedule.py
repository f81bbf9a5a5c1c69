"""The schedule axis: by when, and how far off (CODEBOOK X, D5, T3)."""

import datetime
from typing import Literal

import msgspec

from servanda.assessing.assumed_dates import AssumedDate
from servanda.assessing.evidence import Evidence
from servanda.register.commitment import Commitment

ScheduleValue = Literal["no_date", "ahead", "due_soon", "overdue", "past_assumed_date", "met", "met_late"]
SOON = datetime.timedelta(days=60)


class Schedule(msgspec.Struct, frozen=True):
    """Where the day stands against the original deadline.

    ``days`` are those until ``due`` for what is ahead, and those since for what is past; None for ``no_date``,
    ``met`` and ``met_late``. ``basis`` is ``assumed`` where the plan states no day of its own (CODEBOOK D5), and
    ``assumed`` then says from which words and by which table.
    """

    value: ScheduleValue
    due: datetime.date | None
    days: int | None
    basis: Literal["stated", "derived", "assumed"] | None
    rules: tuple[str, ...]
    assumed: AssumedDate | None = None


def assess_schedule(
    commitment: Commitment,
    assumed: AssumedDate,
    evidence: Evidence,
    day: datetime.date,
    soon: datetime.timedelta = SOON,
) -> Schedule:
    """Return the value of the schedule axis as at the day.

    What goes on without a day (CODEBOOK I3, I11) has none. Only a date that the text states, or that follows from it
    by arithmetic, makes a party overdue; past an assumed one the commitment is ``past_assumed_date``.
    """
    if commitment.deadline is not None:
        deadline = commitment.deadline
        return _against(deadline.period.end, deadline.basis, ("T3",), evidence, day, soon)
    if commitment.stage == "continuing":
        return Schedule("no_date", None, None, None, ("I3", "I11"))
    found = _against(assumed.due, "assumed", assumed.rules, evidence, day, soon)
    return msgspec.structs.replace(found, assumed=assumed)


def _against(
    due: datetime.date,
    basis: Literal["stated", "derived", "assumed"],
    rules: tuple[str, ...],
    evidence: Evidence,
    day: datetime.date,
    soon: datetime.timedelta,
) -> Schedule:
    if evidence.value in {"delivered", "exceeded"}:
        return Schedule("met", due, None, basis, rules)
    if evidence.value == "delivered_late":
        return Schedule("met_late", due, None, basis, (*rules, "T4"))
    left = (due - day).days
    if left < 0:
        return Schedule("past_assumed_date" if basis == "assumed" else "overdue", due, -left, basis, rules)
    return Schedule("due_soon" if left <= soon.days else "ahead", due, left, basis, rules)
