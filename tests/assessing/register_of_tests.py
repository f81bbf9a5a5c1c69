"""A commitment of an imaginary plan, and what may be recorded about it, for the tests of this folder."""

import datetime

import msgspec

from servanda.assessing.assessment import Assessment, assess
from servanda.assessing.evidence import Evidence, PartyEvidence
from servanda.assessing.schedule import Schedule
from servanda.register.agreement import Agreement, Party, Term
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, Completeness, Deadline
from servanda.register.happening import Bearing, Happening, PublishedPosition
from servanda.register.notes import Search
from servanda.register.period import Period
from servanda.register.wording import Wording

SIGNED = datetime.date(2025, 1, 15)
DAY = datetime.date(2025, 10, 1)
TERM = Term(SIGNED, datetime.date(2027, 12, 31), "years")


def words(text):
    return Wording(text, text, text)


def commitment(**changes):
    made = Commitment(
        reference="T-01",
        pillar="rivers",
        title=words("A common gauge"),
        summary=words("The two sides build one gauge."),
        promisors=("north", "south"),
        force="firm",
        completeness=Completeness(deliverable=True, target=False, timeframe=True, owner=False),
        verifiable=True,
        passages=(),
    )
    return msgspec.structs.replace(made, **changes)


def due(written, basis="stated"):
    return Deadline(Period(written), basis)


def happening(when, relation="progress", step=None, *, tier="B", party=None, documents=("note",), **changes):
    bearing = Bearing("T-01", relation, tier, words("because"), step, party)
    made = Happening(f"on-{when}", Period(when), words("it"), words("it"), documents, "other", bearings=(bearing,))
    return msgspec.structs.replace(made, **changes)


def document(identity, kind):
    return CitedDocument(identity, words("a text"), kind, "someone", "en")


def position(party, standing, written):
    return PublishedPosition("T-01", party, standing, Period(written), words("so they say"), ("note",))


def search(until):
    made_on = datetime.date(2027, 1, 1)
    covered = Period(f"2025-01-01/{until}")
    return Search(f"s-{until}", words("it"), words("nothing"), ("en",), covered, made_on, ("T-01",))


def agreement(*parties, end=TERM.end):
    named = tuple(Party(party, "organisation", words(party)) for party in parties or ("north", "south"))
    return Agreement(
        id="rivers", name=words("Rivers"), short_name=words("Rivers"), summary=words("Rivers."), kind="action_plan",
        legal_nature="political", signed=SIGNED, term=Term(SIGNED, end, "years"), kept_by="parties",
        authentic_languages=("en",), recorded_until=DAY, parties=named, pillars=(),
    )  # fmt: skip


def assessed(*happenings, made=None, day=DAY, parties=(), searches=(), **recorded):
    """Return the assessment of one commitment; its documents are a release and a paper of the press."""
    made = made or commitment()
    documents = {one.id: one for one in (document("note", "official_release"), document("paper", "press"))}
    return assess(
        agreement(*parties), [made], happenings=happenings, positions=recorded.pop("positions", ()), searches=searches,
        documents=documents, day=day, **recorded,
    )[made.reference]  # fmt: skip


def evidence(value, step=0):
    return Evidence(value, step, None, (), (), ("E3",))


def assessment(joint, *parties, reference="T-01", day=DAY):
    """Return an assessment with the evidence given, the parties' after the joint one."""
    each = tuple(PartyEvidence(f"p{place}", one) for place, one in enumerate(parties or (joint,)))
    return Assessment(reference, day, (), joint, Schedule("no_date", None, None, None, ()), each)
