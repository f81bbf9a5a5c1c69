"""The acts that need the consent of all parties, as one type that a proposal can carry."""

import msgspec

from servanda.register.acts.commitments import Adopt, Amend, Merge, ReviseDeadline, Split, Withdraw
from servanda.register.acts.founding import Open
from servanda.register.acts.meetings import AgreeMinutes, RecordForum
from servanda.register.acts.money import RecordIndicator
from servanda.register.acts.reporting import OpenRound
from servanda.register.as_json import from_json

JointAct = (
    Open | Adopt | Amend | ReviseDeadline | Split | Merge | Withdraw | RecordForum | AgreeMinutes | OpenRound
    | RecordIndicator
)  # fmt: skip


def joint_act(written: msgspec.Raw | bytes) -> JointAct:
    """Read a joint act. Raises msgspec.ValidationError when it is none."""
    return from_json(written, JointAct)  # type: ignore[arg-type]  # a union is a shape too
