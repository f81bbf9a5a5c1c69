"""Restricted records of every kind that can be, in the imaginary plan, each with a word that stands nowhere else."""

import datetime
from decimal import Decimal

from servanda.register.actors import Institution, Person
from servanda.register.acts.commitments import Adopt
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.disputes import OpenDispute
from servanda.register.acts.evidence import (
    AdoptWeights,
    RecordConflict,
    RecordContext,
    RecordHappening,
    RecordPosition,
    RecordSearch,
    ReviewMention,
    SubmitEvidence,
)
from servanda.register.acts.founding import Cite, RecordInstitution, RecordPerson
from servanda.register.acts.meetings import RecordMeeting
from servanda.register.acts.money import RecordContribution, RecordIndicator, RecordObservation, RecordProject
from servanda.register.acts.reporting import OpenRound, RaiseObstacle, SubmitReport
from servanda.register.acts.verdicts import CodeCommitment, DraftVerdict, FreezeGuideline, ReplyToVerdict
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage, Completeness, Guideline
from servanda.register.contribution import Contribution, Transaction
from servanda.register.evidence import Evidence, MentionReview
from servanda.register.forum import Meeting
from servanda.register.happening import Bearing, Happening, PublishedPosition
from servanda.register.indicator import Indicator, Measure, Observation
from servanda.register.minutes import Minutes
from servanda.register.notes import Conflict, ContextNote, Position, Search
from servanda.register.period import Period
from servanda.register.project import Project
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.verdict import Dispute, FrozenGuideline, Reply, Verdict
from servanda.register.weights import TermWeights
from servanda.register.wording import Names, Statement, Wording
from servanda.text.selectors import QuoteSelector
from servanda_portal.operations.act import act
from servanda_portal.operations.folded import folded

PLAN = "merle-2024-2027"
PARTIES = ("XN", "XS", "merle")
DAY = datetime.date(2026, 6, 1)
LATER = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=30)
REVIEWER, REPORTER, LEAD = (Author(role, "XN") for role in ("reviewer", "reporter", "party_lead"))
EVALUATOR = Author("evaluator", "river-studies")


def plant(quoted):
    """Plant records for each circle, and return for each canary for whom its record is, and who made it.

    ``quoted`` is the id of a public document and words of it: the restricted commitment rests on them.
    """
    planted = {}

    def word(name, circle, made_by="XN"):
        canary = f"zq{name}{circle.replace('-', '')}qz".lower()
        planted[canary] = (circle, made_by)
        return canary

    for circle in ("parties", "reviewers", "XS", "reply"):
        for name, (author, make) in _ACTS.items():
            canary = word(name, circle)
            made = make(canary)
            act(PLAN, author, made if isinstance(made, list) else [made], visible_to=circle)
    for name, make in _JOINT.items():
        canary = word(name, "parties")
        act(PLAN, LEAD, [Propose(canary, make(canary, quoted), _told(canary))], visible_to="parties")
        for party in PARTIES[1:]:
            act(PLAN, Author("party_lead", party), [Agree(canary)], visible_to="parties")
    open_one = word("open", "parties")
    act(PLAN, LEAD, [Propose(open_one, _adopt(open_one, quoted), _told(open_one))], visible_to="parties")
    for circle in ("river-studies", "reply"):
        canary = word("guideline", circle, "river-studies")
        wording = _said(canary)
        frozen = FrozenGuideline(canary, "W03", "river-studies", Guideline(wording, wording, wording), DAY)
        act(PLAN, EVALUATOR, [FreezeGuideline(frozen)], visible_to=circle)
        canary = word("coded", circle, "river-studies")
        act(PLAN, EVALUATOR, [CodeCommitment(_verdict(canary, "coded"))], visible_to=circle)
    draft = word("draft", "reply", "river-studies")
    act(PLAN, EVALUATOR, [DraftVerdict(_verdict(draft, "draft"))], visible_to="reply")
    reply = word("reply", "reply")
    act(PLAN, LEAD, [ReplyToVerdict(Reply(f"{draft}/XN", draft, "XN", _told(reply)))], visible_to="reply")
    return planted


def _said(word):
    return Wording(f"{word} en", f"{word} fr", f"{word} es")


def _told(word):
    return Statement("en", f"{word} was told.")


def _adopt(word, quoted):
    document, words = quoted
    passage = CommitmentPassage(document, quote=QuoteSelector(words))
    complete = Completeness(deliverable=True, target=False, timeframe=False, owner=False)
    return Adopt(Commitment(word, "water", _said(word), _said(word), ("XN",), "firm", complete, True, (passage,)))


def _verdict(word, standing):
    until = LATER if standing == "draft" else None
    return Verdict(
        word, "W03", "river-studies", word, "g7", "g7/1", "0", DAY, _told(word), "high",
        standing=standing, replies_until=until,
    )  # fmt: skip


def _source():
    return tuple(one.id for one in folded(PLAN).all(CitedDocument) if one.id.startswith("report"))[:1]


def _meeting(word):
    forum = next(one.forum for one in folded(PLAN).all(Meeting))
    return RecordMeeting(Meeting(word, forum, Period("2026-05"), "held", _said(word), (), Names(word), ("W03",)))


def _transaction(word):
    return Transaction("announced", Decimal(987654321), "EUR", _source(), Period("2026-05"), note=_said(word))


def _decision():
    return next((one.id, one.owner) for each in folded(PLAN).all(Minutes) for one in each.decisions)[0]


_ACTS = {
    "cited": (REVIEWER, lambda word: Cite(CitedDocument(
        word, _said(word), "press", word, "en", f"https://{word}.example/", Period("2026-05")))),
    "happening": (REVIEWER, lambda word: RecordHappening(Happening(
        word, Period("2026-05"), _said(word), _said(word), _source(), "law",
        bearings=(Bearing("W03", "completes", "A", _said(word), 6),)))),
    "evidence": (REVIEWER, lambda word: SubmitEvidence(Evidence(
        word, "W03", CommitmentPassage(_source()[0]), "completes", _told(word), "A"))),
    "search": (REVIEWER, lambda word: RecordSearch(Search(
        word, _said(word), _said(word), ("en",), Period("2026"), DAY, ("W03",)))),
    "conflict": (REVIEWER, lambda word: RecordConflict(Conflict(
        word, _said(word), (Position(_said(word), _source()), Position(_said(word), ())), ("W03",)))),
    "context": (REVIEWER, lambda word: RecordContext(ContextNote(
        word, "trade", _said(word), _said(word), _source(), Period("2026-05")))),
    "weights": (REVIEWER, lambda word: AdoptWeights(TermWeights(word, {word: 3}, _told(word)))),
    "mention": (REVIEWER, lambda word: ReviewMention(MentionReview(
        f"{_source()[0]}/{word}", _source()[0], word, "rejected", DAY, None, _told(word)))),
    "position": (REVIEWER, lambda word: RecordPosition(PublishedPosition(
        "W03", "XN", "abandoned", Period(f"2026-05-{10 + len(word) % 9}"), _said(word), _source()))),
    "institution": (REVIEWER, lambda word: RecordInstitution(Institution(word, "institution", Names(word), "XN"))),
    "person": (REVIEWER, lambda word: RecordPerson(Person(word, word, (), ()))),
    "project": (REVIEWER, lambda word: RecordProject(Project(
        word, "port", _said(word), _said(word), "planned", _source(), ("W03",)))),
    "meeting": (REVIEWER, _meeting),
    "observation": (REVIEWER, lambda word: RecordObservation(Observation(
        word, "meadows", Measure(Decimal(2400), Period("2026-06")), _source()))),
    "obstacle": (REPORTER, lambda word: [
        RaiseObstacle(Obstacle(word, "XN", ("W03",), _told(word), DAY)),
        SubmitReport(Report(f"{word}-r", "W03", "XN", "obstructed", DAY, _told(word), obstacle=word))]),
    "money": (REPORTER, lambda word: RecordContribution(Contribution(
        word, "money", _said(word), _said(word), "XN", (_transaction(word),), commitments=("W03",)))),
    "dispute": (REVIEWER, lambda word: OpenDispute(Dispute(word, "commitment", "W03", "XN", _told(word)))),
}  # fmt: skip
_JOINT = {
    "adopted": _adopt,
    "indicator": lambda word, _quoted: RecordIndicator(Indicator(
        word, _said(word), _said(word), Measure(Decimal(9), Period("2027")), ("W03",))),
    "round": lambda word, _quoted: OpenRound(Round(word, _said(word), Period("2026-H2"), DAY, LATER)),
}  # fmt: skip
