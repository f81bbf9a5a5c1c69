"""Passages proposed for commitments, and what reviewers decided about them (CODEBOOK E)."""

import datetime
from typing import Literal

import msgspec

from servanda.register.commitment import CommitmentPassage
from servanda.register.happening import Relation, Tier
from servanda.register.wording import Statement

Step = Literal[0, 1, 2, 3, 4, 5, 6]


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A passage submitted for a commitment; a candidate until a reviewer accepts it or refuses it with a reason.

    ``happening`` is what an accepted passage became part of.
    """

    id: str
    commitment: str
    passage: CommitmentPassage
    relation: Relation
    note: Statement
    tier: Tier
    step: Step | None = None
    party: str | None = None
    standing: Literal["submitted", "accepted", "refused"] = "submitted"
    reason: Statement | None = None
    happening: str | None = None


class MentionReview(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a person decided about a commitment that the reader found; the machine's reading stays as it was.

    ``id`` is the document's id and the mention's, with a slash. ``commitment`` is what an accepted one belongs to.
    """

    id: str
    document: str
    mention: str
    outcome: Literal["accepted", "corrected", "rejected"]
    reviewed_on: datetime.date
    commitment: str | None = None
    reason: Statement | None = None
