"""Everybody whom a text names, found once and shared by the readers of actors, quotations and commitments."""

import functools
import operator
from typing import TYPE_CHECKING

import msgspec

from servanda.lexicon.actors import actor_words
from servanda.lexicon.language import LANGUAGES
from servanda.reading.cast.bodies import read_government, read_institution, read_treaty
from servanda.reading.cast.names import find_names
from servanda.reading.cast.naming import Naming, merged
from servanda.reading.cast.offices import (
    read_honorific,
    read_office,
    read_one_of_several,
    read_sayer,
)
from servanda.reading.cast.people import People, Person
from servanda.reading.cast.short_bodies import BareKind, read_short_bodies
from servanda.reading.cast.short_names import with_first_names, with_short_names
from servanda.reading.cast.stretch import Stretch
from servanda.reading.cast.told_of import read_told_of

if TYPE_CHECKING:  # a scan holds its cast
    from servanda.reading.scan import Scan

_READERS = {
    "office": read_office,
    "leader": read_office,
    "honorific": read_honorific,
    "government": read_government,
    "institution": read_institution,
    "treaty": read_treaty,
    "saying": read_sayer,
    "according": read_sayer,
}
_START = operator.attrgetter("start")
_PLAIN = frozenset({"name", "acronym", "short"})
_RESOLVED = frozenset({"person", "speaking", "office"})


class Cast:
    """The namings of a text, in order, and who acts for which party.

    ``sayings`` are the verbs of saying, ``sources`` what stands before a source ("according to").
    """

    def __init__(self, scan: "Scan") -> None:
        """Find everybody: by the lexicon and what announces an actor, then by the short names that the text made."""
        headings = _titled_headings(scan)
        self.sayings: list[tuple[int, int]] = []
        self.sources: list[tuple[int, int]] = []
        namings: list[Naming] = []
        bare: list[BareKind] = []
        for end, language, found in scan.trigger_words:
            hits = find_names(scan.text, found)
            for hit in hits:
                if hit.word.sort == "saying":
                    self.sayings.append((hit.start, hit.end))
                elif hit.word.sort == "according":
                    self.sources.append((hit.start, hit.end))
            stretch = Stretch(scan.text, scan.folded, end, language, hits, headings)
            namings += _announced(stretch)
            bare += stretch.bare
        namings = merged(namings, read_short_bodies(bare, namings))
        namings = with_first_names(scan.text, merged(namings, read_told_of(scan.text, scan.stretches, namings)))
        self.people = People(namings, scan.vocabulary.actors, *_heads_and_leaders())
        namings = [self._resolved(naming) if naming.rule in _RESOLVED else naming for naming in namings]
        self.namings = with_short_names(scan.text, namings, self.people, headings)
        self._parties = {(naming.start, naming.end): naming.party for naming in self.namings}

    @functools.cached_property
    def _parties_by_name(self) -> dict[str, str]:
        return {naming.value.name: naming.party for naming in self.namings if naming.party is not None}

    def party_at(self, start: int, end: int) -> str | None:
        """Return the party of whoever is named at exactly these words."""
        return self._parties.get((start, end))

    def party_named(self, name: str) -> str | None:
        """Return the party of somebody by the name that their mentions have."""
        return self._parties_by_name.get(name)

    def _resolved(self, naming: Naming) -> Naming:
        """Give a person the fullest name, and an office the one person who holds it."""
        person = self.people.holder(naming) if naming.rule == "office" else self.people.named(naming.value.name)
        return naming if person is None else _of_person(naming, person)


@functools.cache
def _heads_and_leaders() -> tuple[frozenset[str], frozenset[str]]:
    words = [actor_words(language) for language in LANGUAGES]
    return frozenset().union(*(each.heads for each in words)), frozenset().union(*(each.leaders for each in words))


def _of_person(naming: Naming, person: Person) -> Naming:
    """Return a naming with what is known of the person whom it names."""
    return msgspec.structs.replace(
        naming, value=person.value, party=person.party or naming.party, gender=naming.gender or person.gender
    )


def _announced(stretch: Stretch) -> list[Naming]:
    """Return the namings of one stretch that the lexicon knows or that something announces."""
    reach = -1
    for index, hit in enumerate(stretch.hits):
        if hit.start < reach:
            continue
        word = hit.word
        if word.sort == "nationality" and (end := read_one_of_several(stretch, index)) > hit.start:
            reach = end
        elif word.value is not None:
            if word.sort in _PLAIN or stretch.names_a_party(hit):
                stretch.namings.append(Naming(hit.start, hit.end, word.sort, word.value, word.party))
        elif word.sort in _READERS:
            reach = _READERS[word.sort](stretch, index)
    return sorted(stretch.treaties + stretch.namings, key=_START)


def _titled_headings(scan: "Scan") -> list[tuple[int, int]]:
    """Return the headings whose long words are all capitalised."""
    return [
        (block.start, block.end)
        for block in scan.document.blocks
        if block.kind in {"title", "heading"}
        and len(long := [word[0] for word in scan.text[block.start : block.end].split() if len(word) > 4]) > 1
        and not any(map(str.islower, long))
    ]
