"""What of a register goes out as open data: its records, what the codebook makes of them on a day, and its addresses.

Whoever calls decides which records these are: the state that they give is written out whole.
"""

import datetime
import functools
import itertools
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import msgspec

from servanda.assessing.assessment import Assessment
from servanda.lexicon.language import Language
from servanda.register.actors import Institution
from servanda.register.agreement import Agreement, Party
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.forum import Forum, Meeting
from servanda.register.minutes import Minutes
from servanda.register.records import KINDS, Record, key_of, kind_of
from servanda.register.references import references
from servanda.register.reporting import Round
from servanda.register.state import State
from servanda.register.wording import Names, Wording

Shape = TypeVar("Shape")

# Who acts and what is cited stays whole where a register is narrowed.
_WHOLE = frozenset({"agreement", "opening", "institution", "person", "other_agreement", "document"})
_NOWHERE = "servanda.invalid"  # RFC 2606: what was published at no address has no host of its own


class Site(msgspec.Struct, frozen=True):
    """Where a register is published: ``origin`` such as "https://commitments.example", None where it is nowhere.

    ``publisher`` is the IATI organisation identifier of whoever publishes it, where they have one.
    """

    origin: str | None = None
    publisher: str | None = None

    @property
    def host(self) -> str:
        """The host, to tell one publisher's identifiers from another's."""
        return self.origin.partition("://")[2].partition("/")[0].partition(":")[0] if self.origin else _NOWHERE

    def page(self, language: Language, *steps: str) -> str | None:
        """Return the address of a page of the portal, None where the register is published nowhere.

        >>> Site("https://commitments.example").page("fr", "plans", "merle", "money")
        'https://commitments.example/fr/plans/merle/money/'
        """
        return "/".join((self.origin.rstrip("/"), language, *steps, "")) if self.origin else None


class OpenRegister(msgspec.Struct, frozen=True, dict=True):
    """The records that go out, in their own order; ``assessments`` are by reference, as at ``day``.

    Of a narrowed register ``scope`` says to what, as the query of an address, and ``about`` says it for people.
    """

    records: tuple[Record, ...]
    assessments: Mapping[str, Assessment]
    day: datetime.date
    site: Site = Site()
    scope: str = ""
    about: str = ""

    def all(self, shape: type[Shape]) -> tuple[Shape, ...]:
        """Return the records of one kind."""
        return self._by_shape.get(shape, ())

    @functools.cached_property
    def _by_shape(self) -> dict[type[Any], tuple[Any, ...]]:
        found: dict[type[Any], tuple[Any, ...]] = {}
        for shape, records in itertools.groupby(self.records, type):  # most kinds stand in one run
            found[shape] = (*found.get(shape, ()), *records)
        return found

    @functools.cached_property
    def naming(self) -> dict[str, list[int]]:
        """The places of the records that name a commitment, or are known by its reference, by that reference.

        A forum, a meeting and its minutes go by ids of their own: only what they name counts.
        """
        found: dict[str, list[int]] = {one.reference: [] for one in self.all(Commitment)}
        for place, record in enumerate(self.records):
            named = {key for *_, key in references(record, only="commitment")}
            if (key := key_of(record)) in found and not isinstance(record, Forum | Meeting | Minutes):
                named.add(key)
            for reference in named:
                found.setdefault(reference, []).append(place)
        return found

    @functools.cached_property
    def apart(self) -> frozenset[int]:
        """The places of the records that do not stay or go, where a register is narrowed, by what they name alone."""
        kinds = (Commitment, Forum, Meeting, Round)
        return frozenset(
            place for place, one in enumerate(self.records) if isinstance(one, kinds) or kind_of(one) in _WHOLE
        )

    @property
    def agreement(self) -> Agreement:
        """The agreement."""
        return self.all(Agreement)[0]

    @functools.cached_property
    def actors(self) -> tuple[Party | Institution, ...]:
        """The parties, then the institutions."""
        return (*self.agreement.parties, *self.all(Institution))

    def name_of(self, actor: str, language: Language) -> str:
        """Return the name of a party or an institution; its id where the register does not know it."""
        return next((told(one.name, language) for one in self.actors if one.id == actor), actor)

    @functools.cached_property
    def documents(self) -> dict[str, CitedDocument]:
        """Return the cited documents by id."""
        return {document.id: document for document in self.all(CitedDocument)}

    def page(self, language: Language, *steps: str) -> str | None:
        """Return the address of a page of this register."""
        return self.site.page(language, "plans", self.agreement.id, *steps)

    def file(self, language: Language, name: str) -> str | None:
        """Return the address of a file of this register, narrowed as it is."""
        page = self.page(language)
        return f"{page}{name}{'?' if self.scope else ''}{self.scope}" if page else None


def open_register(
    state: State, assessments: Mapping[str, Assessment], day: datetime.date, site: Site | None = None
) -> OpenRegister:
    """Return what goes out of a register: all that the state holds, its commitments pillar by pillar."""
    pillars = [pillar.id for pillar in state.agreement.pillars]
    commitments = sorted(state.all(Commitment), key=lambda one: pillars.index(one.pillar))
    others = itertools.chain.from_iterable(state.all(shape) for shape in KINDS if shape is not Commitment)
    return OpenRegister((*others, *commitments), assessments, day, site or Site())


def told(name: Names | Wording, language: Language) -> str:
    """Return a name in a language, or in the first that it has."""
    return name.in_language(language) if isinstance(name, Wording) else name.in_language(language)[0]


def narrowed(register: OpenRegister, commitments: Collection[str], scope: str = "", about: str = "") -> OpenRegister:
    """Return the register with these commitments only, and of the other records those that name one of them.

    A meeting stays where its forum does, a forum where one of its meetings does, and a reporting round where it is for
    all pillars or for one of theirs. The agreement, who acts and what is cited stay whole.
    """
    places = {place for reference in commitments for place in register.naming.get(reference, ())}
    named = [register.records[place] for place in places]
    pillars = {one.pillar for one in register.all(Commitment) if one.reference in commitments}
    following = {one.id for one in named if isinstance(one, Forum)}
    minuted = {one.meeting for one in named if isinstance(one, Minutes)}
    meetings = minuted | {one.id for one in named if isinstance(one, Meeting)}
    touched = {meeting.forum for meeting in register.all(Meeting) if meeting.id in meetings}

    def stays(place: int, record: Record) -> bool:
        if isinstance(record, Commitment):
            return record.reference in commitments
        if isinstance(record, Forum):
            return record.id in following | touched
        if isinstance(record, Meeting):
            return record.forum in following or record.id in meetings
        if isinstance(record, Round):
            return not record.pillars or not pillars.isdisjoint(record.pillars)
        return place in places or kind_of(record) in _WHOLE

    return msgspec.structs.replace(
        register,
        records=tuple(
            record for place in sorted(places | register.apart) if stays(place, record := register.records[place])
        ),
        assessments={key: one for key, one in register.assessments.items() if key in commitments},
        scope=scope,
        about=about,
    )
