"""What a reading holds: mentions with their values, what was left out and why, and what was unclear.

The structs are the JSON of DESIGN section 12: field for field, Decimals as strings, dates as ISO 8601.
"""

import datetime
from decimal import Decimal
from typing import Literal

import msgspec

Kind = Literal[
    "money", "quantity", "percent", "rank", "date", "duration", "recurrence", "actor", "quotation", "commitment"
]
Qualifier = Literal["about", "at_least", "at_most", "more_than", "less_than", "nearly", "up_to"]
CurrencyBasis = Literal["stated", "donor", "publisher", "assumed"]
Granularity = Literal["day", "week", "month", "quarter", "half", "season", "year", "interval"]
Force = Literal["firm", "intended", "exploratory"]
Stage = Literal["new", "continuing"]
Reason = Literal[
    "past", "simultaneous", "wish", "shared_value", "welcome", "description", "ceremony", "third_party", "boilerplate"
]


class Money(msgspec.Struct, frozen=True, gc=False):
    """An amount and the half-open interval [low, high) that its rounding or its range implies.

    ``currency`` is ISO 4217, or None where the text does not say and nothing around it does; ``period`` is an ISO 8601
    duration for "a year" and the like.
    """

    amount: Decimal
    currency: str | None
    currency_basis: CurrencyBasis | None
    low: Decimal
    high: Decimal
    qualifier: Qualifier | None = None
    period: str | None = None


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number of something; a bare number has no unit."""

    number: Decimal
    unit: str | None
    low: Decimal
    high: Decimal
    qualifier: Qualifier | None = None


class Percent(msgspec.Struct, frozen=True, gc=False):
    """A share in percent."""

    number: Decimal
    low: Decimal
    high: Decimal
    qualifier: Qualifier | None = None


class Rank(msgspec.Struct, frozen=True, gc=False):
    """A place in an order: "140th of 180", "the third"."""

    number: Decimal
    of: Decimal | None = None


class Date(msgspec.Struct, frozen=True, gc=False):
    """A first and a last day, both included, and how fine the text was."""

    start: datetime.date
    end: datetime.date
    granularity: Granularity


class Duration(msgspec.Struct, frozen=True, gc=False):
    """A length of time, as ISO 8601 ("P3Y")."""

    iso: str


class Recurrence(msgspec.Struct, frozen=True, gc=False):
    """How often, as an RFC 5545 rule without the prefix ("FREQ=MONTHLY;INTERVAL=6")."""

    rrule: str


class ActorValue(msgspec.Struct, frozen=True, gc=False):
    """Who: the canonical name, the id where it is known, and what kind of actor."""

    name: str
    id: str | None
    type: str | None


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who is quoted, and where the text says so."""

    name: str
    start: int
    end: int


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """Words that somebody else said; ``direct`` where they stand in quotation marks."""

    speaker: Speaker | None
    direct: bool


class Completeness(msgspec.Struct, frozen=True, gc=False):
    """Which parts a commitment states (CODEBOOK I6)."""

    deliverable: bool
    target: bool
    timeframe: bool
    owner: bool


class Commitment(msgspec.Struct, frozen=True, gc=False):
    """A public statement of future action or aim (CODEBOOK I1).

    ``promisors`` are ids of parties or institutions, empty where the text names none. ``money`` are ids of mentions,
    ``parent`` the id of the commitment of which this is a measure (CODEBOOK S2).
    """

    promisors: tuple[str, ...]
    force: Force
    stage: Stage
    action: str
    object: str
    deadline: Date | None
    recurrence: str | None
    money: tuple[str, ...]
    completeness: Completeness
    spoken: bool
    parent: str | None = None


Value = Money | Quantity | Percent | Rank | Date | Duration | Recurrence | ActorValue | Quotation | Commitment


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One thing read at one passage: ``quote == text[start:end]``, always. ``rule`` names the rule that read it."""

    id: str
    kind: Kind
    start: int
    end: int
    quote: str
    rule: str
    value: Value


class Excluded(msgspec.Struct, frozen=True, gc=False):
    """A sentence that was considered and left out, with its reason (CODEBOOK I2)."""

    start: int
    end: int
    quote: str
    reason: Reason


class Issue(msgspec.Struct, frozen=True, gc=False):
    """Something that the reader could not settle, and where."""

    code: str
    start: int
    end: int
    detail: str = ""


class Reading(msgspec.Struct, frozen=True, gc=False):
    """Everything read in one document, in the order of the text."""

    mentions: tuple[Mention, ...]
    excluded: tuple[Excluded, ...]
    issues: tuple[Issue, ...]
    reader: str


def mention(kind: Kind, text: str, start: int, end: int, rule: str, value: Value) -> Mention:
    """Make a mention that cuts to its quote; its id says what it is and where."""
    return Mention(f"{kind}-{start}-{end}", kind, start, end, text[start:end], rule, value)
