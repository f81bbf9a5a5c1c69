"""What the API answers with, beyond the register's own records."""

import datetime
from typing import Any, Literal

import msgspec

from servanda.assessing.assessment import Assessment, Group
from servanda.assessing.rolling_up import RollUp
from servanda.assessing.scoring import Scores
from servanda.reading.mention import Excluded, Issue
from servanda.reconciling.finding import AnyFinding
from servanda.register.acts.any_act import AnyAct
from servanda.register.agreement import Agreement
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.records import SHAPES
from servanda.register.standing import Standing
from servanda_portal.api.shapes import AnyMention


def item_of(kind: str, shape: type[Any]) -> type[msgspec.Struct]:
    """Return the shape of a record of a kind, as a list has it: its key, and the entry that made this version."""
    fields = [("kind", Literal[kind]), ("key", str), ("entry", int), ("record", shape)]
    return msgspec.defstruct(f"{shape.__name__}Item", fields, frozen=True)


def page_of(item: Any, name: str) -> type[msgspec.Struct]:  # noqa: ANN401 any shape
    """Return the shape of a part of a list: ``answering.Page`` with these items."""
    fields = [
        ("plan", str),
        ("day", datetime.date),
        ("count", int),
        ("items", tuple[item, ...]),
        ("next", str | None),
    ]
    return msgspec.defstruct(f"{name}Page", fields, frozen=True)


ITEMS: dict[str, type[Any]] = {kind: item_of(kind, shape) for kind, shape in SHAPES.items()}


class Index(msgspec.Struct, frozen=True):
    """Where to begin."""

    name: str
    version: str
    openapi: str
    plans: str
    problems: str


class ProblemTypes(msgspec.Struct, frozen=True):
    """What each type of problem is, and what each rule of the register says when it refuses an act."""

    types: dict[str, str]
    refusals: dict[str, str]


class PlanSummary(msgspec.Struct, frozen=True):
    """A plan in figures: how many commitments count, and how many of them stand where on the evidence axis.

    ``late`` are those whose stated date passed without delivery, or was met late; ``links`` lead on.
    """

    id: str
    agreement: Agreement
    demonstration: bool
    day: datetime.date
    entries: int
    commitments: int
    groups: dict[Group, int]
    late: int
    links: dict[str, str]


class Plans(msgspec.Struct, frozen=True):
    """Every plan that is published here, imaginary ones last."""

    items: tuple[PlanSummary, ...]


class CommitmentItem(msgspec.Struct, frozen=True):
    """A commitment, where it is in its life, and what the codebook makes of it. ``entry`` made this version."""

    kind: Literal["commitment"]
    key: str
    entry: int
    record: Commitment
    standing: Standing | None
    group: Group
    assessment: Assessment


class CommitmentVersion(msgspec.Struct, frozen=True):
    """A version: the entry that made it, when that was recorded and took effect, and the commitment as it then was."""

    entry: int
    recorded: datetime.datetime
    effective: datetime.date
    record: Commitment


class Quoted(msgspec.Struct, frozen=True):
    """The words of a commitment's passage (``number`` counts from 0) in a document that is here."""

    number: int
    document: str
    start: int
    quote: str


class CommitmentDetail(CommitmentItem, frozen=True):
    """The same with every version, the words where they stand, and where to find what was recorded about it."""

    versions: tuple[CommitmentVersion, ...]
    words: tuple[Quoted, ...]
    links: dict[str, str]


class DocumentItem(msgspec.Struct, frozen=True):
    """A cited document. Where it is here to be read: the SHA-256 of its bytes, and how many mentions of each kind."""

    kind: Literal["document"]
    key: str
    entry: int
    record: CitedDocument
    sha256: str | None
    mentions: dict[str, int]


class ReadingAnswer(msgspec.Struct, frozen=True):
    """What was read in a document, without the mentions, which have a list of their own.

    ``start`` and ``end`` count the Unicode code points of the canonical text.
    """

    document: str
    sha256: str
    reader: str
    mentions: dict[str, int]
    excluded: tuple[Excluded, ...]
    issues: tuple[Issue, ...]


class FoundMention(msgspec.Struct, frozen=True):
    """A mention that a finding rests on, in the document that the plan cites so, with the words around it."""

    document: str
    before: str
    after: str
    mention: AnyMention


class FindingItem(msgspec.Struct, frozen=True):
    """What several readings show together, with everything that it rests on."""

    finding: AnyFinding
    mentions: tuple[FoundMention, ...]


class AssessmentItem(msgspec.Struct, frozen=True):
    """The three axes of a commitment with their rules, and its scores under each rubric."""

    reference: str
    counts: bool
    group: Group
    assessment: Assessment
    scores: dict[str, Scores]


class RollUps(msgspec.Struct, frozen=True):
    """What the commitments that count score, under each rubric and in each grouping that was asked for."""

    plan: str
    day: datetime.date
    items: tuple[RollUp, ...]


class EntryItem(msgspec.Struct, frozen=True):
    """An entry of the ledger. ``act`` is None where not everybody may see it; then ``sealed`` is its salted digest."""

    number: int
    recorded: datetime.datetime
    effective: datetime.date
    by: Author
    visible_to: str
    public_from: datetime.date | None
    sealed: str | None
    act: AnyAct | None


class EntryDetail(EntryItem, frozen=True):
    """The same with the envelope that was signed, byte for byte, and its hash in the tree (RFC 9162)."""

    envelope: str
    leaf_hash: str


class CheckpointAnswer(msgspec.Struct, frozen=True):
    """The signed note over a ledger of so many entries (C2SP), and where the whole of it is to be had."""

    plan: str
    size: int
    note: str
    export: str


class Recorded(msgspec.Struct, frozen=True):
    """The numbers of the entries that acts became; of a ``dry_run``, those that they would have become."""

    plan: str
    dry_run: bool
    entries: tuple[int, ...]
