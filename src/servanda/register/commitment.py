"""A commitment: what was undertaken, by whom, by when, and in which words of which document."""

from typing import Literal

import msgspec

from servanda.register.period import Period
from servanda.register.wording import Wording
from servanda.text.selectors import HashSelector, QuoteSelector

Force = Literal["firm", "intended", "exploratory"]
Stage = Literal["new", "continuing"]
PassageRole = Literal["states", "restates", "elaborates"]


class CommitmentPassage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a document makes the commitment.

    ``states`` is the text that makes it, ``restates`` one that repeats it (CODEBOOK S5), ``elaborates`` one that adds
    precision (CODEBOOK I7). A passage has a quote where the words may be stored, a hash where they may not, and
    neither where only the document is cited.
    """

    document: str
    role: PassageRole = "states"
    quote: QuoteSelector | None = None
    hash: HashSelector | None = None

    def __post_init__(self) -> None:
        if self.quote is not None and self.hash is not None:
            raise ValueError("a passage has a quote or a hash, not both")


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By when. ``stated`` in the text, or ``derived`` from it by arithmetic that ``words`` explains.

    A commitment without one is assumed due on the last day of the term (CODEBOOK D5); data never states that day.
    """

    period: Period
    basis: Literal["stated", "derived"]
    words: Wording | None = None


class Owner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who must do it, for one party."""

    party: str
    institution: str


class Completeness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which parts the words state (CODEBOOK I6)."""

    deliverable: bool
    target: bool
    timeframe: bool
    owner: bool


class Guideline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What would count as delivered, partly delivered and not delivered (CODEBOOK D1)."""

    full: Wording
    partial: Wording
    none: Wording


class Commitment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public statement of future action or aim, specific on at least one of action, target, timetable (CODEBOOK I1).

    ``reference`` is permanent (CODEBOOK S6). ``verifiable`` False means that no delivery verdict is possible as worded
    (CODEBOOK D2); ``verifiable_note`` says why. ``control`` runs from 1, in the party's own hands, to 4, beyond them
    (CODEBOOK D4). ``parent`` is the commitment of which this is a measure (CODEBOOK S2, S3).
    """

    reference: str
    pillar: str
    title: Wording
    summary: Wording
    promisors: tuple[str, ...]
    force: Force
    completeness: Completeness
    verifiable: bool
    passages: tuple[CommitmentPassage, ...]
    stage: Stage = "new"
    area: str | None = None
    owners: tuple[Owner, ...] = ()
    deadline: Deadline | None = None
    recurrence: str | None = None
    spoken: bool = False
    verifiable_note: Wording | None = None
    control: Literal[1, 2, 3, 4] | None = None
    guideline: Guideline | None = None
    parent: str | None = None
