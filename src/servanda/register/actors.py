"""Institutions, offices and people: who acts for whom, and who holds what when."""

import datetime
from typing import Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.register.wording import Names


class Alias(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another way to write a name, and in which language, where it belongs to one."""

    text: str
    language: Language | None = None


class Institution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ministry, agency or body, acting for a party (``party``) or on its own (None)."""

    id: str
    type: Literal["institution", "organisation"]
    name: Names
    party: str | None = None
    short: Names | None = None
    aliases: tuple[Alias, ...] = ()


class Tenure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office held, from and to the days that are known."""

    title: Names
    party: str
    institution: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone who speaks or signs; ``short`` are the later short forms that texts use ("Carney")."""

    id: str
    name: str
    short: tuple[str, ...]
    tenures: tuple[Tenure, ...]


class OtherAgreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another treaty or plan that texts name, with its names and acronyms in each language."""

    id: str
    name: Names
    aliases: tuple[Alias, ...] = ()


class Actors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everybody that this plan's texts name, beyond the states that the lexicon knows."""

    institutions: tuple[Institution, ...] = ()
    people: tuple[Person, ...] = ()
    agreements: tuple[OtherAgreement, ...] = ()
