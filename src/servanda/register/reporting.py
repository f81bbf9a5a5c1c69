"""Reporting rounds, reports, and what stands in the way (CODEBOOK R)."""

import datetime
from typing import Literal

import msgspec

from servanda.register.period import Period
from servanda.register.standing import Cause
from servanda.register.wording import Statement, Wording

ReportedStanding = Literal["not_started", "in_progress", "obstructed", "reported_complete", "abandoned"]


class Round(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A reporting round: what was not reported by ``closes`` is not reported (CODEBOOK R1).

    ``covers`` is the stretch reported on; ``pillars`` narrows the round, none means all.
    """

    id: str
    title: Wording
    covers: Period
    opens: datetime.date
    closes: datetime.date
    pillars: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.closes < self.opens:
            raise ValueError("a round closes on or after the day on which it opens")


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a party says of its own progress, in one screen (CODEBOOK R2); a statement, never evidence (R3).

    ``happened`` is what was done since the last report, with ``documents`` that show it; ``next_step`` what comes next
    and ``next_by`` when. ``cause`` goes with ``abandoned``, ``obstacle`` (an id) with ``obstructed``.
    """

    id: str
    commitment: str
    party: str
    standing: ReportedStanding
    date: datetime.date
    happened: Statement
    round: str | None = None
    documents: tuple[str, ...] = ()
    obstacle: str | None = None
    cause: Cause | None = None
    next_step: Statement | None = None
    next_by: Period | None = None

    def __post_init__(self) -> None:
        if self.standing == "obstructed" and self.obstacle is None:
            raise ValueError("an obstructed report names its obstacle")
        if self.standing == "abandoned" and self.cause is None:
            raise ValueError("an abandoned report names its cause")


class Obstacle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is in the way of commitments, and to whom it was raised: a forum's or an institution's id."""

    id: str
    party: str
    commitments: tuple[str, ...]
    what: Statement
    raised_on: datetime.date
    raised_to: str | None = None
    standing: Literal["open", "resolved"] = "open"
    outcome: Statement | None = None
