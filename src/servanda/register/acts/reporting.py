"""Reporting rounds, a party's reports, and the obstacles it raises (CODEBOOK R)."""

from typing import ClassVar

import msgspec

from servanda.register.acts.act import Act, Recording
from servanda.register.acts.commitments import in_force
from servanda.register.circumstances import Circumstances
from servanda.register.permission import JOINT, OWN, Permission
from servanda.register.refusal import Refusal
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.state import Change, State
from servanda.register.wording import Statement


class OpenRound(Recording, frozen=True):
    """Agree on a reporting round, its first and its last day (CODEBOOK R1)."""

    permission: ClassVar[Permission] = JOINT
    round: Round


class SubmitReport(Recording, frozen=True):
    """Report on one commitment, for one's own party (CODEBOOK R2)."""

    permission: ClassVar[Permission] = OWN
    report: Report

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the report.

        Raises Refusal when the commitment is not in force, the party is no party, the round is not open on the day of
        the record, or a document that is not there shows what happened.
        """
        in_force(state, self.report.commitment)
        if self.report.round is not None:
            opened = state.get(Round, self.report.round)
            if self.correction is None and not opened.opens <= circumstances.recorded.date() <= opened.closes:
                raise Refusal("round_closed", kind="round", key=opened.id, closes=str(opened.closes))
        return super().change(state, circumstances)


class RaiseObstacle(Recording, frozen=True):
    """Say what stands in the way, and to whom it was raised."""

    permission: ClassVar[Permission] = OWN
    obstacle: Obstacle


class ResolveObstacle(Act, frozen=True):
    """Say that an obstacle is out of the way, and how."""

    permission: ClassVar[Permission] = OWN
    obstacle: str
    outcome: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the obstacle, resolved. Raises Refusal ``no_such``, or ``already_decided``."""
        obstacle = state.get(Obstacle, self.obstacle)
        if obstacle.standing == "resolved":
            raise Refusal("already_decided", kind="obstacle", key=self.obstacle)
        return (msgspec.structs.replace(obstacle, standing="resolved", outcome=self.outcome),)

    def party(self, state: State) -> str | None:
        """Return the party that raised it."""
        return state.get(Obstacle, self.obstacle).party
