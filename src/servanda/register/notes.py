"""What surrounds the commitments: conflicts between sources, searches that found nothing, and context."""

import datetime
from typing import Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.register.period import Period
from servanda.register.wording import Wording


class Position(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to a question on which sources differ, and who gives it."""

    answer: Wording
    documents: tuple[str, ...]


class Conflict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Facts that cannot all be taken as they stand. All are kept (CODEBOOK E6)."""

    id: str
    question: Wording
    positions: tuple[Position, ...]
    commitments: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()
    note: Wording | None = None

    def __post_init__(self) -> None:
        if len(self.positions) < 2:
            raise ValueError("a conflict has at least two positions")


class Search(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A search that was made, and found nothing (CODEBOOK E5)."""

    id: str
    sought: Wording
    outcome: Wording
    languages: tuple[Language, ...]
    searched: Period
    made_on: datetime.date
    commitments: tuple[str, ...] = ()


class ContextNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure or fact around the agreement (an index rank, a tariff, a poll). Never evidence."""

    id: str
    topic: Literal[
        "trade", "security", "mobility", "environment", "politics", "institutions", "sport", "history", "other"
    ]
    title: Wording
    note: Wording
    documents: tuple[str, ...]
    when: Period | None = None
    certainty: Literal["confirmed", "unconfirmed"] = "confirmed"
