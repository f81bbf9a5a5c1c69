"""One random act of each kind. Many are refused by the rules, which is what the rules are for."""

import datetime

from random_parts import (
    PARTIES,
    YEAR,
    bearing,
    correction,
    known,
    measure,
    new,
    one_or_new,
    said,
    some,
    transaction,
    undertaking,
    verdict,
    words,
)

from servanda.register.actors import Institution, Person, Tenure
from servanda.register.acts import commitments, consent, disputes, evidence, founding, keys, meetings, money, verdicts
from servanda.register.acts import reporting as reports
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage, Deadline, Guideline, Owner
from servanda.register.contribution import Contribution
from servanda.register.evidence import Evidence, MentionReview
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.indicator import Indicator, Observation
from servanda.register.keys import Grant, Key
from servanda.register.minutes import Decision, FollowUp, Minutes
from servanda.register.notes import Conflict, ContextNote, Position, Search
from servanda.register.period import Period
from servanda.register.project import Project
from servanda.register.proposal import Proposal
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.verdict import Dispute, FrozenGuideline, Reply, Verdict
from servanda.register.weights import TermWeights
from servanda.register.wording import Names


def adopt(w):
    return commitments.Adopt(undertaking(w, one_or_new(w, Commitment)))


def amend(w):
    return commitments.Amend(undertaking(w, known(w, Commitment)), said(w))


def revise_deadline(w):
    return commitments.ReviseDeadline(known(w, Commitment), Deadline(YEAR, "stated"), said(w))


def split(w):
    into = tuple(undertaking(w, f"{new(w)}-{place}") for place in range(w.rng.randrange(1, 4)))
    return commitments.Split(known(w, Commitment), into, said(w))


def merge(w):
    return commitments.Merge((known(w, Commitment), known(w, Commitment)), undertaking(w, new(w)), said(w))


def withdraw(w):
    return commitments.Withdraw(known(w, Commitment), "no_action", said(w))


def add_passage(w):
    return commitments.AddPassage(known(w, Commitment), CommitmentPassage(known(w, CitedDocument)))


def name_owner(w):
    return commitments.NameOwner(known(w, Commitment), Owner(w.party(), known(w, Institution)))


def record_forum(w):
    return meetings.RecordForum(
        Forum(one_or_new(w, Forum), Names(en=w.mark), words(w), PARTIES[:2]), correction=correction(w)
    )


def record_meeting(w):
    meeting = Meeting(
        one_or_new(w, Meeting),
        known(w, Forum),
        YEAR,
        w.rng.choice(["held", "planned"]),
        words(w),
        some(w, CitedDocument),
    )
    return meetings.RecordMeeting(meeting, correction=correction(w))


def agree_minutes(w):
    decision = Decision(f"d-{new(w)}", said(w), commitments=some(w, Commitment))
    minutes = Minutes(one_or_new(w, Minutes), known(w, Meeting), (said(w),), said(w), (decision,))
    return meetings.AgreeMinutes(minutes, correction=correction(w))


def follow_up(w):
    decisions = [decision.id for minutes in w.state.all(Minutes) for decision in minutes.decisions]
    identity = w.rng.choice(decisions or ["nothing-here"])
    return meetings.FollowUpDecision(FollowUp(identity, w.party(), "done", w.today, said(w)))


def open_round(w):
    closes = w.today + datetime.timedelta(w.rng.randrange(60))
    return reports.OpenRound(Round(one_or_new(w, Round), words(w), YEAR, w.today, closes), correction=correction(w))


def submit_report(w):
    report = Report(
        one_or_new(w, Report), known(w, Commitment), w.party(), w.rng.choice(["in_progress", "reported_complete"]),
        w.today, said(w), round=w.rng.choice([None, known(w, Round)]), documents=some(w, CitedDocument),
    )  # fmt: skip
    return reports.SubmitReport(report, correction=correction(w))


def raise_obstacle(w):
    obstacle = Obstacle(one_or_new(w, Obstacle), w.party(), some(w, Commitment), said(w), w.today)
    return reports.RaiseObstacle(obstacle, correction=correction(w))


def resolve_obstacle(w):
    return reports.ResolveObstacle(known(w, Obstacle), said(w))


def record_contribution(w):
    contribution = Contribution(
        one_or_new(w, Contribution), "money", words(w), words(w), w.party(), (transaction(w),),
        commitments=some(w, Commitment),
    )  # fmt: skip
    return money.RecordContribution(contribution, correction=correction(w))


def record_transaction(w):
    return money.RecordTransaction(known(w, Contribution), transaction(w))


def record_indicator(w):
    indicator = Indicator(one_or_new(w, Indicator), words(w), words(w), measure(w), some(w, Commitment))
    return money.RecordIndicator(indicator, correction=correction(w))


def record_observation(w):
    observation = Observation(one_or_new(w, Observation), known(w, Indicator), measure(w), some(w, CitedDocument))
    return money.RecordObservation(observation, correction=correction(w))


def record_project(w):
    project = Project(one_or_new(w, Project), "port", words(w), words(w), "planned", some(w, CitedDocument))
    return money.RecordProject(project, correction=correction(w))


def record_happening(w):
    happening = Happening(
        one_or_new(w, Happening), Period(str(w.today)), words(w), words(w), some(w, CitedDocument), "other",
        bearings=tuple(bearing(w, one) for one in some(w, Commitment)),
    )  # fmt: skip
    return evidence.RecordHappening(happening, correction=correction(w))


def submit_evidence(w):
    passage = CommitmentPassage(known(w, CitedDocument))
    submitted = Evidence(one_or_new(w, Evidence), known(w, Commitment), passage, "progress", said(w), "C")
    return evidence.SubmitEvidence(submitted, correction=correction(w))


def accept_evidence(w):
    identity = known(w, Evidence)
    submitted = w.state.find(Evidence, identity)
    commitment = "nothing-here" if submitted is None else submitted.commitment
    return evidence.AcceptEvidence(identity, known(w, Happening), bearing(w, commitment))


def refuse_evidence(w):
    return evidence.RefuseEvidence(known(w, Evidence), said(w))


def review_mention(w):
    document = known(w, CitedDocument)
    review = MentionReview(f"{document}/{new(w)}", document, "m1", "rejected", w.today, reason=said(w))
    return evidence.ReviewMention(review, correction=correction(w))


def record_position(w):
    position = PublishedPosition(
        known(w, Commitment), w.party(), "in_progress", Period(str(w.today)), words(w), some(w, CitedDocument)
    )
    return evidence.RecordPosition(position)


def record_search(w):
    search = Search(one_or_new(w, Search), words(w), words(w), ("en",), YEAR, w.today, some(w, Commitment))
    return evidence.RecordSearch(search, correction=correction(w))


def record_conflict(w):
    positions = tuple(Position(words(w), some(w, CitedDocument)) for _ in range(2))
    return evidence.RecordConflict(Conflict(one_or_new(w, Conflict), words(w), positions, some(w, Commitment)))


def record_context(w):
    return evidence.RecordContext(ContextNote(one_or_new(w, ContextNote), "trade", words(w), words(w), ()))


def adopt_weights(w):
    return evidence.AdoptWeights(TermWeights(new(w), {w.mark: 3, "été": 1, "😀": 2}, said(w)))


def cite(w):
    return founding.Cite(
        CitedDocument(one_or_new(w, CitedDocument), words(w), "press", w.mark, "fr"), correction=correction(w)
    )


def record_institution(w):
    institution = Institution(one_or_new(w, Institution), "institution", Names(en=w.mark), w.party())
    return founding.RecordInstitution(institution, correction=correction(w))


def record_person(w):
    tenure = Tenure(Names(fr=w.mark), w.party(), known(w, Institution))
    return founding.RecordPerson(Person(one_or_new(w, Person), w.mark, (), (tenure,)), correction=correction(w))


def keep_until(w):
    return founding.KeepUntil(w.today)


def freeze_guideline(w):
    guideline = Guideline(words(w), words(w), words(w))
    frozen = FrozenGuideline(one_or_new(w, FrozenGuideline), known(w, Commitment), w.evaluator, guideline, w.today)
    return verdicts.FreezeGuideline(frozen, correction=correction(w))


def code_commitment(w):
    return verdicts.CodeCommitment(verdict(w, one_or_new(w, Verdict), "coded"), correction=correction(w))


def draft_verdict(w):
    until = w.today + datetime.timedelta(w.rng.randrange(15))
    return verdicts.DraftVerdict(verdict(w, one_or_new(w, Verdict), "draft", until), correction=correction(w))


def reply_to_verdict(w):
    identity, party = known(w, Verdict), w.party()
    return verdicts.ReplyToVerdict(Reply(f"{identity}/{party}", identity, party, said(w)))


def finalise_verdict(w):
    return verdicts.FinaliseVerdict(known(w, Verdict), "3", said(w))


def open_dispute(w):
    kind, key, _ = w.rng.choice(list(w.state.versions()))
    return disputes.OpenDispute(Dispute(new(w), kind, key, w.holder, said(w)))


def rule_on_dispute(w):
    return disputes.RuleOnDispute(known(w, Dispute), w.rng.choice(["upheld", "rejected"]), said(w))


def agree(w):
    open_ones = [one.id for one in w.state.all(Proposal) if one.standing == "open"]
    return consent.Agree(w.rng.choice(open_ones or ["nothing-here"]))


def decline(w):
    return consent.Decline(known(w, Proposal), said(w))


def retract(w):
    return consent.Retract(known(w, Proposal))


def make_key(w):
    return keys.MakeKey(w.new_key(new(w)))


def rotate_key(w):
    old = w.state.get(Key, w.key_of(w.holder))
    return keys.RotateKey(old.id, w.new_key(old.holder))


def revoke_key(w):
    return keys.RevokeKey(w.key_of(w.holder), said(w))


def grant_role(w):
    return keys.GrantRole(Grant(new(w), w.new_name(), "reporter", w.party()))


def revoke_role(w):
    return keys.RevokeRole(known(w, Grant))
