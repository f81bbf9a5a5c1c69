"""Adopting, amending, splitting, merging and withdrawing commitments, and naming who must do them."""

import datetime
from typing import ClassVar

import msgspec

from servanda.register.acts.act import Act
from servanda.register.circumstances import Circumstances
from servanda.register.commitment import Commitment, CommitmentPassage, Deadline, Owner
from servanda.register.permission import FACT, JOINT, OWN_BY_LEAD, Permission
from servanda.register.refusal import Refusal
from servanda.register.standing import Cause, Standing, StandingValue
from servanda.register.state import Change, State
from servanda.register.wording import Statement


class Adopt(Act, frozen=True):
    """Adopt a commitment under a reference that is never used again (CODEBOOK S6)."""

    permission: ClassVar[Permission] = JOINT
    commitment: Commitment

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the commitment and its standing: proposed until the register is open."""
        return _adopted(state, self.commitment, circumstances.effective)


class Amend(Act, frozen=True):
    """Change what a commitment says. Its original deadline is kept (CODEBOOK T3)."""

    permission: ClassVar[Permission] = JOINT
    commitment: Commitment
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the commitment as amended. Raises Refusal when it is not in force, or nothing changes."""
        reference = self.commitment.reference
        before, standing = in_force(state, reference)
        if before == self.commitment:
            raise Refusal("no_change", kind="commitment", key=reference)
        _refuse_circle(state, self.commitment)
        value = "amended" if state.is_open else standing.value
        return (
            self.commitment,
            msgspec.structs.replace(standing, value=value, since=circumstances.effective, reason=self.reason),
        )


class ReviseDeadline(Act, frozen=True):
    """Give a commitment another deadline: a dated act, which lateness does not forget (CODEBOOK T3)."""

    permission: ClassVar[Permission] = JOINT
    reference: str
    deadline: Deadline
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the commitment with its new deadline. Raises Refusal as ``Amend`` does."""
        commitment, _ = in_force(state, self.reference)
        revised = msgspec.structs.replace(commitment, deadline=self.deadline)
        return Amend(revised, self.reason).change(state, circumstances)


class Split(Act, frozen=True):
    """Put two or more commitments in the place of one (CODEBOOK S3, S6)."""

    permission: ClassVar[Permission] = JOINT
    reference: str
    into: tuple[Commitment, ...]
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the new commitments, and the old one's standing. Raises Refusal ``too_few``, ``not_in_force``."""
        _, standing = in_force(state, self.reference)
        if len(self.into) < 2:
            raise Refusal("too_few", kind="commitment", key=self.reference)
        successors = tuple(one.reference for one in self.into)
        return (
            *_successors(state, self.into, (self.reference,), circumstances.effective),
            msgspec.structs.replace(
                standing, value="split", since=circumstances.effective, successors=successors, reason=self.reason
            ),
        )


class Merge(Act, frozen=True):
    """Put one commitment in the place of two or more (CODEBOOK S5, S6)."""

    permission: ClassVar[Permission] = JOINT
    references: tuple[str, ...]
    into: Commitment
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the new commitment, and the old ones' standings. Raises Refusal ``too_few``, ``not_in_force``."""
        if len(set(self.references)) < 2:
            raise Refusal("too_few", kind="commitment", key=self.into.reference)
        merged = [
            msgspec.structs.replace(
                in_force(state, reference)[1],
                value="merged",
                since=circumstances.effective,
                successors=(self.into.reference,),
                reason=self.reason,
            )
            for reference in self.references
        ]
        return (*_successors(state, (self.into,), self.references, circumstances.effective), *merged)


class Withdraw(Act, frozen=True):
    """Take a commitment back. A text that drops it does not: only this act does (CODEBOOK I8)."""

    permission: ClassVar[Permission] = JOINT
    reference: str
    cause: Cause
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the commitment's standing, withdrawn. Raises Refusal ``not_in_force``."""
        _, standing = in_force(state, self.reference)
        return (
            msgspec.structs.replace(
                standing, value="withdrawn", since=circumstances.effective, cause=self.cause, reason=self.reason
            ),
        )


class AddPassage(Act, frozen=True):
    """Point to another passage that makes, repeats or elaborates a commitment (CODEBOOK S5, I7)."""

    permission: ClassVar[Permission] = FACT
    reference: str
    passage: CommitmentPassage

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the commitment with the passage. Raises Refusal ``already_recorded``, ``not_in_force``."""
        commitment, _ = in_force(state, self.reference)
        if self.passage in commitment.passages:
            raise Refusal("already_recorded", kind="passage", key=self.reference)
        return (msgspec.structs.replace(commitment, passages=(*commitment.passages, self.passage)),)


class NameOwner(Act, frozen=True):
    """Name who must do it for a party: the party's own affair."""

    permission: ClassVar[Permission] = OWN_BY_LEAD
    reference: str
    owner: Owner

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the commitment with this owner in the place of the party's last. Raises Refusal ``no_change``."""
        commitment, _ = in_force(state, self.reference)
        if self.owner in commitment.owners:
            raise Refusal("no_change", kind="commitment", key=self.reference)
        others = tuple(owner for owner in commitment.owners if owner.party != self.owner.party)
        return (msgspec.structs.replace(commitment, owners=(*others, self.owner)),)

    def party(self, state: State) -> str | None:  # noqa: ARG002 the owner names its party
        """Return the owner's party."""
        return self.owner.party


def in_force(state: State, reference: str) -> tuple[Commitment, Standing]:
    """Return a commitment that still counts. Raises Refusal ``no_such``, or ``not_in_force`` with what became of it."""
    commitment, standing = state.get(Commitment, reference), state.get(Standing, reference)
    if not standing.counts and (state.is_open or standing.value != "proposed"):
        raise Refusal("not_in_force", kind="commitment", key=reference, standing=standing.value)
    return commitment, standing


def _adopted(
    state: State, commitment: Commitment, day: datetime.date, predecessors: tuple[str, ...] = ()
) -> tuple[Commitment, Standing]:
    if state.find(Commitment, commitment.reference) is not None:
        raise Refusal("already_recorded", kind="commitment", key=commitment.reference)
    _refuse_circle(state, commitment)
    value: StandingValue = "in_force" if state.is_open else "proposed"
    original = _original(state, predecessors) or commitment.deadline
    return commitment, Standing(commitment.reference, value, day, original, predecessors=predecessors)


def _original(state: State, predecessors: tuple[str, ...]) -> Deadline | None:
    """Return the earliest original deadline of what a commitment comes from: no split or merger forgets it."""
    deadlines = (state.get(Standing, reference).original for reference in predecessors)
    return min((one for one in deadlines if one is not None), key=lambda one: one.period.end, default=None)


def _successors(
    state: State, commitments: tuple[Commitment, ...], predecessors: tuple[str, ...], day: datetime.date
) -> list[Commitment | Standing]:
    references = [one.reference for one in commitments]
    if len(set(references)) < len(references):
        raise Refusal("already_recorded", kind="commitment", key=max(references, key=references.count))
    return [record for one in commitments for record in _adopted(state, one, day, predecessors)]


def _refuse_circle(state: State, commitment: Commitment) -> None:
    above, seen = commitment.parent, {commitment.reference}
    while above is not None:
        if above in seen:
            raise Refusal("would_form_a_circle", kind="commitment", key=commitment.reference)
        seen.add(above)
        parent = state.find(Commitment, above)
        above = None if parent is None else parent.parent
