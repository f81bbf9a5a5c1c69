"""One proposes, the others agree: how what the parties own together is changed (DESIGN section 7)."""

from typing import ClassVar

import msgspec

from servanda.register.acts.act import Act
from servanda.register.acts.joint import JointAct, joint_act
from servanda.register.as_json import to_json
from servanda.register.circumstances import Circumstances
from servanda.register.permission import Permission
from servanda.register.proposal import Declined, Proposal
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State
from servanda.register.wording import Statement

# Where an observer keeps the register nothing waits for consent.
_PARTY = Permission(frozenset({"party_lead"}), frozenset(), founding=False)


class Propose(Act, frozen=True):
    """Propose a joint act to the other parties. A party that is alone in the agreement needs nobody's consent."""

    permission: ClassVar[Permission] = _PARTY
    id: str
    change_to: JointAct
    reason: Statement | None = None

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the proposal. Raises Refusal ``already_recorded``, and whatever would refuse the act itself."""
        if state.find(Proposal, self.id) is not None:
            raise Refusal("already_recorded", kind="proposal", key=self.id)
        proposer = circumstances.author.holder
        made = self.change_to.change(state, circumstances)
        proposal = Proposal(self.id, proposer, msgspec.Raw(to_json(self.change_to)), (proposer,), self.reason)
        if _all_agreed(state, proposal):
            return (*made, msgspec.structs.replace(proposal, standing="in_force"))
        return (proposal,)


class Agree(Act, frozen=True):
    """Agree to a proposal. When all parties have, it is in force by this very entry."""

    permission: ClassVar[Permission] = _PARTY
    proposal: str

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the proposal and, with the last consent, what it changes.

        Raises Refusal ``proposal_closed``, ``already_answered``, or ``changed_since_proposed`` when the register has
        moved on and the act is no longer possible.
        """
        proposal = _open(state, self.proposal, circumstances)
        agreed = msgspec.structs.replace(proposal, agreed=(*proposal.agreed, circumstances.author.holder))
        if not _all_agreed(state, agreed):
            return (agreed,)
        try:
            made = joint_act(proposal.change).change(state, circumstances)
        except Refusal as refusal:
            raise Refusal("changed_since_proposed", kind="proposal", key=self.proposal, why=refusal.code) from refusal
        return (*made, msgspec.structs.replace(agreed, standing="in_force"))


class Decline(Act, frozen=True):
    """Decline a proposal, with the reason. It is closed; a better one is a new proposal."""

    permission: ClassVar[Permission] = _PARTY
    proposal: str
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the proposal, declined. Raises Refusal ``proposal_closed`` or ``already_answered``."""
        proposal = _open(state, self.proposal, circumstances)
        declined = Declined(circumstances.author.holder, self.reason)
        return (msgspec.structs.replace(proposal, declined=(declined,), standing="declined"),)


class Retract(Act, frozen=True):
    """Take one's own proposal back while it is open."""

    permission: ClassVar[Permission] = _PARTY
    proposal: str

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the proposal, retracted. Raises Refusal ``proposal_closed`` or ``of_another_party``."""
        proposal = state.get(Proposal, self.proposal)
        if proposal.standing != "open":
            raise Refusal("proposal_closed", kind="proposal", key=self.proposal, standing=proposal.standing)
        if proposal.proposer != circumstances.author.holder:
            raise Refusal("of_another_party", party=proposal.proposer)
        return (msgspec.structs.replace(proposal, standing="retracted"),)


def _open(state: State, identity: str, circumstances: Circumstances) -> Proposal:
    proposal = state.get(Proposal, identity)
    if proposal.standing != "open":
        raise Refusal("proposal_closed", kind="proposal", key=identity, standing=proposal.standing)
    if circumstances.author.holder in proposal.agreed:
        raise Refusal("already_answered", kind="proposal", key=identity)
    return proposal


def _all_agreed(state: State, proposal: Proposal) -> bool:
    return {party.id for party in state.agreement.parties} <= set(proposal.agreed)
