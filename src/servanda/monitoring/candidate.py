"""A candidate: a passage proposed for a commitment, with the relation and the reasons."""

import datetime
from collections.abc import Iterable

import msgspec

from servanda.lexicon.language import Language
from servanda.monitoring.lookup import Said
from servanda.monitoring.record import Record
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.relation import relation
from servanda.monitoring.rule import Match
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
    """Why a passage was proposed: its points by term, the sides that it names, and the cues of the relation."""

    terms: dict[str, int]
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
    index: RegisterIndex, document: Source, quote: str, start: int, said: Said, matches: Iterable[Match]
) -> list[Candidate]:
    """Return the candidates of an accepted passage: the full reading of what survived the rule."""
    bears, cues = relation(quote, document.language, document.date, index.signed)
    sides = tuple(sorted(said.sides))
    return [
        Candidate(
            match.profile.reference,
            bears,
            match.points,
            start,
            start + len(quote),
            quote,
            document,
            Reasons(dict(match.terms), sides, cues),
            index.version,
            index.rule,
        )
        for match in matches
    ]
