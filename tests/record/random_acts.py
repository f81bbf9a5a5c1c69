"""One random act of each kind. Many are refused by the rules, which is what the rules are for.

Each takes a ``World``: its ``rng``, its ``state``, and ``mark``, a word for its texts and
ids that no other act uses.
"""

import datetime
from decimal import Decimal

from servanda.register.actors import Institution, Person, Tenure
from servanda.register.acts import commitments, consent, disputes, evidence, founding, keys, meetings, money, verdicts
from servanda.register.acts import reporting as reports
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage, Completeness, Deadline, Guideline, Owner
from servanda.register.contribution import Contribution, Transaction
from servanda.register.evidence import Evidence, MentionReview
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Bearing, Happening, PublishedPosition
from servanda.register.indicator import Indicator, Measure, Observation
from servanda.register.keys import Grant, Key
from servanda.register.minutes import Decision, FollowUp, Minutes
from servanda.register.notes import Conflict, ContextNote, Position, Search
from servanda.register.period import Period
from servanda.register.project import Project
from servanda.register.proposal import Proposal
from servanda.register.records import key_of
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.verdict import Dispute, FrozenGuideline, Reply, Verdict
from servanda.register.weights import TermWeights
from servanda.register.wording import Names, Statement, Wording

PARTIES = ("NO", "SU", "delta-union")
YEAR = Period("2026")


def said(w):
    return Statement(w.rng.choice(["en", "fr", "es"]), f"{w.mark} Voilà ce qu'on dit: {w.rng.choice('éñ😀{[')}.")


def words(w):
    return Wording(f"{w.mark} en", f"{w.mark} fr \u2014 été", f"{w.mark} es ¿sí?")


def new(w):
    return f"{w.mark}-{w.rng.randrange(10)}"


def known(w, shape, otherwise="nothing-here"):
    """Give the key of a random record of a shape; the newest ones more often."""
    there = w.state.all(shape)
    if not there or (w.state.is_open and w.rng.random() < 0.02):
        return otherwise
    return key_of(w.rng.choice(there[-8:]))


def one_or_new(w, shape):
    """Give the key of something new, or now and then of something that is there already."""
    return known(w, shape, new(w)) if w.rng.random() < 0.15 else new(w)


def some(w, shape):
    return tuple({known(w, shape) for _ in range(w.rng.randrange(3))} - {"nothing-here"})


def correction(w):
    return said(w) if w.rng.random() < 0.15 else None


def deadline(w):
    return w.rng.choice([None, Deadline(Period(f"2026-{w.rng.randrange(1, 13):02}"), "stated")])


def undertaking(w, reference):
    parent = known(w, Commitment) if w.rng.random() < 0.2 else None
    return Commitment(
        reference=reference,
        pillar=w.rng.choice(["rivers", "schools"]),
        title=words(w),
        summary=words(w),
        promisors=(w.rng.choice(PARTIES),),
        force=w.rng.choice(["firm", "intended"]),
        completeness=Completeness(deliverable=True, target=False, timeframe=True, owner=False),
        verifiable=w.rng.random() < 0.9,
        passages=tuple(CommitmentPassage(one) for one in some(w, CitedDocument)),
        deadline=deadline(w),
        parent=None if parent == "nothing-here" else parent,
    )


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


def transaction(w):
    amount = Decimal(w.rng.randrange(10**9)) / 100
    return Transaction(w.rng.choice(["announced", "disbursed"]), amount, "EUR", some(w, CitedDocument), note=words(w))


def record_contribution(w):
    contribution = Contribution(
        one_or_new(w, Contribution), "money", words(w), words(w), w.party(), (transaction(w),),
        commitments=some(w, Commitment),
    )  # fmt: skip
    return money.RecordContribution(contribution, correction=correction(w))


def record_transaction(w):
    return money.RecordTransaction(known(w, Contribution), transaction(w))


def measure(w):
    return Measure(Decimal(w.rng.randrange(1000)), YEAR)


def record_indicator(w):
    indicator = Indicator(one_or_new(w, Indicator), words(w), words(w), measure(w), some(w, Commitment))
    return money.RecordIndicator(indicator, correction=correction(w))


def record_observation(w):
    observation = Observation(one_or_new(w, Observation), known(w, Indicator), measure(w), some(w, CitedDocument))
    return money.RecordObservation(observation, correction=correction(w))


def record_project(w):
    project = Project(one_or_new(w, Project), "port", words(w), words(w), "planned", some(w, CitedDocument))
    return money.RecordProject(project, correction=correction(w))


def bearing(w, commitment):
    return Bearing(commitment, "progress", "B", words(w), w.rng.choice([None, 1, 2]))


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


def verdict(w, identity, standing, until=None):
    frozen = w.state.find(FrozenGuideline, known(w, FrozenGuideline))
    commitment = known(w, Commitment) if frozen is None else frozen.commitment
    return Verdict(
        identity, commitment, w.evaluator, "a", "level", "1", "2", w.today, said(w), "high", standing=standing,
        replies_until=until,
    )  # fmt: skip


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


ALL = [
    adopt, adopt, adopt, amend, revise_deadline, split, merge, withdraw, add_passage, name_owner,
    record_forum, record_meeting, agree_minutes, follow_up,
    open_round, submit_report, submit_report, raise_obstacle, resolve_obstacle,
    record_contribution, record_transaction, record_indicator, record_observation, record_project,
    record_happening, submit_evidence, accept_evidence, refuse_evidence, review_mention, record_position, record_search,
    record_conflict, record_context, adopt_weights,
    cite, cite, record_institution, record_person, keep_until,
    freeze_guideline, code_commitment, draft_verdict, reply_to_verdict, finalise_verdict, open_dispute, rule_on_dispute,
    agree, agree, agree, agree, decline, retract,
    make_key, rotate_key, revoke_key, grant_role, revoke_role,
]  # fmt: skip
