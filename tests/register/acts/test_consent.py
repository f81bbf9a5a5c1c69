"""One proposes, the others agree: what the parties own together changes in no other way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minimal_acts import minimal_acts
from registers import HOLDERS, LEAD, PARTIES, SAID, WATCH, commitment, due, opened

from servanda.register.acts.commitments import Adopt, ReviseDeadline, Withdraw
from servanda.register.acts.consent import Agree, Decline, Propose, Retract
from servanda.register.acts.joint import JointAct
from servanda.register.author import ROLES, Author
from servanda.register.commitment import Commitment
from servanda.register.forum import Forum
from servanda.register.indicator import Indicator
from servanda.register.minutes import Minutes
from servanda.register.proposal import Proposal
from servanda.register.records import key_of
from servanda.register.refusal import Refusal
from servanda.register.reporting import Round
from servanda.register.standing import Standing

NORTH, SOUTH = LEAD["NO"], LEAD["SU"]
REVISED = ReviseDeadline("C-1", due("2027-06-30"), SAID)
# What the parties own together.
JOINTLY_OWNED = (Commitment, Standing, Forum, Minutes, Round, Indicator)


def test_a_proposal_changes_nothing_until_the_last_party_agrees():
    register = opened()
    register.do(Propose("it", REVISED, SAID), NORTH)
    assert register.get(Commitment, "C-1").deadline == due("2026-06-30")
    assert register.get(Proposal, "it").agreed == ("NO",)
    register.do(Agree("it"), SOUTH)
    assert register.get(Commitment, "C-1").deadline == due("2027-06-30")
    assert (register.get(Proposal, "it").standing, register.get(Proposal, "it").agreed) == ("in_force", ("NO", "SU"))


def test_what_would_be_refused_is_not_even_proposed():
    register = opened()
    assert register.refusal(Propose("it", Withdraw("nowhere", "money", SAID)), NORTH) == "no_such"
    assert register.refusal(Propose("proposal-NO", REVISED), NORTH) == "already_recorded"


def test_a_party_answers_once_and_its_own_proposal_not_at_all():
    register = opened()
    for act in (Agree("proposal-NO"), Decline("proposal-NO", SAID)):
        assert register.refusal(act, NORTH) == "already_answered"
    assert register.refusal(Agree("nowhere"), NORTH) == "no_such"


def test_a_declined_proposal_keeps_its_reason_and_is_closed():
    register = opened()
    register.do(Decline("proposal-NO", SAID), SOUTH)
    proposal = register.get(Proposal, "proposal-NO")
    assert (proposal.standing, proposal.declined[0].party, proposal.declined[0].reason) == ("declined", "SU", SAID)
    for act, author in (
        (Agree("proposal-NO"), SOUTH),
        (Decline("proposal-NO", SAID), SOUTH),
        (Retract("proposal-NO"), NORTH),
    ):
        assert register.refusal(act, author) == "proposal_closed"


def test_only_its_party_takes_a_proposal_back():
    register = opened()
    assert register.refusal(Retract("proposal-NO"), SOUTH) == "of_another_party"
    register.do(Retract("proposal-NO"), NORTH)
    assert register.get(Proposal, "proposal-NO").standing == "retracted"
    assert register.refusal(Agree("proposal-NO"), SOUTH) == "proposal_closed"


def test_consent_to_what_has_become_impossible_is_refused_with_the_reason():
    register = opened()
    register.jointly(Withdraw("C-3", "money", SAID), "first")
    with pytest.raises(Refusal) as refused:
        register.do(Agree("proposal-NO"), SOUTH)
    assert (refused.value.code, refused.value.about["why"]) == ("changed_since_proposed", "not_in_force")


def test_in_an_observers_register_nobody_proposes():
    register = opened("observer")
    assert register.refusal(Propose("it", REVISED)) == "role_may_not"
    assert register.refusal(REVISED) is None


AUTHORS = [Author(role, holder) for role in ROLES for holder in HOLDERS]
STEPS = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(AUTHORS)), max_size=25)


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_nothing_joint_changes_without_all_parties_and_nothing_is_ever_deleted(steps):
    """Whatever anybody tries, in whatever order: only an answer that completes the consent changes what is joint."""
    register = opened()
    for number, (which, author) in enumerate(steps):
        acts = list(minimal_acts(register, author.holder).values())
        act = acts[which % len(acts)]
        if isinstance(act, JointAct) and author.role == "party_lead" and number % 2:
            act = Propose(f"step {number}", act)
        owned = _owned(register)
        before = {(kind, key) for kind, key, _ in register.state.versions()}
        try:
            change = register.do(act, author)
        except Refusal:
            continue
        assert before <= {(kind, key) for kind, key, _ in register.state.versions()}
        if _owned(register) != owned and not _is_fact(act):
            (proposal,) = (record for record in change if isinstance(record, Proposal))
            assert proposal.standing == "in_force"
            assert set(proposal.agreed) == set(PARTIES)


def _owned(register):
    return {(type(one), key_of(one)): one for shape in JOINTLY_OWNED for one in register.state.all(shape)}


def _is_fact(act):
    """Say whether it points to another passage, or names a party's own owner: not what was agreed."""
    return type(act).__name__ in {"AddPassage", "NameOwner"}


def test_an_observer_outside_proposes_nothing():
    assert opened().refusal(Propose("it", Adopt(commitment("new"))), WATCH) == "role_may_not"
