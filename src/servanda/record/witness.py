"""What a witness keeps when a register's keeper has shown two ledgers: both heads, and where they part."""

import msgspec

from servanda.record.fault import Fault
from servanda.record.trust import Trust


class Fork(msgspec.Struct, frozen=True):
    """Two checkpoints of one register, both signed by its keeper, of which neither ledger continues the other.

    Somewhere from entry ``first`` to entry ``last`` they are not the same.
    """

    register: str
    seen: str
    found: str
    first: int
    last: int


def fork(trust: Trust, checkpoint: bytes, faults: list[Fault]) -> Fork | None:
    """Return what proves a fork, when verification against what was seen found one under a signed checkpoint."""
    if any(one.code.startswith(("checkpoint", "no_checkpoint")) for one in faults):
        return None  # nobody signed it: anybody may have made it
    for one in faults:
        if one.code == "replaced":
            first, last = int(one.about["first"]), int(one.about["last"])
            return Fork(trust.register, trust.seen, checkpoint.decode(), first, last)
    return None
