"""Where a commitment is in its life: what became of its first wording, and by which act."""

import datetime
from typing import Literal

import msgspec

from servanda.register.commitment import Deadline
from servanda.register.wording import Statement

StandingValue = Literal["proposed", "in_force", "amended", "merged", "split", "withdrawn"]
# Why something is not pursued (CODEBOOK V5).
Cause = Literal["blocked_by_others", "money", "superseded", "policy_change", "no_action", "unknown"]


class Standing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the commitment ``reference`` is.

    ``original`` is the deadline that it was adopted with, against which lateness counts (CODEBOOK T3). ``successors``
    are what it was split or merged into, ``predecessors`` what it came from (CODEBOOK S6).
    """

    reference: str
    value: StandingValue
    since: datetime.date
    original: Deadline | None = None
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    reason: Statement | None = None
    cause: Cause | None = None

    @property
    def counts(self) -> bool:
        """Whether the commitment is among those that the plan is judged by."""
        return self.value in {"in_force", "amended"}
