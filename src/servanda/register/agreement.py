"""The agreement itself: its parties, pillars and term, and who keeps its register."""

import datetime
import re
from typing import Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.register.actors import Alias
from servanda.register.wording import Names, Wording

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state (ISO 3166-1 alpha-2) or organisation that entered the agreement."""

    id: str
    type: Literal["state", "organisation"]
    name: Wording


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A priority area within a pillar."""

    id: str
    name: Wording


class Pillar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pillar of the agreement, in the order in which the agreement names it."""

    id: str
    name: Wording
    summary: Wording
    areas: tuple[Area, ...] = ()


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First and last day. ``stated`` says how the text put it; a term in years ends on 31 December (CODEBOOK D5)."""

    start: datetime.date
    end: datetime.date
    stated: Literal["days", "years"]


class Keeper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The observer who keeps a register, and what it says of itself."""

    name: Wording
    statement: Wording


class Lineage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An agreement before this one, beside it, or after it."""

    name: Names
    relation: Literal["predecessor", "umbrella", "related", "successor"]
    note: Wording
    documents: tuple[str, ...] = ()


class Agreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The political or legal instrument.

    ``recorded_until`` is the register's last day: nothing later has been looked for. ``demonstration`` marks a plan
    that is imaginary, and every page of it says so.
    """

    id: str
    name: Wording
    short_name: Wording
    summary: Wording
    kind: Literal["action_plan", "joint_statement", "memorandum", "treaty"]
    legal_nature: Literal["binding", "political"]
    signed: datetime.date
    term: Term
    kept_by: Literal["parties", "observer"]
    authentic_languages: tuple[Language, ...]
    recorded_until: datetime.date
    parties: tuple[Party, ...]
    pillars: tuple[Pillar, ...]
    keeper: Keeper | None = None
    aliases: tuple[Alias, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    demonstration: bool = False

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError("an id is written with letters a to z, digits, - and _: it stands in addresses")
        if (self.kept_by == "observer") != (self.keeper is not None):
            raise ValueError("a register kept by an observer names its keeper, one kept by the parties names none")
