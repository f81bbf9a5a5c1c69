"""A candidate: a passage proposed for a commitment, with the relation and the reasons."""

import datetime
import operator
from collections.abc import Sequence

import msgspec

from servanda.lexicon.language import Language
from servanda.monitoring.cues import cues
from servanda.monitoring.lookup import Lookup, Said
from servanda.monitoring.record import Record
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.relation import relation
from servanda.monitoring.rule import Match, of_head
from servanda.monitoring.shares import shares
from servanda.monitoring.term import Term
from servanda.register.happening import Relation


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """The document that a candidate stands in. ``sha256`` is that of its title and text."""

    sha256: str
    language: Language
    id: str | int | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    address: str | None = None
    title: str | None = None


class Reasons(msgspec.Struct, frozen=True):
    """Why a passage was proposed: its points by term, the sides that it names, and the cues of the relation.

    Of the terms some may stand in the head of its document only (``rule.of_head``).
    """

    terms: dict[Term, int]
    sides: tuple[str, ...]
    cues: tuple[str, ...]


class Candidate(msgspec.Struct, frozen=True):
    """A passage that bears on a commitment; ``quote`` is ``text[start:end]`` of the document.

    ``register`` is the version of the index, ``rule`` that of the match rule (see ``register_index``).
    """

    commitment: str
    relation: Relation
    points: int
    start: int
    end: int
    quote: str
    document: Source
    reasons: Reasons
    register: str
    rule: str


def source(record: Record, language: Language) -> Source:
    """Return what a candidate tells of its document."""
    return Source(record.sha256, language, record.id, record.day, record.publisher, record.address, record.title)


def proposed(
    index: RegisterIndex,
    document: Source,
    quote: str,
    start: int,
    said: Said,
    matches: Sequence[Match],
    lookup: Lookup,
    *,
    opening: str,
) -> list[Candidate]:
    """Return the candidates of an accepted passage: the full reading of what survived the rule.

    ``opening`` is the document's first sentence, empty for the passage that begins with it.
    """
    sides = tuple(sorted(said.sides))
    terms, beyond = sorted(said.terms), said.beyond
    candidates = []
    title = document.title or ""
    read: dict[object, tuple[Relation, tuple[str, ...]]] = {}
    for match, told in zip(matches, shares(title, opening, quote, matches, lookup), strict=True):
        same = told, match.profile.aim  # most matches of a passage share both
        if same not in read:
            found = cues(told, document.language)
            read[same] = relation(found, told, match.profile.aim, document.language, document.date, index.signed)
        bears, why = read[same]
        shared = [(term, match.profile.points[term]) for term in terms if term in match.profile.points]
        shared += sorted(of_head(beyond, match.profile).items())
        reasons = Reasons(_most_first(shared), sides, why)
        place = (start, start + len(quote), quote)
        candidates.append(
            Candidate(
                match.profile.reference, bears, match.points, *place, document, reasons, index.version, index.rule
            )
        )
    return candidates


def _most_first(points: Sequence[tuple[Term, int]]) -> dict[Term, int]:
    """Return terms with their points, most first; of as many, in the order in which they are given."""
    return dict(sorted(points, key=operator.itemgetter(1), reverse=True))
