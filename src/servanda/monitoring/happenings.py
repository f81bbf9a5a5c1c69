"""What many outlets tell about one thing, as one dated happening with its sources.

Accepted candidates are grouped after acceptance, never before: those that bear on one commitment in one way, within a
few days, in much the same terms. Copies of one text and one publisher count once as a source (CODEBOOK E6: figures and
days that differ all stay).
"""

import datetime
from collections.abc import Iterable, Sequence

import msgspec

from servanda.monitoring.candidate import Candidate
from servanda.monitoring.likeness import is_copy, shingles
from servanda.monitoring.numbers import numbers_in
from servanda.register.happening import Relation

_DAYS = 4  # between a document and the first that tells of the same
_ALIKE = 2  # shared terms have at least half of the points of the passage that has fewer


class Stated(msgspec.Struct, frozen=True):
    """A figure, and the documents (by SHA-256) that state it."""

    figure: str
    documents: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """One thing that was told, neutral and dated; the bearing is that of its candidates (CODEBOOK E7).

    ``first`` and ``last`` are the days of its documents, None where none has a day. ``sources`` counts independent
    publishers and texts, ``copies`` groups the documents (by SHA-256) that count once. ``figures`` are the numbers
    that some documents state and others do not.
    """

    commitment: str
    relation: Relation
    first: datetime.date | None
    last: datetime.date | None
    sources: int
    candidates: tuple[Candidate, ...]
    copies: tuple[tuple[str, ...], ...]
    figures: tuple[Stated, ...]


def happenings(accepted: Iterable[Candidate]) -> list[Told]:
    """Return what accepted candidates tell, by day and commitment. The order of the candidates does not matter."""
    groups: list[list[Candidate]] = []
    recent: list[list[Candidate]] = []  # those of the same commitment and relation
    for candidate in sorted(accepted, key=_order):
        if recent and _bearing(recent[0][0]) != _bearing(candidate):
            recent = []
        group = next((group for group in reversed(recent) if _same(group[0], candidate)), None)
        if group is None:
            group = []
            groups.append(group)
            recent.append(group)
        group.append(candidate)
    return [_told(group) for group in groups]


def _bearing(candidate: Candidate) -> tuple[str, Relation]:
    return candidate.commitment, candidate.relation


def _order(candidate: Candidate) -> tuple[str, str, str, str, int]:
    day = candidate.document.date
    return *_bearing(candidate), day.isoformat() if day else "", candidate.document.sha256, candidate.start


def _same(first: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one bearing tell of the same: near days, much the same terms."""
    one, two = first.document.date, other.document.date
    if (one is None) != (two is None) or (one and two and (two - one).days > _DAYS):
        return False
    shared = first.reasons.terms.keys() & other.reasons.terms.keys()
    fewer = min(first, other, key=lambda candidate: candidate.points).reasons.terms
    return sum(fewer[term] for term in shared) * _ALIKE >= sum(fewer.values())


def _told(group: Sequence[Candidate]) -> Told:
    days = [candidate.document.date for candidate in group if candidate.document.date is not None]
    copies = _copies(group)
    first = group[0]
    return Told(
        first.commitment,
        first.relation,
        min(days, default=None),
        max(days, default=None),
        len(copies),
        tuple(group),
        tuple(same for same in copies if len(same) > 1),
        _figures(group),
    )


def _copies(group: Sequence[Candidate]) -> list[tuple[str, ...]]:
    """Return the documents of a group by source: the same publisher, or much the same words."""
    sources: list[tuple[set[str], set[str], list[frozenset[bytes]]]] = []
    for candidate in group:
        publisher = (candidate.document.publisher or "").casefold()
        words = shingles(candidate.quote)
        for documents, publishers, texts in sources:
            if (publisher and publisher in publishers) or any(is_copy(words, text) for text in texts):
                documents.add(candidate.document.sha256)
                publishers.add(publisher)
                texts.append(words)
                break
        else:
            sources.append(({candidate.document.sha256}, {publisher}, [words]))
    return [tuple(sorted(documents)) for documents, _, _ in sources]


def _figures(group: Sequence[Candidate]) -> tuple[Stated, ...]:
    """Return the figures that not all documents of a group state, each with those that do."""
    documents = {candidate.document.sha256 for candidate in group}
    stated: dict[str, set[str]] = {}
    for candidate in group:
        for number in numbers_in(candidate.quote):
            stated.setdefault(number[1:], set()).add(candidate.document.sha256)
    return tuple(Stated(figure, tuple(sorted(where))) for figure, where in sorted(stated.items()) if where != documents)
