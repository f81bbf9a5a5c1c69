"""A brief: the joint annual report of a plan, or a brief on one pillar, as at one day."""

import datetime
from collections.abc import Mapping

import msgspec

from servanda.assessing.assessment import Assessment
from servanda.assessing.cut_off import CutOff
from servanda.briefs.judged import Agreed, Judged
from servanda.briefs.money import Amount, Funds
from servanda.briefs.tables import ScoreTable
from servanda.register.agreement import Agreement, Pillar
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.forum import Meeting
from servanda.register.happening import Happening
from servanda.register.notes import Conflict
from servanda.register.reporting import Obstacle
from servanda.register.standing import Standing
from servanda.register.wording import Names, Wording


class Item(msgspec.Struct, frozen=True):
    """A commitment and its assessment; ``documents`` are the ids of those that its words and its axes rest on."""

    commitment: Commitment
    assessment: Assessment
    documents: tuple[str, ...]


class Part(msgspec.Struct, frozen=True):
    """A pillar and its commitments, by reference."""

    pillar: Pillar
    items: tuple[Item, ...]


class Closed(msgspec.Struct, frozen=True):
    """A commitment that no longer counts: withdrawn, merged into others or split."""

    commitment: Commitment
    standing: Standing


class SaidBeyondShown(msgspec.Struct, frozen=True):
    """A commitment that parties report complete while accepted documents do not show it delivered (CODEBOOK V1)."""

    item: Item
    parties: tuple[str, ...]


class Brief(msgspec.Struct, frozen=True):
    """What a brief says, before it is put into words.

    ``pillar`` is None for the annual report. ``parts`` hold what counts, ``closed`` what no longer does. ``overdue``
    comes with the longest delay first, ``coming`` (due on a date of its own) with the nearest first. ``happened`` and
    ``meetings`` are those of the year up to ``day``, the latest first; meetings that are still ahead come before.
    ``totals`` are by stage and unit. ``names`` are those of parties and institutions by id, ``forums`` those of
    forums. ``sources`` are all documents that the brief rests on, in the order in which it first cites them.
    """

    agreement: Agreement
    pillar: Pillar | None
    day: datetime.date
    cut_off: CutOff
    codebook: str
    parts: tuple[Part, ...]
    closed: tuple[Closed, ...]
    overdue: tuple[Item, ...]
    coming: tuple[Item, ...]
    said_beyond_shown: tuple[SaidBeyondShown, ...]
    obstacles: tuple[Obstacle, ...]
    conflicts: tuple[Conflict, ...]
    funds: tuple[Funds, ...]
    totals: tuple[Amount, ...]
    happened: tuple[Happening, ...]
    meetings: tuple[Meeting, ...]
    forums: Mapping[str, Names]
    names: Mapping[str, Names | Wording]
    scores: tuple[ScoreTable, ...]
    verdicts: tuple[Judged, ...]
    agreed: tuple[Agreed, ...]
    sources: tuple[CitedDocument, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All commitments of the brief, pillar by pillar."""
        return tuple(item for part in self.parts for item in part.items)
