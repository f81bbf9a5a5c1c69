"""A small register that grows by acts, each judged as a portal judges it, with one of everything in it."""

import base64
import datetime
from decimal import Decimal

from servanda.register.actors import Institution
from servanda.register.acts.commitments import Adopt, Withdraw
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.disputes import OpenDispute
from servanda.register.acts.evidence import RecordHappening, SubmitEvidence
from servanda.register.acts.founding import Cite, Found, Open, RecordInstitution
from servanda.register.acts.keys import GrantRole
from servanda.register.acts.meetings import AgreeMinutes, RecordForum, RecordMeeting
from servanda.register.acts.money import RecordContribution, RecordIndicator
from servanda.register.acts.reporting import OpenRound, RaiseObstacle
from servanda.register.acts.verdicts import DraftVerdict, FreezeGuideline
from servanda.register.agreement import Agreement, Keeper, Party, Pillar, Term
from servanda.register.author import KEEPER, OPERATOR, Author
from servanda.register.circumstances import Circumstances
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage, Completeness, Deadline, Guideline
from servanda.register.contribution import Contribution
from servanda.register.evidence import Evidence
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Happening
from servanda.register.indicator import Indicator, Measure
from servanda.register.judge import judge
from servanda.register.keys import Grant, Key
from servanda.register.minutes import Decision, Minutes
from servanda.register.period import Period
from servanda.register.refusal import Refusal
from servanda.register.reporting import Obstacle, Round
from servanda.register.state import State
from servanda.register.verdict import Dispute, FrozenGuideline, Verdict
from servanda.register.wording import Names, Statement, Wording

DAY = datetime.date(2026, 3, 1)
ONE_DAY = datetime.timedelta(1)
LATER = DAY + 30 * ONE_DAY
PARTIES = ("NO", "SU")
HOLDERS = (*PARTIES, OPERATOR, KEEPER, "university", "watch")
WORDS = Wording("words", "mots", "palabras")
SAID = Statement("en", "So it is.")
LEAD = {party: Author("party_lead", party) for party in PARTIES}
REPORTER = Author("reporter", "NO")
REVIEWER = Author("reviewer", "NO")
EVALUATOR = Author("evaluator", "university")
WATCH = Author("observer", "watch")
OPERATES = Author("administrator", OPERATOR)
KEEPS = Author("observer", KEEPER)


def key(holder, number=1):
    return Key(f"{holder}-key-{number}", holder, base64.b64encode(bytes(32)).decode(), "held_by_server")


def document(identity="doc"):
    return CitedDocument(identity, WORDS, "press", "The Courier", "en")


def due(written, basis="stated"):
    return Deadline(Period(written), basis)


def commitment(reference, deadline=None, **more):
    complete = Completeness(deliverable=True, target=False, timeframe=True, owner=False)
    given = {"force": "firm", "verifiable": True, "passages": (CommitmentPassage("doc"),), **more}
    return Commitment(reference, "rivers", WORDS, WORDS, PARTIES, completeness=complete, deadline=deadline, **given)


def verdict(identity, standing, evaluator="university", until=None, reference="C-1"):
    return Verdict(
        identity, reference, evaluator, "a", "level", "1", "2", DAY, SAID, "high", standing=standing,
        replies_until=until,
    )  # fmt: skip


def guideline(identity, evaluator="university", reference="C-1"):
    return FrozenGuideline(identity, reference, evaluator, Guideline(WORDS, WORDS, WORDS), DAY)


class Register:
    """A register, and the day on which the next act is recorded."""

    def __init__(self, kept_by="parties"):
        self.state, self.entries, self.day = State(), 0, DAY
        self.observed = kept_by == "observer"
        self.founder = KEEPS if self.observed else OPERATES
        agreement = Agreement(
            "harbours", WORDS, WORDS, WORDS, "action_plan", "political", DAY, Term(DAY, LATER, "days"), kept_by,
            ("en",), DAY, tuple(Party(one, "state", WORDS) for one in PARTIES), (Pillar("rivers", WORDS, WORDS),),
            keeper=Keeper(WORDS, WORDS) if self.observed else None,
        )  # fmt: skip
        self.do(Found(agreement, tuple(key(holder, number) for holder in HOLDERS for number in (1, 2))), self.founder)

    def circumstances(self, author, **more):
        """Give the circumstances of an act that is done now."""
        now = datetime.datetime.combine(self.day, datetime.time(12), datetime.UTC)
        return Circumstances(author, self.entries, now, self.day, **more)

    def do(self, act, author=None, **more):
        """Do an act, by the founder unless somebody else is named. Raises Refusal."""
        how = self.circumstances(author or self.founder, **more)
        change = judge(self.state, act, how)
        self.state.enact(change, how)
        self.entries += 1
        return change

    def refusal(self, act, author=None, **more):
        """Give the code by which an act would be refused, None where it would be done; nothing is done."""
        try:
            judge(self.state, act, self.circumstances(author or self.founder, **more))
        except Refusal as refusal:
            return refusal.code
        return None

    def get(self, shape, identity):
        """Give a record."""
        return self.state.get(shape, identity)

    def jointly(self, act, identity="jointly"):
        """Do an act with the consent of all parties, or by the keeper. Raises Refusal."""
        if self.observed:
            return self.do(act)
        self.do(Propose(identity, act), LEAD["NO"])
        return self.do(Agree(identity), LEAD["SU"])


def founded(kept_by="parties"):
    """Give a register with one of everything in it, not open yet; some acts are tried on it for every holder."""
    register = Register(kept_by)
    happening = Happening("happening", Period("2026-02"), WORDS, WORDS, ("doc",), "other")
    minutes = Minutes("minutes", "meeting", (SAID,), SAID, (Decision("decision", SAID, owner="NO"),))
    for act in (
        Cite(document()),
        *(RecordInstitution(Institution(f"works-{one}", "institution", Names(en=one), one)) for one in PARTIES),
        Adopt(commitment("C-1", due("2026-06-30"))),
        Adopt(commitment("C-2", due("2026-04-30"))),
        Adopt(commitment("C-3")),
        Adopt(commitment("vague", verifiable=False)),
        RecordForum(Forum("forum", Names(en="forum"), WORDS, PARTIES)),
        RecordMeeting(Meeting("meeting", "forum", Period("2026-01"), "held", WORDS, ("doc",))),
        AgreeMinutes(minutes),
        OpenRound(Round("round", WORDS, Period("2026"), DAY, LATER)),
        *(RecordContribution(Contribution(f"gift-{one}", "money", WORDS, WORDS, one, ())) for one in PARTIES),
        RecordIndicator(Indicator("indicator", WORDS, WORDS, Measure(Decimal(5), Period("2026")), ("C-1",))),
        RecordHappening(happening),
        SubmitEvidence(Evidence("evidence", "C-1", CommitmentPassage("doc"), "progress", SAID, "B")),
        *(GrantRole(Grant(f"grant-{one}", "a" * 64, "observer", one)) for one in HOLDERS),
    ):
        register.do(act)
    for holder in HOLDERS:
        evaluator = Author("evaluator", holder)
        register.do(OpenDispute(Dispute(f"dispute-{holder}", "happening", "happening", holder, SAID)), evaluator)
        register.do(FreezeGuideline(guideline(f"guideline-{holder}", holder)), evaluator)
        register.do(DraftVerdict(verdict(f"ripe-{holder}", "draft", holder, DAY + ONE_DAY)), evaluator)
        register.do(DraftVerdict(verdict(f"draft-{holder}", "draft", holder, LATER)), evaluator)
    if not register.observed:
        for party in PARTIES:
            register.do(RaiseObstacle(Obstacle(f"obstacle-{party}", party, ("C-1",), SAID, DAY)), LEAD[party])
            register.do(Propose(f"proposal-{party}", Withdraw("C-3", "money", SAID)), LEAD[party])
    register.day = DAY + 2 * ONE_DAY
    return register


def opened(kept_by="parties"):
    """Give that register, open."""
    register = founded(kept_by)
    register.jointly(Open(DAY), "opening")
    return register
