"""Nobody takes a role that is not theirs: a key says whose it is, and each act in which role it was used."""

import msgspec
import pytest
import random_parts
from random_registers import World

from servanda.register.acts.evidence import RecordSearch, RefuseEvidence, SubmitEvidence
from servanda.register.acts.founding import Cite
from servanda.register.acts.keys import MakeKey
from servanda.register.author import KEEPER, OPERATOR, Author
from servanda.register.cited_document import CitedDocument
from servanda.register.keys import Key
from servanda.register.notes import Search
from servanda.register.period import Period
from servanda.register.refusal import Refusal


def world_of(*, observed):
    made = World(1, 0, observed=observed)
    made.open()
    return made


def search(world):
    words = random_parts.words(world)
    return RecordSearch(Search("s-1", words, words, ("en",), Period("2026"), world.today))


def refused(world, act, role, holder):
    with pytest.raises(Refusal) as caught:
        world.add(act, Author(role, holder))
    return caught.value.code


@pytest.mark.parametrize("holder", ["watch", "university", OPERATOR])
@pytest.mark.parametrize("role", ["reviewer", "reporter", "party_lead"])
def test_only_a_party_leads_reports_and_reviews_where_the_parties_keep_the_register(role, holder):
    world = world_of(observed=False)
    citation = Cite(CitedDocument("d-1", random_parts.words(world), "press", "somebody", "en"))

    assert refused(world, citation, role, holder) == "not_a_party"
    world.add(citation, Author(role, "NO"))


@pytest.mark.parametrize("holder", ["watch", "university", "NO"])
def test_nobody_administers_but_whoever_operates_the_register(holder):
    world = world_of(observed=False)

    assert refused(world, MakeKey(world.new_key("newspaper")), "administrator", holder) == "role_may_not"
    world.add(MakeKey(world.new_key("newspaper")), Author("administrator", OPERATOR))


def test_only_the_keeper_reviews_in_an_observers_register():
    world = world_of(observed=True)

    assert refused(world, search(world), "reviewer", "NO") == "not_the_keeper"
    world.add(search(world), Author("reviewer", KEEPER))


def test_observers_submit_evidence_and_do_not_judge_it():
    acts = (SubmitEvidence, RefuseEvidence)

    assert ["observer" in act.permission.by_parties for act in acts] == [True, False]


@pytest.mark.parametrize("circle", ["public", "parties", "reviewers", "reply"])
def test_no_holder_has_the_name_of_a_circle(circle):
    key = World(1, 0).new_key("newspaper")

    with pytest.raises(msgspec.ValidationError, match=circle):
        msgspec.convert(msgspec.to_builtins(key) | {"holder": circle}, Key)
