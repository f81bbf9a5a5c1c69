"""What one party proposes and the others agree to: changes of what the parties own together."""

from typing import Literal

import msgspec

from servanda.register.wording import Statement


class Declined(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A party's refusal of a proposal, with its reason."""

    party: str
    reason: Statement


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A change that waits for the consent of all parties, or has it.

    ``change`` is a joint act as JSON, as its proposer signed it. ``agreed`` are the parties that stand behind it, the
    proposer first.
    """

    id: str
    proposer: str
    change: msgspec.Raw
    agreed: tuple[str, ...]
    reason: Statement | None = None
    declined: tuple[Declined, ...] = ()
    standing: Literal["open", "in_force", "declined", "retracted"] = "open"
