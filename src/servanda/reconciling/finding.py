"""What several readings show together. Every finding cites its mentions, names its rule, and prefers nobody's value.

The structs are the JSON of DESIGN section 12: ``kind``, ``slot``, ``mentions``, ``detail``; codes and values, never
sentences. Decimals are strings, dates ISO 8601.
"""

import datetime
from decimal import Decimal
from typing import Literal

import msgspec

Status = Literal["confirmed", "possible"]
DifferenceRule = Literal["same_sentence_other_value", "same_slot_other_value", "same_amount_other_currency"]
SumRule = Literal["total_word", "breakdown", "nearby_amounts", "same_words"]
SameSource = Literal["same_text", "same_text_in_another_language", "same_publisher", "same_sentence"]


class Ref(msgspec.Struct, frozen=True, order=True):
    """A mention, by the name of its document and its id there."""

    document: str
    id: str


class Amounts(msgspec.Struct, frozen=True, tag="amounts", tag_field="of"):
    """The numbers from ``low`` up to, and without, ``high``."""

    low: Decimal
    high: Decimal


class Days(msgspec.Struct, frozen=True, tag="days", tag_field="of"):
    """The days from ``start`` to ``end``, both included."""

    start: datetime.date
    end: datetime.date


Interval = Amounts | Days


class Shared(msgspec.Struct, frozen=True):
    """Why mentions were put together: the actors and the words that stand beside them."""

    actors: tuple[str, ...]
    words: tuple[str, ...]


class CountedOnce(msgspec.Struct, frozen=True):
    """Documents that count as one source, with the rule that says so."""

    documents: tuple[str, ...]
    rule: SameSource


class Position(msgspec.Struct, frozen=True):
    """One of several values for one thing: who states it, and in how many independent sources."""

    value: Interval
    unit: str | None
    mentions: tuple[Ref, ...]
    sources: int


class Addition(msgspec.Struct, frozen=True):
    """One place where the parts stand with their total; the total may stand in another document."""

    total: Ref
    parts: tuple[Ref, ...]
    rule: SumRule


class CorroborationDetail(msgspec.Struct, frozen=True):
    """``value`` is what all the mentions have in common; ``unit`` a currency, "%" or what is counted."""

    rule: Literal["overlapping_values"]
    unit: str | None
    value: Interval
    shared: Shared
    sources: int
    counted_once: tuple[CountedOnce, ...]


class ConflictDetail(msgspec.Struct, frozen=True):
    """The ``positions`` exclude each other; ``sources`` counts all of them together."""

    rule: DifferenceRule
    positions: tuple[Position, ...]
    shared: Shared
    sources: int
    counted_once: tuple[CountedOnce, ...]


class SumDetail(msgspec.Struct, frozen=True):
    """``total`` is exactly the sum of ``parts``; confirmed where a text says that it is (CODEBOOK M5).

    In an ``unequal_sum`` a text says so, and it is not.
    """

    rule: Literal["exact_sum", "unequal_sum"]
    status: Status
    unit: str | None
    total: Decimal
    parts: tuple[Decimal, ...]
    shared: Shared
    places: tuple[Addition, ...]


class Finding(msgspec.Struct, frozen=True, tag_field="kind"):
    """``slot`` says in a few words what is measured: kind, unit, and the words and actors beside the mentions."""

    slot: str
    mentions: tuple[Ref, ...]

    @property
    def kind(self) -> str:
        """Return the kind as JSON has it."""
        return str(self.__struct_config__.tag)


class Corroboration(Finding, frozen=True, tag="corroboration"):
    """Independent sources state values that overlap."""

    detail: CorroborationDetail


class Conflict(Finding, frozen=True, tag="conflict"):
    """Sources state values that exclude each other. All are kept (CODEBOOK E6)."""

    detail: ConflictDetail


class Sum(Finding, frozen=True, tag="sum"):
    """Amounts or counts add up exactly to another, or a text says that they do and they do not."""

    detail: SumDetail


AnyFinding = Corroboration | Conflict | Sum
