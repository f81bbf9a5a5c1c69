"""One act of each kind that the register of ``registers`` allows, done by a holder about what is the party NO's."""

from decimal import Decimal

from registers import (
    DAY,
    HOLDERS,
    LATER,
    PARTIES,
    SAID,
    WORDS,
    commitment,
    document,
    due,
    guideline,
    key,
    verdict,
)

from servanda.register.actors import Institution, OtherAgreement, Person
from servanda.register.acts import commitments, consent, disputes, evidence, founding, keys, meetings, money, verdicts
from servanda.register.acts import reporting as reports
from servanda.register.commitment import CommitmentPassage, Owner
from servanda.register.contribution import Contribution, Transaction
from servanda.register.evidence import Evidence, MentionReview
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Bearing, Happening, PublishedPosition
from servanda.register.indicator import Indicator, Measure, Observation
from servanda.register.keys import Grant
from servanda.register.minutes import FollowUp, Minutes
from servanda.register.notes import Conflict, ContextNote, Position, Search
from servanda.register.period import Period
from servanda.register.project import Project
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.verdict import Dispute, Reply
from servanda.register.weights import TermWeights
from servanda.register.wording import Names

PASSAGE = CommitmentPassage("doc")
DAY_OF = Period("2026-02-01")
COUNTED = Measure(Decimal(3), DAY_OF)
PAID = Transaction("disbursed", Decimal(5), "EUR", ("doc",))


def minimal_acts(register, holder):
    """Give one act of each kind, as this holder would do it."""
    other = "SU" if holder == "NO" else "NO"
    mine = holder if holder in PARTIES else "NO"
    somebody_else = next(one for one in HOLDERS if one != holder)
    acts = [
        founding.Found(register.state.agreement, (key(holder),)),
        founding.Open(DAY),
        founding.KeepUntil(LATER),
        founding.RecordInstitution(Institution("new", "institution", Names(en="new"), "NO")),
        founding.RecordPerson(Person("new", "New", (), ())),
        founding.RecordOtherAgreement(OtherAgreement("new", Names(en="new"))),
        founding.Cite(document("new")),
        commitments.Adopt(commitment("new")),
        commitments.Amend(commitment("C-1", due("2026-12-31")), SAID),
        commitments.ReviseDeadline("C-1", due("2027-01-31"), SAID),
        commitments.Split("C-1", (commitment("new-1"), commitment("new-2")), SAID),
        commitments.Merge(("C-1", "C-2"), commitment("new"), SAID),
        commitments.Withdraw("C-1", "money", SAID),
        commitments.AddPassage("C-1", CommitmentPassage("doc", "restates")),
        commitments.NameOwner("C-1", Owner("NO", "works-NO")),
        consent.Propose("new", commitments.Withdraw("C-2", "money", SAID)),
        consent.Agree(f"proposal-{other}"),
        consent.Decline(f"proposal-{other}", SAID),
        consent.Retract(f"proposal-{mine}"),
        meetings.RecordForum(Forum("new", Names(en="new"), WORDS, PARTIES)),
        meetings.RecordMeeting(Meeting("new", "forum", DAY_OF, "held", WORDS, ("doc",))),
        meetings.AgreeMinutes(Minutes("new", "meeting", (SAID,), SAID)),
        meetings.FollowUpDecision(FollowUp("decision", "NO", "done", DAY, SAID)),
        reports.OpenRound(Round("new", WORDS, DAY_OF, DAY, LATER)),
        reports.SubmitReport(Report("new", "C-1", "NO", "in_progress", DAY, SAID, "round")),
        reports.RaiseObstacle(Obstacle("new", "NO", ("C-1",), SAID, DAY)),
        reports.ResolveObstacle("obstacle-NO", SAID),
        money.RecordContribution(Contribution("new", "money", WORDS, WORDS, "NO", ())),
        money.RecordTransaction("gift-NO", PAID),
        money.RecordIndicator(Indicator("new", WORDS, WORDS, COUNTED, ("C-1",))),
        money.RecordObservation(Observation("new", "indicator", COUNTED, ("doc",))),
        money.RecordProject(Project("new", "port", WORDS, WORDS, "planned", ("doc",))),
        evidence.RecordHappening(Happening("new", DAY_OF, WORDS, WORDS, ("doc",), "other")),
        evidence.SubmitEvidence(Evidence("new", "C-1", PASSAGE, "progress", SAID, "B")),
        evidence.AcceptEvidence("evidence", "happening", Bearing("C-1", "progress", "B", WORDS)),
        evidence.RefuseEvidence("evidence", SAID),
        evidence.ReviewMention(MentionReview("doc/m1", "doc", "m1", "rejected", DAY, reason=SAID)),
        evidence.RecordPosition(PublishedPosition("C-1", "NO", "in_progress", DAY_OF, WORDS, ("doc",))),
        evidence.RecordSearch(Search("new", WORDS, WORDS, ("en",), DAY_OF, DAY)),
        evidence.RecordConflict(Conflict("new", WORDS, (Position(WORDS, ("doc",)), Position(WORDS, ("doc",))))),
        evidence.RecordContext(ContextNote("new", "trade", WORDS, WORDS, ())),
        evidence.AdoptWeights(TermWeights("new", {"gauge": 3}, SAID)),
        verdicts.FreezeGuideline(guideline("new", holder, "C-2")),
        verdicts.CodeCommitment(verdict("new", "coded", holder)),
        verdicts.DraftVerdict(verdict("new", "draft", holder, LATER)),
        verdicts.ReplyToVerdict(Reply("draft-university/NO", "draft-university", "NO", SAID)),
        verdicts.FinaliseVerdict(f"ripe-{holder}", "3", SAID),
        disputes.OpenDispute(Dispute("new", "happening", "happening", holder, SAID)),
        disputes.RuleOnDispute(f"dispute-{somebody_else}", "upheld", SAID),
        keys.MakeKey(key("newcomer")),
        keys.RotateKey(f"{holder}-key-1", key(holder, 3)),
        keys.RevokeKey(f"{holder}-key-1", SAID),
        keys.GrantRole(Grant("new", "b" * 64, "observer", holder)),
        keys.RevokeRole(f"grant-{holder}"),
    ]  # fmt: skip
    return {type(act): act for act in acts}
