"""Adopting, amending, splitting, merging, withdrawing; passages and owners."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from registers import LEAD, REVIEWER, SAID, commitment, due, founded, opened

from servanda.register.acts.commitments import (
    AddPassage,
    Adopt,
    Amend,
    Merge,
    NameOwner,
    ReviseDeadline,
    Split,
    Withdraw,
)
from servanda.register.acts.consent import Propose
from servanda.register.commitment import Commitment, CommitmentPassage, Owner
from servanda.register.refusal import Refusal
from servanda.register.standing import Standing


def refused(register, act):
    """Give the code by which a joint act is refused: the proposal is, before anybody agrees."""
    return register.refusal(Propose("it", act), LEAD["NO"])


def test_what_is_adopted_is_proposed_until_the_register_opens_and_in_force_from_then_on():
    register = founded()
    register.do(Adopt(commitment("new")))
    assert register.get(Standing, "new").value == "proposed"
    opened_one = opened()
    opened_one.jointly(Adopt(commitment("new", due("2026-12-31"))))
    standing = opened_one.get(Standing, "new")
    assert (standing.value, standing.since, standing.original) == ("in_force", opened_one.day, due("2026-12-31"))


def test_a_reference_is_never_used_again_even_after_it_was_withdrawn():
    register = opened()
    register.jointly(Withdraw("C-1", "money", SAID))
    for act in (
        Adopt(commitment("C-1")),
        Split("C-2", (commitment("C-1"), commitment("new")), SAID),
        Merge(("C-2", "C-3"), commitment("C-1"), SAID),
    ):
        assert refused(register, act) == "already_recorded"
    assert refused(register, Split("C-2", (commitment("new"), commitment("new")), SAID)) == "already_recorded"


def test_an_amendment_changes_the_words_and_keeps_the_original_deadline():
    register = opened()
    register.jointly(Amend(commitment("C-1", due("2027-06-30"), force="intended"), SAID))
    standing = register.get(Standing, "C-1")
    assert register.get(Commitment, "C-1").force == "intended"
    assert (standing.value, standing.original, standing.reason) == ("amended", due("2026-06-30"), SAID)


def test_a_revised_deadline_is_an_amendment():
    register = opened()
    register.jointly(ReviseDeadline("C-1", due("2027-06-30"), SAID))
    assert register.get(Commitment, "C-1").deadline == due("2027-06-30")
    assert register.get(Standing, "C-1").original == due("2026-06-30")
    assert refused(register, ReviseDeadline("C-1", due("2027-06-30"), SAID)) == "no_change"


def test_before_the_register_opens_an_amendment_is_still_a_proposal():
    register = founded()
    register.do(Amend(commitment("C-1", due("2027-06-30")), SAID))
    assert register.get(Standing, "C-1").value == "proposed"


def test_a_split_puts_others_in_the_place_of_one_and_each_knows_the_other():
    register = opened()
    register.jointly(Split("C-1", (commitment("C-1a"), commitment("C-1b", due("2026-12-31"))), SAID))
    assert (register.get(Standing, "C-1").value, register.get(Standing, "C-1").successors) == (
        "split",
        ("C-1a", "C-1b"),
    )
    for reference in ("C-1a", "C-1b"):
        standing = register.get(Standing, reference)
        assert (standing.value, standing.predecessors, standing.original) == ("in_force", ("C-1",), due("2026-06-30"))
    assert register.get(Commitment, "C-1")


def test_a_merger_keeps_the_earliest_of_the_original_deadlines():
    register = opened()
    register.jointly(Merge(("C-1", "C-2", "C-3"), commitment("all", due("2027-12-31")), SAID))
    assert register.get(Standing, "all").original == due("2026-04-30")
    assert {register.get(Standing, one).value for one in ("C-1", "C-2", "C-3")} == {"merged"}
    assert register.get(Standing, "all").predecessors == ("C-1", "C-2", "C-3")


@pytest.mark.parametrize(
    "act",
    [
        Split("C-1", (commitment("new"),), SAID),
        Merge(("C-1",), commitment("new"), SAID),
        Merge(("C-1", "C-1"), commitment("new"), SAID),
    ],
)
def test_one_is_too_few_to_split_into_or_to_merge(act):
    assert refused(opened(), act) == "too_few"


@pytest.mark.parametrize(
    "act",
    [
        Amend(commitment("C-1", force="intended"), SAID),
        ReviseDeadline("C-1", due("2027"), SAID),
        Split("C-1", (commitment("a"), commitment("b")), SAID),
        Merge(("C-1", "C-2"), commitment("a"), SAID),
        Withdraw("C-1", "money", SAID),
    ],
)
def test_what_is_no_longer_in_force_does_not_change(act):
    register = opened()
    register.jointly(Withdraw("C-1", "policy_change", SAID))
    standing = register.get(Standing, "C-1")
    assert (standing.value, standing.cause, standing.counts) == ("withdrawn", "policy_change", False)
    assert refused(register, act) == "not_in_force"
    assert register.refusal(AddPassage("C-1", CommitmentPassage("doc", "restates")), REVIEWER) == "not_in_force"
    assert register.refusal(NameOwner("C-1", Owner("NO", "works-NO")), LEAD["NO"]) == "not_in_force"


def test_an_amendment_that_changes_nothing_is_refused():
    assert refused(opened(), Amend(commitment("C-1", due("2026-06-30")), SAID)) == "no_change"


def test_a_commitment_is_no_measure_of_itself_however_far_around():
    register = opened()
    register.jointly(Amend(commitment("C-2", parent="C-1"), SAID), "one")
    register.jointly(Amend(commitment("C-3", parent="C-2"), SAID), "two")
    assert refused(register, Amend(commitment("C-1", parent="C-3"), SAID)) == "would_form_a_circle"
    assert refused(register, Adopt(commitment("new", parent="new"))) == "would_form_a_circle"


def test_what_a_commitment_names_has_to_be_there():
    register = opened()
    for made in (
        commitment("new", parent="nowhere"),
        msgspec.structs.replace(commitment("new"), pillar="clouds"),
        msgspec.structs.replace(commitment("new"), promisors=("nobody",)),
        commitment("new", passages=(CommitmentPassage("nowhere"),)),
    ):
        assert refused(register, Adopt(made)) == "no_such"
    assert refused(register, Withdraw("nowhere", "money", SAID)) == "no_such"


def test_a_passage_is_added_once():
    register = opened()
    passage = CommitmentPassage("doc", "restates")
    register.do(AddPassage("C-1", passage), REVIEWER)
    assert register.get(Commitment, "C-1").passages == (CommitmentPassage("doc"), passage)
    assert register.refusal(AddPassage("C-1", passage), REVIEWER) == "already_recorded"


def test_a_party_names_its_own_owner_in_the_place_of_its_last_and_leaves_the_others_alone():
    register = opened()
    for party in ("NO", "SU"):
        register.do(NameOwner("C-1", Owner(party, f"works-{party}")), LEAD[party])
    register.do(NameOwner("C-1", Owner("NO", "works-SU")), LEAD["NO"])
    assert register.get(Commitment, "C-1").owners == (Owner("SU", "works-SU"), Owner("NO", "works-SU"))
    assert register.refusal(NameOwner("C-1", Owner("NO", "works-SU")), LEAD["NO"]) == "no_change"
    assert register.refusal(NameOwner("C-1", Owner("NO", "works-NO")), LEAD["SU"]) == "of_another_party"


STEPS = st.lists(
    st.tuples(st.sampled_from(["amend", "revise", "split", "merge", "withdraw"]), st.integers(0, 9)), max_size=8
)


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_no_amendment_split_or_merger_forgets_the_original_deadline_or_deletes_anything(steps):
    """A commitment keeps its own; what was split off or merged has the earliest of those it comes from."""
    register = opened()
    known = {standing.reference: standing.original for standing in register.state.all(Standing)}
    for number, (what, which) in enumerate(steps):
        counting = [one.reference for one in register.state.all(Standing) if one.counts]
        reference, other = (counting[(which + offset) % len(counting)] for offset in (0, 1)) if counting else ("-", "-")
        later = due(f"20{30 + number}-01-01")
        act = {
            "amend": Amend(commitment(reference, later, spoken=True), SAID),
            "revise": ReviseDeadline(reference, later, SAID),
            "split": Split(reference, (commitment(f"{number}a", later), commitment(f"{number}b")), SAID),
            "merge": Merge((reference, other), commitment(f"{number}m", later), SAID),
            "withdraw": Withdraw(reference, "money", SAID),
        }[what]
        try:
            register.jointly(act, f"step {number}")
        except Refusal:
            continue
        standings = {one.reference: one for one in register.state.all(Standing)}
        assert known.keys() <= standings.keys()
        for one in standings.values():
            origins = [known[two] for two in one.predecessors if known.get(two)]
            if one.reference in known:
                assert one.original == known[one.reference]
            elif origins:
                assert one.original.period.end == min(origin.period.end for origin in origins)
            known[one.reference] = one.original
