"""What happened: dated, neutral, sourced; the link to a commitment carries the judgement (CODEBOOK E7)."""

from typing import Literal

import msgspec

from servanda.register.period import Period
from servanda.register.wording import Names, Wording

Relation = Literal["restates", "progress", "completes", "delays", "contradicts", "context"]
Tier = Literal["A", "B", "C", "D", "E"]


class Bearing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a happening bears on one commitment.

    ``step`` is the step reached (CODEBOOK E3: 0 to 6), ``tier`` the best tier among its sources (CODEBOOK E2),
    ``reason`` why a reviewer coded it so. ``party`` narrows it to one party's action.
    """

    commitment: str
    relation: Relation
    tier: Tier
    reason: Wording
    step: Literal[0, 1, 2, 3, 4, 5, 6] | None = None
    party: str | None = None


class Happening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something dated that occurred, told in our own words. ``certainty``: unconfirmed claims say so on the page."""

    id: str
    when: Period
    title: Wording
    summary: Wording
    documents: tuple[str, ...]
    type: Literal["meeting", "visit", "mission", "payment", "law", "launch", "signature", "statement", "operation",
                  "publication", "other"]  # fmt: skip
    certainty: Literal["confirmed", "unconfirmed"] = "confirmed"
    place: Names | None = None
    bearings: tuple[Bearing, ...] = ()


class PublishedPosition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a party has said of its own progress, quoted in our words (CODEBOOK X, official axis; R3)."""

    commitment: str
    party: str
    standing: Literal["not_started", "in_progress", "obstructed", "reported_complete", "abandoned"]
    date: Period
    summary: Wording
    documents: tuple[str, ...]
