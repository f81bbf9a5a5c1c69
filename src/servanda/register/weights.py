"""The weights of terms by which the monitor finds candidates: whole numbers, frozen until an act changes them."""

import msgspec

from servanda.register.wording import Statement


class TermWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A version of the weights that differ from those computed from the register; the last adopted one counts."""

    id: str
    weights: dict[str, int]
    reason: Statement
