"""The day on which a register that was founded came into force."""

import datetime

import msgspec


class Opening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Until it is open, a register is only a proposal that its operator prepares. ``id`` is the agreement's."""

    id: str
    on: datetime.date
