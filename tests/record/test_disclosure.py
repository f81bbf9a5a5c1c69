"""Whoever is told of an act can follow it: nothing that it builds on is hidden from them."""

import datetime

import pytest
import random_acts
import random_parts
from random_registers import World

from servanda.register.acts.commitments import Adopt, Withdraw
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.disputes import OpenDispute
from servanda.register.acts.founding import Cite
from servanda.register.acts.keys import GrantRole, MakeKey
from servanda.register.acts.verdicts import CodeCommitment, FreezeGuideline
from servanda.register.author import OPERATOR, Author
from servanda.register.circumstances import PARTIES, REVIEWERS
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Guideline
from servanda.register.keys import Grant
from servanda.register.refusal import Refusal
from servanda.register.verdict import Dispute, FrozenGuideline, Verdict

OPERATING = Author("administrator", OPERATOR)
REVIEWING = Author("reviewer", "NO")
EVALUATING = Author("evaluator", "university")
OBSERVING = Author("observer", "watch")


@pytest.fixture
def world():
    """Give an open register of the parties, with one commitment, C-1."""
    made = World(1, 0, observed=False)
    made.add(Adopt(random_parts.undertaking(made, "C-1")), OPERATING)
    made.open()
    made.evaluator = EVALUATING.holder
    return made


def document(world, key="d-1"):
    return Cite(CitedDocument(key, random_parts.words(world), "press", "somebody", "en"))


def corrected(world):
    changed = CitedDocument("d-1", random_parts.words(world), "press", "somebody else", "en")
    return Cite(changed, correction=random_parts.said(world))


def refused(world, act, author, visible_to="public", public_from=None):
    with pytest.raises(Refusal) as caught:
        world.add(act, author, visible_to, public_from)
    return caught.value.code


@pytest.mark.parametrize("make", ["key", "grant"])
def test_keys_and_roles_are_never_hidden(world, make):
    acts = {"key": MakeKey(world.new_key("newspaper")), "grant": GrantRole(Grant("g", "0" * 64, "reporter", "NO"))}

    assert refused(world, acts[make], OPERATING, PARTIES) == "not_visible_to"


def test_a_proposal_is_not_told_to_those_who_may_not_see_what_it_would_change(world):
    lead = Author("party_lead", "NO")
    world.add(Propose("p-1", Adopt(random_parts.undertaking(world, "C-2"))), lead, PARTIES)
    for other in ("SU", "delta-union"):
        world.add(Agree("p-1"), Author("party_lead", other), PARTIES)
    withdrawal = Propose("p-2", Withdraw("C-2", "no_action", random_parts.said(world)))

    assert refused(world, withdrawal, lead) == "not_visible_to"
    world.add(withdrawal, lead, PARTIES)


def test_a_dispute_is_not_told_to_those_who_may_not_see_what_it_is_about(world):
    world.add(document(world), REVIEWING, REVIEWERS)
    dispute = Dispute("x-1", "document", "d-1", "SU", random_parts.said(world))

    assert refused(world, OpenDispute(dispute), Author("reviewer", "SU")) == "less_visible_than_what_it_names"
    world.add(OpenDispute(dispute), Author("reviewer", "SU"), REVIEWERS)


def test_to_an_author_who_may_not_see_a_record_it_is_not_there(world):
    world.add(document(world), REVIEWING, REVIEWERS)
    dispute = Dispute("x-1", "document", "d-1", "watch", random_parts.said(world))

    assert refused(world, OpenDispute(dispute), OBSERVING) == "no_such"
    assert refused(world, corrected(world), OBSERVING) == "no_such"


def test_a_coding_is_not_told_to_those_who_may_not_see_its_guideline(world):
    guideline = Guideline(*[random_parts.words(world)] * 3)
    world.add(FreezeGuideline(FrozenGuideline("f", "C-1", "university", guideline, world.today)), EVALUATING, REVIEWERS)
    coding = Verdict("v", "C-1", "university", "a", "level", "1", "2", world.today, random_parts.said(world), "low")

    assert refused(world, CodeCommitment(coding), EVALUATING) == "guideline_not_frozen"
    world.add(CodeCommitment(coding), EVALUATING, REVIEWERS)


def test_what_becomes_public_names_nothing_that_becomes_public_later(world):
    soon, later = world.today + datetime.timedelta(10), world.today + datetime.timedelta(20)
    world.add(document(world), REVIEWING, PARTIES, later)
    note = random_acts.record_happening(world)

    def naming():
        return type(note)(
            type(note.happening)("h", note.happening.when, *[random_parts.words(world)] * 2, ("d-1",), "law")
        )

    assert refused(world, naming(), REVIEWING, PARTIES, soon) == "less_visible_than_what_it_names"
    world.add(naming(), REVIEWING, PARTIES, later)


def test_a_correction_is_seen_by_those_who_see_what_it_corrects_and_from_the_same_day(world):
    later = world.today + datetime.timedelta(20)
    world.add(document(world), REVIEWING, PARTIES, later)

    assert refused(world, corrected(world), REVIEWING, PARTIES) == "not_visible_to"
    world.add(corrected(world), REVIEWING, PARTIES, later)
