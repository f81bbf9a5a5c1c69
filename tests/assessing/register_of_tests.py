"""A commitment of an imaginary plan, and what may be recorded about it, for the tests of this folder."""

import datetime

import msgspec

from servanda.register.agreement import Term
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
