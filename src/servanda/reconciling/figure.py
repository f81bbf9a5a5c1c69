"""A figure: one amount, number or day that a text states, with what stands beside it to say of what."""

import datetime
from typing import Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.reconciling.finding import Ref
from servanda.reconciling.measured import Measured

Stage = Literal["stated", "done", "ahead", "past", "today", "day", "due"]
Span = tuple[datetime.date, datetime.date]
DocumentKey = tuple[str, str]


class Kept(msgspec.Struct, frozen=True, eq=False):
    """What is kept of a document for its figures.

    ``names`` are the proper names that it holds, ``capitals`` all words that it never writes small, both without
    accents; ``states`` the ids of the states that it names; ``about`` the terms of all its content words.
    """

    name: str
    sha256: str
    language: Language
    date: datetime.date | None
    names: frozenset[str]
    capitals: frozenset[str]
    states: frozenset[str]
    about: frozenset[str]

    @property
    def key(self) -> DocumentKey:
        """Return what tells the document from others: its name, and the hash of its bytes."""
        return (self.name, self.sha256)


class Beside(msgspec.Struct, frozen=True, eq=False):
    """What stands beside a figure, in the part of its sentence that belongs to it.

    ``terms`` weigh what names it: an organisation most, then a proper name, then a state or a word; ``shown`` are the
    same as written. Words are stems, actors "@" and their id, ordinals "#" and their number. ``marks`` (names and
    organisations), ``states``, ``ordinals`` ("first") and ``periods`` tell things of one sort apart. ``sentence`` holds
    the terms of the whole sentence, ``around`` also those of the words before it. ``events`` say that something begins
    or ends on a day, or lasts so long; ``subjects`` what may do so: works, a service, a treaty. It is ``former`` where
    words tell of an earlier thing, and ``yearly`` where so much comes every year, month or day.
    """

    terms: dict[str, int]
    shown: dict[str, str]
    states: frozenset[str]
    marks: frozenset[str]
    ordinals: frozenset[str]
    periods: tuple[Span, ...]
    sentence: frozenset[str]
    around: frozenset[str]
    events: frozenset[str]
    subjects: frozenset[str]
    former: bool
    yearly: bool


class Place(msgspec.Struct, frozen=True):
    """Where in its document a figure stands: sentence and block count from 0.

    ``lead_in`` is the block that leads in the list it stands in; ``order`` its place among the figures of its kind in
    the sentence, and their number. Words beside it say that it is a ``total``, that a ``breakdown`` of it follows, that
    the breakdown is ``complete``, that it is a ``part``, or
    that it is ``added`` to something, or
    that another number is ``compared`` with it.
    """

    start: int
    sentence: int
    block: int
    lead_in: int | None
    order: tuple[int, int]
    total: bool
    breakdown: bool
    complete: bool
    part: bool
    added: bool
    compared: bool


class Figure(msgspec.Struct, frozen=True, eq=False):
    """One amount, number or day.

    ``stage`` keeps what was paid or delivered from what was announced (CODEBOOK M1), and by when from when. ``scarce``
    counts are of something of which the documents together state hardly any other number. ``others`` is how many
    values of its kind its document states, itself among them; the
    ``main`` amount of money is the first in its currency. ``sole`` are the events of which its document tells no other
    day, or length in its unit.
    """

    ref: Ref
    document: Kept
    language: Language
    publisher: str | None
    value: Measured
    stage: Stage
    place: Place
    beside: Beside
    scarce: bool = False
    others: int = 0
    main: bool = False
    sole: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Return what puts figures in one order, however they came in."""
        return (*self.document.key, self.place.start, self.ref.id)
