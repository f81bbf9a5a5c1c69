"""Founding, opening, and what is named before anything else."""

import datetime

import pytest
from registers import DAY, KEEPS, LATER, LEAD, OPERATES, REVIEWER, SAID, Register, document, founded, key, opened

from servanda.register.actors import Institution
from servanda.register.acts.commitments import Withdraw
from servanda.register.acts.founding import Cite, Found, KeepUntil, Open, RecordInstitution
from servanda.register.acts.money import RecordProject
from servanda.register.agreement import Agreement
from servanda.register.circumstances import Circumstances
from servanda.register.judge import judge
from servanda.register.opening import Opening
from servanda.register.project import Project
from servanda.register.refusal import Refusal
from servanda.register.standing import Standing
from servanda.register.state import State
from servanda.register.wording import Names, Wording

WORDS = Wording("a", "b", "c")


def first(act, author):
    now = datetime.datetime.combine(DAY, datetime.time(), datetime.UTC)
    with pytest.raises(Refusal) as refused:
        judge(State(), act, Circumstances(author, 0, now, DAY))
    return refused.value.code


def test_nothing_comes_before_the_founding():
    assert first(Cite(document()), OPERATES) == "not_founded"


def test_a_register_is_founded_with_its_founders_key_and_once():
    agreement = Register().state.agreement
    assert first(Found(agreement, (key("NO"),)), OPERATES) == "no_such"
    assert first(Found(agreement, (key("keeper"),)), KEEPS) == "role_may_not"
    assert Register().refusal(Found(agreement, (key("operator"),))) == "already_founded"


@pytest.mark.parametrize("kept_by", ["parties", "observer"])
def test_opening_brings_into_force_what_was_founded_and_nothing_twice(kept_by):
    register = founded(kept_by)
    register.do(Withdraw("C-2", "money", SAID))
    register.jointly(Open(DAY), "opening")
    assert register.get(Opening, "harbours").on == DAY
    assert [register.get(Standing, one).value for one in ("C-1", "C-2")] == ["in_force", "withdrawn"]
    assert register.refusal(Open(LATER)) == ("already_open" if kept_by == "observer" else "role_may_not")


def test_the_operator_does_not_open_the_register_of_the_parties():
    assert founded().refusal(Open(DAY), OPERATES) == "role_may_not"


def test_what_is_founded_names_what_comes_after_it_but_all_is_there_when_it_opens():
    register = founded("observer")
    register.do(RecordProject(Project("quay", "port", WORDS, WORDS, "planned", ("still-to-come",))))
    assert register.refusal(Open(DAY)) == "no_such"
    register.do(Cite(document("still-to-come")))
    assert register.refusal(Open(DAY)) is None


def test_the_last_day_only_goes_forward():
    register = opened()
    register.do(KeepUntil(LATER), REVIEWER)
    assert register.get(Agreement, "harbours").recorded_until == LATER
    for day in (LATER, DAY):
        assert register.refusal(KeepUntil(day), REVIEWER) == "dates_out_of_order"


def test_any_party_names_a_body_of_another():
    works = Institution("ports", "institution", Names(en="Ports"), "NO")
    assert opened().refusal(RecordInstitution(works), LEAD["SU"]) is None


@pytest.mark.parametrize("visible_to", ["parties", "NO", "reviewers"])
def test_who_keeps_the_register_and_when_it_opened_is_hidden_from_nobody(visible_to):
    register = founded("observer")
    assert register.refusal(Open(DAY), visible_to=visible_to) == "not_visible_to"
    assert register.refusal(KeepUntil(LATER), visible_to=visible_to) == "not_visible_to"
