"""Passages submitted, accepted or refused; happenings, searches, and what is only cited."""

import msgspec
from minimal_acts import minimal_acts
from registers import LEAD, REVIEWER, SAID, WATCH, WORDS, document, opened

from servanda.register.acts.evidence import (
    AcceptEvidence,
    AdoptWeights,
    RecordPosition,
    RecordSearch,
    RefuseEvidence,
    SubmitEvidence,
)
from servanda.register.acts.founding import Cite
from servanda.register.commitment import CommitmentPassage
from servanda.register.evidence import Evidence
from servanda.register.happening import Bearing, Happening, PublishedPosition
from servanda.register.period import Period
from servanda.register.weights import TermWeights

BEARING = Bearing("C-1", "progress", "B", WORDS, 4)


def evidence(identity="new", **more):
    return msgspec.structs.replace(Evidence(identity, "C-1", CommitmentPassage("doc"), "progress", SAID, "B"), **more)


def test_what_is_submitted_is_a_candidate_and_comes_with_no_decision():
    register = opened()
    register.do(SubmitEvidence(evidence()), WATCH)
    assert register.get(Evidence, "new").standing == "submitted"
    assert register.refusal(SubmitEvidence(evidence("other", standing="accepted")), WATCH) == "already_decided"


def test_accepted_evidence_becomes_a_source_of_its_happening_once():
    register = opened()
    register.do(Cite(document("release")), WATCH)
    register.do(SubmitEvidence(evidence(passage=CommitmentPassage("release"))), WATCH)
    for identity in ("evidence", "new"):
        register.do(AcceptEvidence(identity, "happening", BEARING), REVIEWER)
    happening = register.get(Happening, "happening")
    assert happening.documents == ("doc", "release")
    assert happening.bearings == (BEARING,)
    assert (register.get(Evidence, "new").standing, register.get(Evidence, "new").happening) == (
        "accepted",
        "happening",
    )


def test_what_was_decided_is_not_decided_again_or_changed():
    register = opened()
    register.do(RefuseEvidence("evidence", SAID), REVIEWER)
    assert (register.get(Evidence, "evidence").standing, register.get(Evidence, "evidence").reason) == ("refused", SAID)
    for act in (
        AcceptEvidence("evidence", "happening", BEARING),
        RefuseEvidence("evidence", SAID),
        SubmitEvidence(evidence("evidence", tier="A"), correction=SAID),
    ):
        assert register.refusal(act, REVIEWER) == "already_decided"


def test_evidence_is_accepted_for_the_commitment_it_was_submitted_for():
    register = opened()
    other = msgspec.structs.replace(BEARING, commitment="C-2")
    assert register.refusal(AcceptEvidence("evidence", "happening", other), REVIEWER) == "no_such"
    assert register.refusal(AcceptEvidence("evidence", "nowhere", BEARING), REVIEWER) == "no_such"
    assert register.refusal(AcceptEvidence("nowhere", "happening", BEARING), REVIEWER) == "no_such"


def test_no_observer_and_no_lead_decides_about_evidence():
    for author in (WATCH, LEAD["NO"]):
        assert opened().refusal(RefuseEvidence("evidence", SAID), author) == "role_may_not"


def test_a_published_position_quotes_a_party_and_may_be_cited_by_another():
    register = opened()
    position = PublishedPosition("C-1", "NO", "in_progress", Period("2026-02-01"), WORDS, ("doc",))
    register.do(RecordPosition(position), LEAD["SU"])
    assert register.get(PublishedPosition, "C-1/NO/2026-02-01") == position


def test_what_is_recorded_names_only_what_is_there():
    register = opened()
    acts = minimal_acts(register, "NO")
    nowhere = CommitmentPassage("nowhere")
    assert register.refusal(SubmitEvidence(evidence(passage=nowhere)), WATCH) == "no_such"
    assert register.refusal(SubmitEvidence(evidence(commitment="nowhere")), WATCH) == "no_such"
    search = msgspec.structs.replace(acts[RecordSearch].search, commitments=("nowhere",))
    assert register.refusal(RecordSearch(search), WATCH) == "no_such"


def test_weights_are_adopted_under_an_id_of_their_own():
    register = opened()
    register.do(AdoptWeights(TermWeights("one", {"gauge": 3}, SAID)), REVIEWER)
    assert register.refusal(AdoptWeights(TermWeights("one", {"gauge": 4}, SAID)), REVIEWER) == "already_recorded"
