"""Learning without models: what reviewers accepted and refused, as another table of whole weights, and its effect.

Nothing here changes a register: the proposal is shown with what would appear and disappear, and a person adopts it by
an act, which can be undone by another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from servanda.monitoring.candidate import Candidate
from servanda.monitoring.record import Record, RefusedError
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.term import IMPLIED, Term
from servanda.monitoring.watcher import Watcher

_ENOUGH = 3  # decisions more on one side than on the other, before a weight moves
_HEAVIEST = 9


class Decision(msgspec.Struct, frozen=True):
    """What a reviewer decided on a candidate."""

    candidate: Candidate
    accepted: bool


class Change(msgspec.Struct, frozen=True):
    """Another weight for a term, and how many accepted and refused candidates had the term."""

    term: Term
    weight: int
    proposed: int
    accepted: int
    refused: int


class Pair(msgspec.Struct, frozen=True, order=True):
    """A passage of a document proposed for a commitment."""

    document: str
    start: int
    commitment: str


class Effect(msgspec.Struct, frozen=True):
    """What other weights would do to documents already searched: pairs that appear, and pairs that disappear."""

    appear: tuple[Pair, ...]
    disappear: tuple[Pair, ...]


def proposals(index: RegisterIndex, decisions: Iterable[Decision]) -> list[Change]:
    """Return the weights that should move, by the decisions on candidates that had the term.

    A weight falls by one where the refusals are ``_ENOUGH`` more than the acceptances, and rises by one in the other
    case; it is never more than nine and never less than nothing. One step at a time: what follows shows first.
    """
    accepted: Counter[Term] = Counter()
    refused: Counter[Term] = Counter()
    for decision in decisions:
        terms = {term.removesuffix(IMPLIED) for term in decision.candidate.reasons.terms}
        (accepted if decision.accepted else refused).update(terms)
    changes = []
    for term in sorted(accepted.keys() | refused.keys()):
        weight = index.weights.get(term, 0)
        more = accepted[term] - refused[term]
        step = (more >= _ENOUGH) - (-more >= _ENOUGH)
        proposed = min(_HEAVIEST, max(0, weight + step))
        if proposed != weight:
            changes.append(Change(term, weight, proposed, accepted[term], refused[term]))
    return changes


def adopted(weights: Mapping[Term, int], changes: Iterable[Change]) -> dict[Term, int]:
    """Return the table with the changes in it, to be given to ``register_index``."""
    return {**weights, **{change.term: change.proposed for change in changes}}


def effect(before: RegisterIndex, after: RegisterIndex, records: Iterable[Record]) -> Effect:
    """Return what another index of the same register would find in documents, and what it would not find any more."""
    old, new = Watcher(before), Watcher(after)
    had: set[Pair] = set()
    has: set[Pair] = set()
    for record in records:
        had |= _pairs(old, record)
        has |= _pairs(new, record)
    return Effect(tuple(sorted(has - had)), tuple(sorted(had - has)))


def _pairs(watcher: Watcher, record: Record) -> set[Pair]:
    try:
        found = watcher.candidates(record)
    except RefusedError:
        return set()
    return {Pair(one.document.sha256, one.start, one.commitment) for one in found}
