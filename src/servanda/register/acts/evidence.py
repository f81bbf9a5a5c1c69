"""Happenings, evidence that is submitted and judged, searches, conflicts and context (CODEBOOK E)."""

from typing import ClassVar

import msgspec

from servanda.register.acts.act import Act, Recording
from servanda.register.circumstances import Circumstances
from servanda.register.evidence import Evidence, MentionReview
from servanda.register.happening import Bearing, Happening, PublishedPosition
from servanda.register.notes import Conflict, ContextNote, Search
from servanda.register.permission import FACT, REVIEW, SEARCH, SUBMIT, Permission
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State
from servanda.register.weights import TermWeights
from servanda.register.wording import Statement


class RecordHappening(Recording, frozen=True):
    """Record something dated that occurred, and how it bears on commitments (CODEBOOK E7)."""

    permission: ClassVar[Permission] = REVIEW
    happening: Happening


class SubmitEvidence(Recording, frozen=True):
    """Propose a passage for a commitment: a candidate until a reviewer decides."""

    permission: ClassVar[Permission] = SUBMIT
    evidence: Evidence

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the candidate. Raises Refusal ``already_decided`` when it comes with a decision."""
        before = state.find(Evidence, self.evidence.id)
        if self.evidence.standing != "submitted" or (before is not None and before.standing != "submitted"):
            raise Refusal("already_decided", kind="evidence", key=self.evidence.id)
        return super().change(state, circumstances)

    def party(self, state: State) -> str | None:  # noqa: ARG002 evidence about a party may come from anybody
        """Return None: evidence is nobody's own affair."""
        return None


class AcceptEvidence(Act, frozen=True):
    """Accept a passage as evidence: it becomes a source of a happening, with how that bears on the commitment."""

    permission: ClassVar[Permission] = REVIEW
    evidence: str
    happening: str
    bearing: Bearing

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the evidence, accepted, and the happening with it. Raises Refusal ``already_decided``."""
        evidence = _undecided(state, self.evidence)
        happening = state.get(Happening, self.happening)
        if self.bearing.commitment != evidence.commitment:
            raise Refusal("no_such", kind="commitment", key=self.bearing.commitment)
        documents = tuple(dict.fromkeys((*happening.documents, evidence.passage.document)))
        bearings = happening.bearings if self.bearing in happening.bearings else (*happening.bearings, self.bearing)
        return (
            msgspec.structs.replace(evidence, standing="accepted", happening=self.happening),
            msgspec.structs.replace(happening, documents=documents, bearings=bearings),
        )


class RefuseEvidence(Act, frozen=True):
    """Refuse a passage as evidence, with the reason."""

    permission: ClassVar[Permission] = REVIEW
    evidence: str
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the evidence, refused. Raises Refusal ``already_decided``."""
        return (msgspec.structs.replace(_undecided(state, self.evidence), standing="refused", reason=self.reason),)


class ReviewMention(Recording, frozen=True):
    """Decide about a commitment that the reader found in a text: accept, correct or reject it, with a reason."""

    permission: ClassVar[Permission] = REVIEW
    mention_review: MentionReview


class RecordPosition(Recording, frozen=True):
    """Record what a party has published of its own progress (CODEBOOK X, official axis)."""

    permission: ClassVar[Permission] = FACT
    position: PublishedPosition

    def party(self, state: State) -> str | None:  # noqa: ARG002 what is published anybody may cite
        """Return None: it quotes the party and does not speak for it."""
        return None


class RecordSearch(Recording, frozen=True):
    """Record a search and what came of it (CODEBOOK E5)."""

    permission: ClassVar[Permission] = SEARCH
    search: Search


class RecordConflict(Recording, frozen=True):
    """Record a question on which sources differ; all answers are kept (CODEBOOK E6)."""

    permission: ClassVar[Permission] = REVIEW
    conflict: Conflict


class RecordContext(Recording, frozen=True):
    """Record a figure or fact around the agreement, which never counts as evidence."""

    permission: ClassVar[Permission] = FACT
    context: ContextNote


class AdoptWeights(Recording, frozen=True):
    """Adopt the weights by which the monitor finds candidates; an earlier version is adopted again under a new id."""

    permission: ClassVar[Permission] = REVIEW
    weights: TermWeights


def _undecided(state: State, identity: str) -> Evidence:
    evidence = state.get(Evidence, identity)
    if evidence.standing != "submitted":
        raise Refusal("already_decided", kind="evidence", key=identity, standing=evidence.standing)
    return evidence
