"""Forums, meetings, agreed minutes, and what becomes of decisions."""

from typing import ClassVar

from servanda.register.acts.act import Recording, party_of
from servanda.register.circumstances import Circumstances
from servanda.register.forum import Forum, Meeting
from servanda.register.minutes import FollowUp, Minutes
from servanda.register.permission import FACT, JOINT, OWN, Permission
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State


class RecordForum(Recording, frozen=True):
    """Record a dialogue, committee or working group; its cadence makes meetings fall due."""

    permission: ClassVar[Permission] = JOINT
    forum: Forum


class RecordMeeting(Recording, frozen=True):
    """Record a meeting that was held, is planned, or was announced."""

    permission: ClassVar[Permission] = FACT
    meeting: Meeting


class AgreeMinutes(Recording, frozen=True):
    """Agree the minutes of a meeting, with its decisions."""

    permission: ClassVar[Permission] = JOINT
    minutes: Minutes

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the minutes. Raises Refusal when a decision's id is taken by another meeting's."""
        mine = {decision.id for decision in self.minutes.decisions}
        for other in state.all(Minutes):
            taken = mine & {decision.id for decision in other.decisions}
            if other.id != self.minutes.id and taken:
                raise Refusal("already_recorded", kind="decision", key=min(taken))
        return super().change(state, circumstances)


class FollowUpDecision(Recording, frozen=True):
    """Say what became of a decision: its owner's own affair."""

    permission: ClassVar[Permission] = OWN
    follow_up: FollowUp

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the follow-up, which takes the place of the last one.

        Raises Refusal ``no_such``, ``no_change``, or ``of_another_party`` for a party whose decision it is not.
        """
        known = (minutes for minutes in state.all(Minutes) if state.is_known(Minutes, minutes.id, circumstances))
        if self.follow_up.id not in {decision.id for minutes in known for decision in minutes.decisions}:
            raise Refusal("no_such", kind="decision", key=self.follow_up.id)
        if state.find(FollowUp, self.follow_up.id) == self.follow_up:
            raise Refusal("no_change", kind="decision", key=self.follow_up.id)
        if (party := self.party(state)) != self.follow_up.party:
            raise Refusal("of_another_party", party=party or "")
        return (self.follow_up,)

    def party(self, state: State) -> str | None:
        """Return the party whose decision it is to carry out; where the minutes name none, whoever follows it up."""
        for minutes in state.all(Minutes):
            for decision in minutes.decisions:
                if decision.id == self.follow_up.id and decision.owner is not None:
                    return party_of(state, decision.owner) or self.follow_up.party
        return self.follow_up.party
