"""Contesting a record, and two reviewers' answers (CODEBOOK V9)."""

from typing import ClassVar, Literal

import msgspec

from servanda.register.acts.act import Act, Recording
from servanda.register.circumstances import Circumstances
from servanda.register.permission import REVIEW, SUBMIT, Permission
from servanda.register.records import SHAPES
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State
from servanda.register.verdict import Dispute, Ruling
from servanda.register.wording import Statement

_RULINGS = 2


class OpenDispute(Recording, frozen=True):
    """Contest a record: a verdict, a happening, a report ... Anybody with a key may."""

    permission: ClassVar[Permission] = SUBMIT
    dispute: Dispute

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the dispute.

        Raises Refusal ``no_such`` when it is about nothing, ``of_another_party`` when it is somebody else's,
        ``already_decided`` when it comes with an answer or has one.
        """
        dispute = self.dispute
        shape = SHAPES.get(dispute.kind)
        if shape is None or state.find(shape, dispute.key) is None:
            raise Refusal("no_such", kind=dispute.kind, key=dispute.key)
        if dispute.by != circumstances.author.holder:
            raise Refusal("of_another_party", party=dispute.by)
        before = state.find(Dispute, dispute.id)
        if dispute.rulings or dispute.standing != "open" or (before is not None and before.rulings):
            raise Refusal("already_decided", kind="dispute", key=dispute.id)
        return super().change(state, circumstances)


class RuleOnDispute(Act, frozen=True):
    """Answer a dispute. When two reviewers of the same mind have, it is closed; a reviewer answers once."""

    permission: ClassVar[Permission] = REVIEW
    dispute: str
    outcome: Literal["upheld", "rejected"]
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the dispute with this ruling. Raises Refusal ``dispute_closed``, or ``same_person``."""
        dispute = state.get(Dispute, self.dispute)
        if dispute.standing != "open":
            raise Refusal("dispute_closed", kind="dispute", key=self.dispute)
        author = circumstances.author
        reviewer = author.person or author.holder
        if any(ruling.reviewer == reviewer for ruling in dispute.rulings) or dispute.by == reviewer:
            raise Refusal("same_person", kind="dispute", key=self.dispute)
        rulings = (*dispute.rulings, Ruling(reviewer, self.outcome, self.reason))
        alike = sum(ruling.outcome == self.outcome for ruling in rulings)
        standing = self.outcome if alike >= _RULINGS else "open"
        return (msgspec.structs.replace(dispute, rulings=rulings, standing=standing),)
