"""Keys and roles: who may sign for whom, and which people act in which role."""

from typing import Literal

import msgspec

from servanda.register.author import Role
from servanda.register.circumstances import CIRCLES

Custody = Literal["held_by_party", "held_by_server"]


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A public key and whose it is. ``id`` is the SHA-256 of its 32 bytes; ``public`` those bytes in base64.

    No holder has the name of a circle: it would see what the circle sees.
    """

    id: str
    holder: str
    public: str
    custody: Custody
    standing: Literal["active", "rotated", "revoked"] = "active"

    def __post_init__(self) -> None:
        if self.holder in CIRCLES:
            raise ValueError(f"a holder is not called {self.holder}")


class Grant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person's role for a holder. ``person`` is the salted digest of a name that is kept beside the ledger."""

    id: str
    person: str
    role: Role
    holder: str
    standing: Literal["given", "revoked"] = "given"
