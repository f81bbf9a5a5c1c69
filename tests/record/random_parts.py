"""What random acts are made of: words, ids, and the records that others name.

Each takes a ``World``: its ``rng``, its ``state``, and ``mark``, a word for its texts and ids that no other act uses.
"""

from decimal import Decimal

from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage, Completeness, Deadline
from servanda.register.contribution import Transaction
from servanda.register.happening import Bearing
from servanda.register.indicator import Measure
from servanda.register.period import Period
from servanda.register.records import key_of
from servanda.register.verdict import FrozenGuideline, Verdict
from servanda.register.wording import Statement, Wording

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


def transaction(w):
    amount = Decimal(w.rng.randrange(10**9)) / 100
    return Transaction(w.rng.choice(["announced", "disbursed"]), amount, "EUR", some(w, CitedDocument), note=words(w))


def measure(w):
    return Measure(Decimal(w.rng.randrange(1000)), YEAR)


def bearing(w, commitment):
    return Bearing(commitment, "progress", "B", words(w), w.rng.choice([None, 1, 2]))


def verdict(w, identity, standing, until=None):
    frozen = w.state.find(FrozenGuideline, known(w, FrozenGuideline))
    commitment = known(w, Commitment) if frozen is None else frozen.commitment
    return Verdict(
        identity, commitment, w.evaluator, "a", "level", "1", "2", w.today, said(w), "high", standing=standing,
        replies_until=until,
    )  # fmt: skip
