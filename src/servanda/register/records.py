"""The kinds of record that a register holds, under one name each, and the key of each record."""

from typing import Any

from servanda.register.actors import Institution, OtherAgreement, Person
from servanda.register.agreement import Agreement
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution
from servanda.register.evidence import Evidence, MentionReview
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.indicator import Indicator, Observation
from servanda.register.keys import Grant, Key
from servanda.register.minutes import FollowUp, Minutes
from servanda.register.notes import Conflict, ContextNote, Search
from servanda.register.opening import Opening
from servanda.register.project import Project
from servanda.register.proposal import Proposal
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.standing import Standing
from servanda.register.verdict import Dispute, FrozenGuideline, Reply, Verdict
from servanda.register.weights import TermWeights

Record = Any  # a value of one of the shapes below

SHAPES: dict[str, type[Any]] = {
    "agreement": Agreement, "opening": Opening, "key": Key, "grant": Grant,
    "institution": Institution, "person": Person, "other_agreement": OtherAgreement,
    "document": CitedDocument,
    "commitment": Commitment, "standing": Standing, "proposal": Proposal,
    "forum": Forum, "meeting": Meeting, "minutes": Minutes, "follow_up": FollowUp,
    "round": Round, "report": Report, "obstacle": Obstacle,
    "contribution": Contribution, "indicator": Indicator, "observation": Observation, "project": Project,
    "happening": Happening, "position": PublishedPosition, "conflict": Conflict, "search": Search,
    "context": ContextNote,
    "evidence": Evidence, "mention_review": MentionReview, "weights": TermWeights,
    "guideline": FrozenGuideline, "verdict": Verdict, "reply": Reply, "dispute": Dispute,
}  # fmt: skip
KINDS: dict[type[Any], str] = {shape: kind for kind, shape in SHAPES.items()}


def kind_of(record: Record) -> str:
    """Return the name of a record's kind."""
    return KINDS[type(record)]


def key_of(record: Record) -> str:
    """Return what a record is known by within its kind; it never changes."""
    if isinstance(record, Commitment | Standing):
        return record.reference
    if isinstance(record, PublishedPosition):
        return f"{record.commitment}/{record.party}/{record.date}"
    return str(record.id)
