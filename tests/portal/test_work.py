"""Every form of the secretariat's work, filled in by somebody whose role it is."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.evidence import Evidence, MentionReview
from servanda.register.forum import Meeting
from servanda.register.happening import Happening
from servanda.register.indicator import Observation
from servanda.register.minutes import FollowUp, Minutes
from servanda.register.proposal import Proposal
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.standing import Standing
from servanda.register.verdict import Dispute, FrozenGuideline, Reply, Verdict
from servanda_portal.accounts.models import Membership
from servanda_portal.documents.models import Document
from servanda_portal.operations.add_document import keep_documents
from servanda_portal.pages.work.forms_by_name import FORMS
from servanda_portal.queries.registers import register
from servanda_portal.register.models import Record

pytestmark = pytest.mark.django_db
PLAN = "merle-2024-2027"
TODAY = datetime.datetime.now(datetime.UTC).date()
LATER = TODAY + datetime.timedelta(days=30)


def said(name, text):
    return {f"{name}_{language}": f"{text} ({language})" for language in ("en", "fr", "es")}


def enter(client, holder, role):
    membership = Membership.objects.get(register=PLAN, holder=holder, role=role, user__demonstration=True)
    client.force_login(membership.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")
    return client


def fill(client, form, subject, data):
    address = f"/en/plans/{PLAN}/work/{form}/" + (f"{subject}/" if subject else "")
    shown = client.get(address)
    assert shown.status_code == 200, (form, shown.status_code)
    answer = client.post(address, data)
    if answer.status_code == 200:
        pytest.fail(f"{form}: {answer.context['form'].errors}")
    assert answer.status_code == 302
    return register(PLAN).state


def newest(shape):
    return register(PLAN).state.all(shape)[-1]


def test_a_report_is_one_screen_and_its_last_answers_are_there_to_confirm(client):
    enter(client, "XN", "reporter")
    shown = client.get(f"/en/plans/{PLAN}/work/report/S04/").content.decode()
    assert "the towns are asked to pay half" in shown
    state = fill(client, "report", "S04", {"standing": "in_progress", "happened": "The towns agreed to pay half."})
    report = state.all(Report)[-1]
    assert (report.commitment, report.party, report.round) == ("S04", "XN", "2026")


def test_an_obstructed_report_raises_its_obstacle_and_one_without_is_refused(client):
    enter(client, "XS", "reporter")
    answer = client.post(f"/en/plans/{PLAN}/work/report/D02/", {"standing": "obstructed", "happened": "Nothing."})
    assert "Say what is in the way" in answer.content.decode()
    data = {"standing": "obstructed", "happened": "Nothing.", "obstacle": "No staff.", "raised_to": "joint-committee"}
    state = fill(client, "report", "D02", data)
    obstacle = state.all(Obstacle)[-1]
    assert (obstacle.what.text, obstacle.raised_to, obstacle.party) == ("No staff.", "joint-committee", "XS")
    assert state.all(Report)[-1].obstacle == obstacle.id
    state = fill(client, "resolve", obstacle.id, {"outcome": "Two people were hired."})
    assert state.get(Obstacle, obstacle.id).standing == "resolved"


JOINT = {
    "amend": ("W03", {**said("name", "Shorter waits"), **said("summary", "Shorter."), "force": "firm",
                      "verifiable": "on", "reason": "Clearer."}),
    "deadline": ("W03", {"deadline": "2027-06", "reason": "The locks are closed in spring."}),
    "withdraw": ("D05", {"cause": "policy_change", "reason": "Nobody could say what it asks."}),
    "split": ("S02", {"first_reference": "S02x", **said("first_title", "One"), "second_reference": "S02y",
                      **said("second_title", "Two"), "reason": "Two things."}),
    "merge": ("H01", {"other": "H02", "reference": "H09", **said("name", "Both"), **said("summary", "Both."),
                      "reason": "One thing."}),
    "adopt": ("", {"reference": "W12", "pillar": "water", **said("name", "A new one"), **said("summary", "New."),
                   "promisors": ["XN", "XS"], "force": "firm", "deadline": "2027", "verifiable": "on"}),
    "round": ("", {**said("name", "Half a year"), "covers": "2027-H1", "opens": str(TODAY), "closes": str(LATER)}),
    "minutes": ("", {"meeting": "water-2025-12", "agenda": "One\nTwo", "record": "All was said.",
                     "decision_1": "Write to the ports.", "owner_1": "XN", "due_1": "2027-01"}),
}  # fmt: skip


@pytest.mark.parametrize("form", JOINT)
def test_what_is_owned_together_is_in_force_when_all_parties_have_agreed(client, form):
    subject, data = JOINT[form]
    before = Record.objects.filter(agreement=PLAN).count()
    fill(enter(client, "XN", "party_lead"), form, subject, {**data, "why": "We ask for it."})
    proposal = newest(Proposal)
    assert (proposal.standing, proposal.agreed) == ("open", ("XN",))
    assert Record.objects.filter(agreement=PLAN).count() == before + 1
    fill(enter(client, "XS", "party_lead"), "answer", proposal.id, {"answer": "agree"})
    shown = enter(client, "merle", "party_lead").get(f"/fr/plans/{PLAN}/work/answer/{proposal.id}/").content.decode()
    assert "<ins>" in shown
    state = fill(client, "answer", proposal.id, {"answer": "agree"})
    assert state.get(Proposal, proposal.id).standing == "in_force"
    done = {
        "amend": lambda: state.get(Commitment, "W03").title.en == "Shorter waits (en)",
        "deadline": lambda: (
            str(state.get(Commitment, "W03").deadline.period) == "2027-06"
            and str(state.get(Standing, "W03").original.period) == "2026-12-31"
        ),
        "withdraw": lambda: state.get(Standing, "D05").value == "withdrawn",
        "split": lambda: state.get(Standing, "S02").successors == ("S02x", "S02y"),
        "merge": lambda: state.get(Standing, "H01").successors == ("H09",),
        "adopt": lambda: state.get(Standing, "W12").value == "in_force",
        "round": lambda: state.all(Round)[-1].title.en == "Half a year (en)",
        "minutes": lambda: state.all(Minutes)[-1].decisions[0].owner == "XN",
    }
    assert done[form]()


def test_a_proposal_is_declined_with_a_reason_or_taken_back_by_its_party(client):
    enter(client, "merle", "party_lead")
    answer = client.post(f"/en/plans/{PLAN}/work/answer/permits-date/", {"answer": "decline"})
    assert "Say why" in answer.content.decode()
    enter(client, "XS", "party_lead")
    state = fill(client, "answer", "permits-date", {"answer": "retract"})
    assert state.get(Proposal, "permits-date").standing == "retracted"


def test_a_party_names_its_own_owner_and_records_money_meetings_and_counted_values(client):
    enter(client, "XN", "party_lead")
    state = fill(client, "owner", "W10", {"party": "XN", "institution": "xn-health"})
    assert any(owner.institution == "xn-health" for owner in state.get(Commitment, "W10").owners)
    money = {"contribution": "norland-plan", "stage": "disbursed", "amount": "250000.50", "unit": "EUR",
             "date": "2026-07", "documents": ["report-2026"]}  # fmt: skip
    fill(client, "transaction", "norland-plan", money)
    refused = client.post(f"/en/plans/{PLAN}/work/transaction/", {**money, "unit": "USD"})
    assert "is counted in EUR" in refused.content.decode()
    meeting = {"forum": "joint-committee", "when": "2026-10-01", "standing": "held", **said("summary", "Met."),
               "documents": ["report-2026"], "commitments": ["M04"]}  # fmt: skip
    assert fill(client, "meeting", "", meeting).all(Meeting)[-1].forum == "joint-committee"
    value = {"value": "990", "when": "2026-06-30", "documents": ["report-2026"]}
    assert fill(client, "observation", "meadows", value).all(Observation)[-1].indicator == "meadows"


def test_the_owner_of_a_decision_says_what_became_of_it(client):
    enter(client, "XS", "reporter")
    state = fill(client, "follow-up", "permits-calendar", {"standing": "done", "note": "The calendar is out."})
    assert state.get(FollowUp, "permits-calendar").standing == "done"


def test_evidence_is_submitted_by_an_observer_and_accepted_or_refused_by_a_reviewer(client):
    enter(client, "riverside-network", "observer")
    data = {"document": "report-2026", "quote": "a passage", "relation": "progress", "tier": "B", "note": "It says so."}
    evidence = fill(client, "evidence", "W03", data).all(Evidence)[-1]
    assert client.get(f"/en/plans/{PLAN}/work/review/{evidence.id}/").status_code == 404
    enter(client, "merle", "reviewer")
    accept = {"decision": "accept", **said("reason", "It does."), "relation": "progress", "tier": "B", "step": "4",
              **said("name", "Waits fell"), "when": "2026-05"}  # fmt: skip
    state = fill(client, "review", evidence.id, accept)
    accepted = state.get(Evidence, evidence.id)
    assert accepted.standing == "accepted"
    assert state.get(Happening, accepted.happening).bearings[0].commitment == "W03"
    refuse = {"decision": "refuse", **said("reason", "A rumour."), "relation": "progress", "tier": "D"}
    assert fill(client, "review", "channel-tender", refuse).get(Evidence, "channel-tender").standing == "refused"


def test_a_guideline_is_frozen_a_commitment_coded_blind_and_a_draft_sent(client):
    enter(client, "river-studies", "evaluator")
    guideline = {**said("full", "All."), **said("partial", "Some."), **said("none", "None.")}
    state = fill(client, "guideline", "W03", guideline)
    assert state.find(FrozenGuideline, "river-studies/W03")
    coding = {"score": "g7/1 0", "reasons": "Half way.", "confidence": "medium", "public_from": str(LATER)}
    assert not any(one.commitment == "W03" for one in fill(client, "code", "W03", coding).all(Verdict))
    draft = {"score": "g7/1 0", "reasons": "Half way.", "confidence": "medium", "replies_until": str(LATER)}
    assert not any(one.commitment == "W03" for one in fill(client, "draft", "W03", draft).all(Verdict))
    fill(client, "draft", "W04", draft | {"replies_until": "9999-12-31"})  # there is no day after it
    mine = client.get(f"/en/plans/{PLAN}/commitments/W03/").content.decode()
    assert mine.count("Half way.") == 2
    party = enter(client, "XN", "party_lead").get(f"/en/plans/{PLAN}/commitments/W03/").content.decode()
    assert party.count("Half way.") == 1
    client.logout()
    assert "Half way." not in client.get(f"/en/plans/{PLAN}/commitments/W03/").content.decode()


def test_a_party_replies_to_a_draft_that_only_the_parties_and_the_evaluator_see(client):
    enter(client, "XN", "party_lead")
    assert "Drafts to reply to" in client.get(f"/en/plans/{PLAN}/work/").content.decode()
    state = fill(client, "reply", "s04-verdict", {"reply": "The towns pay the other half."})
    assert state.find(Reply, "s04-verdict/XN") is None
    shown = enter(client, "river-studies", "evaluator").get(f"/en/plans/{PLAN}/commitments/S04/").content.decode()
    assert "The towns pay the other half." in shown


def test_a_record_is_contested_and_two_reviewers_answer(client):
    enter(client, "riverside-network", "observer")
    dispute = fill(client, "dispute", "verdict:w01-verdict", {"reason": "Not on Sundays."}).all(Dispute)[-1]
    for holder in ("XN", "XS"):
        enter(client, holder, "reviewer")
        state = fill(client, "ruling", dispute.id, {"outcome": "rejected", "reason": "On Sundays too."})
    assert state.get(Dispute, dispute.id).standing == "rejected"


def test_a_form_is_not_offered_to_a_role_that_may_not_do_what_it_does(client):
    enter(client, "riverside-network", "observer")
    for form in ("report", "amend", "answer", "review", "code", "owner", "round"):
        assert client.get(f"/en/plans/{PLAN}/work/{form}/W01/").status_code == 404


def test_a_refusal_of_the_rules_is_told_on_the_form_and_writes_nothing(client):
    enter(client, "river-studies", "evaluator")
    coding = {"score": "g7/1 0", "reasons": "?", "confidence": "low", "public_from": str(LATER)}
    answer = client.post(f"/en/plans/{PLAN}/work/code/W09/", coding)
    assert "Freeze a guideline for this commitment" in answer.content.decode()


def test_what_only_the_parties_may_see_is_on_no_public_page_and_on_theirs(client):
    address = f"/en/plans/{PLAN}/commitments/W11/"
    assert client.get(address).status_code == 404
    assert enter(client, "riverside-network", "observer").get(address).status_code == 404
    assert enter(client, "XS", "reporter").get(address).status_code == 200


def test_the_inbox_shows_what_waits_for_each_role(client):
    def groups(holder, role):
        return set(enter(client, holder, role).get(f"/en/plans/{PLAN}/work/").context["groups"])

    assert "Proposals to agree to" in groups("XN", "party_lead")
    assert "Proposals that wait for others" in groups("XS", "party_lead")
    assert "Reports due" in groups("XN", "reporter")
    assert groups("merle", "reviewer") >= {"Evidence to review", "Disputes to answer"}
    assert groups("riverside-network", "observer") == set()


def test_the_inbox_says_in_which_language_others_wrote_and_what_is_past_its_day(client):
    inbox = enter(client, "XN", "reporter").get(f"/es/plans/{PLAN}/work/").content.decode()
    assert '<a href="/es/plans/merle-2024-2027/work/follow-up/data-group-date/" lang="fr">Les coprésidents' in inbox
    assert "31\u00a0de\u00a0diciembre de 2025 · fecha pasada" in inbox
    assert inbox.index("follow-up/data-group-date") < inbox.index("work/report/"), "one decision is not lost under many"


def test_a_reviewer_chooses_a_tier_and_a_step_by_words(client):
    form = enter(client, "merle", "reviewer").get(f"/en/plans/{PLAN}/work/review/channel-tender/").content.decode()
    assert "D · independent press and organisations" in form
    assert "3 · money or staff allocated" in form


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_form_and_the_inbox_are_shown_in_every_language(client, language):
    subjects = {"answer": "permits-date", "resolve": "contractor", "follow-up": "data-group-date",
                "observation": "meadows", "review": "channel-tender", "reply": "s04-verdict", "finalise": "s04-verdict",
                "reading": "report-2026",
                "dispute": "verdict:w01-verdict", "ruling": "meadow-hectares"}  # fmt: skip
    seen = set()
    for holder, role in (
        ("XN", "party_lead"),
        ("XN", "reporter"),
        ("merle", "reviewer"),
        ("river-studies", "evaluator"),
    ):
        enter(client, holder, role)
        assert client.get(f"/{language}/plans/{PLAN}/work/").status_code == 200
        for form in FORMS:
            answer = client.get(f"/{language}/plans/{PLAN}/work/{form}/{subjects.get(form, 'W03')}/")
            if answer.status_code == 200:
                seen.add(form)
    assert seen == set(FORMS)


def test_the_ledger_tells_every_entry_and_hides_what_not_everybody_may_see(client):
    page = client.get(f"/en/plans/{PLAN}/ledger/").content.decode()
    assert "An act that not everybody may see" in page
    entry = client.get(f"/en/plans/{PLAN}/ledger/0/").content.decode()
    assert "Founded the register" in entry
    assert client.get(f"/en/plans/{PLAN}/ledger/99999/").status_code == 404


def test_a_page_is_shown_as_at_a_day_by_record_and_by_effect(client):
    address = f"/en/plans/{PLAN}/commitments/W01/"
    assert "eighty days after" in client.get(address).content.decode()
    early = client.get(address, {"as-at": "2025-03-01"}).content.decode()
    assert "recorded up to <strong>1\u00a0March\u00a02025" in early
    assert "30\u00a0June\u00a02025" in early
    assert "eighty days after" not in early
    assert "The forecasting centre opens" not in early
    findings = f"/en/plans/{PLAN}/findings/"
    assert "20\u00a0March\u00a02026" in client.get(findings).content.decode()
    assert "20\u00a0March\u00a02026" not in client.get(findings, {"as-at": "2025-03-01"}).content.decode()
    held = client.get(address, {"as-at": "2025-12-31", "by": "effective"}).content.decode()
    assert "as is known today" in held
    assert client.get(address, {"as-at": "2020-01-01"}).status_code == 404
    assert client.get(address, {"as-at": "yesterday"}).status_code == 400


def test_a_reviewer_decides_about_what_was_read_and_the_next_one_follows(client):
    enter(client, "merle", "reviewer")
    groups = client.get(f"/en/plans/{PLAN}/work/").context["groups"]
    subject = groups["Readings to review"][0].subject
    first = client.get(f"/en/plans/{PLAN}/work/reading/{subject}/").context["form"].found
    address = f"/en/plans/{PLAN}/work/reading/{first.id}/"
    assert "Say why" in client.post(address, {"outcome": "rejected", "role": "restates"}).content.decode()
    client.post(address, {"outcome": "rejected", "role": "restates", "reason": "It reports what was done."})
    state = register(PLAN).state
    assert state.get(MentionReview, first.id).outcome == "rejected"
    second = client.get(f"/en/plans/{PLAN}/work/reading/{subject}/").context["form"].found
    assert second.id != first.id
    data = {"outcome": "accepted", "role": "restates", "reference": "W03"}
    assert client.post(f"/en/plans/{PLAN}/work/reading/{second.id}/", data).status_code == 302
    state = register(PLAN).state
    assert state.get(MentionReview, second.id).commitment == "W03"
    assert state.get(Commitment, "W03").passages[-1].quote.quote == second.mention.quote


def test_a_document_is_cited_uploaded_read_and_waits_for_a_reviewer(client):
    enter(client, "merle", "reviewer")
    text = b"Norland and Sudria will open a second ferry line by 1 March 2027.\n"
    data = {**said("name", "Note on the ferries"), "kind": "joint_statement", "publisher": "Both ministries",
            "language": "en", "date": "2026-07-01", "file": SimpleUploadedFile("ferries.txt", text)}  # fmt: skip
    state = fill(client, "document", "", data)
    document = state.all(CitedDocument)[-1]
    assert document.sha256
    assert "second ferry line" in client.get(f"/en/plans/{PLAN}/documents/{document.id}/").content.decode()
    assert any(one.subject == document.id for one in inbox_of(client)["Readings to review"])
    keep_documents([])
    assert Document.objects.filter(sha256=document.sha256).exists()


def test_an_upload_that_cannot_be_opened_is_refused_on_the_form_and_cites_nothing(client):
    enter(client, "merle", "reviewer")
    before = len(register(PLAN).state.all(CitedDocument))
    data = {**said("name", "Broken"), "kind": "report", "publisher": "Nobody", "language": "en"}
    address = f"/en/plans/{PLAN}/work/document/"
    answer = client.post(address, {**data, "file": SimpleUploadedFile("broken.pdf", b"%PDF-1.7 and nothing more")})
    assert "broken.pdf" in str(answer.context["form"].non_field_errors())
    assert "Give its address, or the file." in client.post(address, data).content.decode()
    assert len(register(PLAN).state.all(CitedDocument)) == before


def inbox_of(client):
    return client.get(f"/en/plans/{PLAN}/work/").context["groups"]
