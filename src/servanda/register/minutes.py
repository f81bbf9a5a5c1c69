"""What a meeting agreed: minutes, and decisions that somebody follows up."""

import datetime
from typing import Literal

import msgspec

from servanda.register.period import Period
from servanda.register.wording import Statement


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A decision: what is to be done, by which party or institution, by when."""

    id: str
    text: Statement
    owner: str | None = None
    due: Period | None = None
    commitments: tuple[str, ...] = ()


class Minutes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The agreed minutes of one meeting: agenda, what was said, and the decisions."""

    id: str
    meeting: str
    agenda: tuple[Statement, ...]
    record: Statement
    decisions: tuple[Decision, ...] = ()
    documents: tuple[str, ...] = ()


class FollowUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What became of a decision, as its owner says. ``id`` is the decision's."""

    id: str
    party: str
    standing: Literal["open", "done", "dropped"]
    on: datetime.date
    note: Statement
