"""Freezing guidelines, coding, drafts, the right of reply, and final verdicts (CODEBOOK D1, V8 to V10)."""

from typing import ClassVar

import msgspec

from servanda.register.acts.act import Act, Recording
from servanda.register.circumstances import Circumstances
from servanda.register.commitment import Commitment
from servanda.register.permission import EVALUATE, OWN, Permission
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State
from servanda.register.verdict import FrozenGuideline, Reply, Verdict
from servanda.register.wording import Statement


class FreezeGuideline(Recording, frozen=True):
    """Freeze what one will judge a commitment by, before any evidence is coded (CODEBOOK D1)."""

    permission: ClassVar[Permission] = EVALUATE
    guideline: FrozenGuideline

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the guideline. Raises Refusal ``guideline_frozen`` once something was coded by it."""
        _refuse_others(self.guideline.evaluator, circumstances)
        _refuse_not_verifiable(state, self.guideline.commitment)
        if self.correction is not None and _coded_by(state, self.guideline):
            raise Refusal("guideline_frozen", kind="guideline", key=self.guideline.id)
        return super().change(state, circumstances)


class CodeCommitment(Recording, frozen=True):
    """Score a commitment. Blind where the act is visible to its evaluator alone until a stated day (CODEBOOK V10)."""

    permission: ClassVar[Permission] = EVALUATE
    verdict: Verdict

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the coding.

        Raises Refusal ``guideline_not_frozen``, ``not_verifiable`` (CODEBOOK D2), or ``already_final``.
        """
        verdict = self.verdict
        _refuse_others(verdict.evaluator, circumstances)
        _refuse_not_verifiable(state, verdict.commitment)
        if not any(
            (one.commitment, one.evaluator) == (verdict.commitment, verdict.evaluator)
            and state.is_known(FrozenGuideline, one.id, circumstances)
            for one in state.all(FrozenGuideline)
        ):
            raise Refusal("guideline_not_frozen", kind="commitment", key=verdict.commitment)
        before = state.find(Verdict, verdict.id)
        if verdict.standing != "coded" or (before is not None and before.standing != "coded"):
            raise Refusal("already_final", kind="verdict", key=verdict.id)
        return super().change(state, circumstances)

    def party(self, state: State) -> str | None:  # noqa: ARG002 a verdict about a party is the evaluator's
        """Return None: no party owns a verdict about it."""
        return None


class DraftVerdict(Recording, frozen=True):
    """Show the parties a draft, and give them until ``replies_until`` to reply (CODEBOOK V9)."""

    permission: ClassVar[Permission] = EVALUATE
    verdict: Verdict

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the draft. Raises Refusal ``right_of_reply_open`` when it gives the parties no day to reply."""
        verdict = self.verdict
        _refuse_others(verdict.evaluator, circumstances)
        _refuse_not_verifiable(state, verdict.commitment)
        before = state.find(Verdict, verdict.id)
        if verdict.standing != "draft" or (before is not None and before.standing == "final"):
            raise Refusal("already_final", kind="verdict", key=verdict.id)
        if verdict.replies_until is None or verdict.replies_until <= circumstances.recorded.date():
            raise Refusal("right_of_reply_open", kind="verdict", key=verdict.id)
        return super().change(state, circumstances)

    def party(self, state: State) -> str | None:  # noqa: ARG002 a verdict about a party is the evaluator's
        """Return None: no party owns a verdict about it."""
        return None


class ReplyToVerdict(Recording, frozen=True):
    """Reply to a draft, for one's own party, while there is time (CODEBOOK V9)."""

    permission: ClassVar[Permission] = OWN
    reply: Reply

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the reply. Raises Refusal ``already_final`` when the verdict is no draft, or its day has passed."""
        verdict = state.get(Verdict, self.reply.verdict)
        until = verdict.replies_until
        if verdict.standing != "draft" or until is None or circumstances.recorded.date() > until:
            raise Refusal("already_final", kind="verdict", key=verdict.id)
        return super().change(state, circumstances)


class FinaliseVerdict(Act, frozen=True):
    """Make a draft final, as it stood or changed after the replies."""

    permission: ClassVar[Permission] = EVALUATE
    verdict: str
    score: str
    reasons: Statement
    differs: Statement | None = None

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the final verdict.

        Raises Refusal ``already_final``, ``own_verdict_only``, or ``right_of_reply_open`` before the last day to reply
        has passed.
        """
        draft = state.get(Verdict, self.verdict)
        _refuse_others(draft.evaluator, circumstances)
        if draft.standing != "draft":
            raise Refusal("already_final", kind="verdict", key=self.verdict)
        if draft.replies_until is None or circumstances.recorded.date() <= draft.replies_until:
            raise Refusal("right_of_reply_open", kind="verdict", key=self.verdict, until=str(draft.replies_until))
        return (
            msgspec.structs.replace(
                draft, standing="final", score=self.score, reasons=self.reasons, differs=self.differs
            ),
        )


def _refuse_others(evaluator: str, circumstances: Circumstances) -> None:
    if circumstances.author.holder != evaluator:
        raise Refusal("own_verdict_only", kind="evaluator", key=evaluator)


def _refuse_not_verifiable(state: State, reference: str) -> None:
    if not state.get(Commitment, reference).verifiable:
        raise Refusal("not_verifiable", kind="commitment", key=reference)


def _coded_by(state: State, guideline: FrozenGuideline) -> list[Verdict]:
    return [
        one
        for one in state.all(Verdict)
        if (one.commitment, one.evaluator) == (guideline.commitment, guideline.evaluator)
    ]
