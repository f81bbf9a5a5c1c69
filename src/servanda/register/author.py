"""Who acts: in which role, with whose key, and as which person."""

from typing import Literal, get_args

import msgspec

Role = Literal["administrator", "party_lead", "reporter", "reviewer", "evaluator", "observer"]
ROLES: tuple[Role, ...] = get_args(Role)

# Who answers for the server on which a register stands, and who keeps an observer's register.
OPERATOR = "operator"
KEEPER = "keeper"


class Author(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An accountable author of an act.

    ``holder`` is whose key signs: a party's id, ``operator``, ``keeper``, or the id of an evaluator or observer.
    ``person`` is the salted digest of a name that is kept beside the ledger; without it, the holder answers alone.
    """

    role: Role
    holder: str
    person: str | None = None
