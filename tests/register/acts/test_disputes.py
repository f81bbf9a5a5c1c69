"""Contesting a record, and two reviewers' answers."""

import pytest
from registers import EVALUATOR, KEEPS, LEAD, REVIEWER, SAID, WATCH, opened

from servanda.register.acts.disputes import OpenDispute, RuleOnDispute
from servanda.register.author import KEEPER, Author
from servanda.register.verdict import Dispute, Ruling

OTHER_REVIEWER = Author("reviewer", "SU")


def dispute(by="watch", kind="happening", key="happening", **more):
    return Dispute("new", kind, key, by, SAID, **more)


@pytest.mark.parametrize("author", [WATCH, EVALUATOR, REVIEWER, LEAD["SU"]])
def test_anybody_with_a_key_contests_a_record_in_their_own_name(author):
    register = opened()
    register.do(OpenDispute(dispute(author.holder)), author)
    assert register.get(Dispute, "new").standing == "open"


def test_a_dispute_is_about_something_and_signed_by_who_raises_it():
    register = opened()
    for kind, key in (("happening", "nowhere"), ("nothing", "happening")):
        assert register.refusal(OpenDispute(dispute(kind=kind, key=key)), WATCH) == "no_such"
    assert register.refusal(OpenDispute(dispute("university")), WATCH) == "of_another_party"


def test_a_dispute_comes_without_an_answer():
    register = opened()
    ruled = dispute(rulings=(Ruling("watch", "upheld", SAID),))
    for given in (ruled, dispute(standing="upheld")):
        assert register.refusal(OpenDispute(given), WATCH) == "already_decided"


def test_two_reviewers_of_one_mind_close_a_dispute():
    register = opened()
    register.do(RuleOnDispute("dispute-watch", "upheld", SAID), REVIEWER)
    assert register.get(Dispute, "dispute-watch").standing == "open"
    register.do(RuleOnDispute("dispute-watch", "upheld", SAID), OTHER_REVIEWER)
    assert register.get(Dispute, "dispute-watch").standing == "upheld"
    assert register.refusal(RuleOnDispute("dispute-watch", "rejected", SAID), REVIEWER) == "dispute_closed"


def test_reviewers_who_differ_leave_it_open():
    register = opened()
    register.do(RuleOnDispute("dispute-watch", "upheld", SAID), REVIEWER)
    register.do(RuleOnDispute("dispute-watch", "rejected", SAID), OTHER_REVIEWER)
    assert register.get(Dispute, "dispute-watch").standing == "open"


def test_nobody_answers_twice_or_in_a_dispute_of_their_own():
    register = opened()
    register.do(RuleOnDispute("dispute-watch", "upheld", SAID), REVIEWER)
    assert register.refusal(RuleOnDispute("dispute-watch", "upheld", SAID), REVIEWER) == "same_person"
    assert register.refusal(RuleOnDispute("dispute-NO", "rejected", SAID), REVIEWER) == "same_person"
    assert register.refusal(RuleOnDispute("nowhere", "rejected", SAID), REVIEWER) == "no_such"


def test_the_keeper_of_an_observers_register_does_not_answer_its_own_dispute():
    register = opened("observer")
    keeper = Author("reviewer", KEEPER)
    assert register.refusal(RuleOnDispute("dispute-keeper", "rejected", SAID), keeper) == "same_person"
    assert register.refusal(RuleOnDispute("dispute-watch", "rejected", SAID), KEEPS) is None
