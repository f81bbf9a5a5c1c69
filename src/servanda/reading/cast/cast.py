"""Everybody whom a text names, found once and shared by the readers of actors, quotations and commitments."""

import bisect
import functools
import operator
from typing import TYPE_CHECKING

import ahocorasick_rs
import msgspec

from servanda.lexicon.actors import ActorWords, actor_words
from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.structure import structure_words
from servanda.reading.cast.bodies import read_government, read_institution, read_treaty
from servanda.reading.cast.grammar import FIRST_NAME
from servanda.reading.cast.introductions import read_introductions
from servanda.reading.cast.names import name_index
from servanda.reading.cast.naming import Naming
from servanda.reading.cast.offices import read_honorific, read_office, read_sayer
from servanda.reading.cast.people import People, Person
from servanda.reading.cast.stretch import Stretch, within
from servanda.reading.mention import ActorValue

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
_NAMED = frozenset({"person", "speaking"})
_RESOLVED = _NAMED | {"office"}
_FIRST_NAME = 40  # characters in which a first name stands before a surname


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
        for start, end, language in scan.stretches:
            hits = name_index(scan.vocabulary, language).find(scan.text, scan.folded, start, end)
            self.sayings += [(hit.start, hit.end) for hit in hits if hit.word.sort == "saying"]
            self.sources += [(hit.start, hit.end) for hit in hits if hit.word.sort == "according"]
            namings += _announced(Stretch(scan.text, scan.folded, end, language, hits, headings))
        namings = _with_first_names(scan.text, namings)
        words = [actor_words(language) for language in LANGUAGES]
        self.people = People(
            namings,
            scan.vocabulary.actors,
            frozenset().union(*(each.heads for each in words)),
            frozenset().union(*(each.leaders for each in words)),
        )
        namings = [self._resolved(naming) if naming.rule in _RESOLVED else naming for naming in namings]
        self.namings = _with_short_names(scan, namings, self.people, headings)

    @functools.cached_property
    def _parties(self) -> dict[tuple[int, int], str | None]:
        return {(naming.start, naming.end): naming.party for naming in self.namings}

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
        return naming if person is None else _as(naming, person)


def _as(naming: Naming, person: Person) -> Naming:
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
        if word.value is not None:
            if word.sort in _PLAIN or stretch.names_a_party(hit):
                stretch.namings.append(Naming(hit.start, hit.end, word.sort, word.value, word.party))
        elif word.sort in _READERS:
            reach = _READERS[word.sort](stretch, index)
    return sorted(stretch.treaties + stretch.namings, key=_START)


def _with_first_names(text: str, namings: list[Naming]) -> list[Naming]:
    """Give people introduced by their surname the first name that the text tells elsewhere, if it tells only one."""
    named = [naming.value.name for naming in namings if naming.rule in _NAMED]
    known = {name.rsplit(" ", 1)[-1] for name in named if " " in name}
    surnames = sorted({name for name in named if " " not in name} - known)
    firsts: dict[str, set[str]] = {surname: set() for surname in surnames}
    for index, start, _ in _automaton(surnames).find_matches_as_indexes(text) if surnames else ():
        first = FIRST_NAME.search(text, max(0, start - _FIRST_NAME), start)
        if first is not None and first[1] not in _not_first_names():
            firsts[surnames[index]].add(first[1])
    full = {surname: f"{min(first)} {surname}" for surname, first in firsts.items() if len(first) == 1}
    return [
        msgspec.structs.replace(naming, value=ActorValue(full[naming.value.name], None, naming.value.type))
        if naming.rule in _NAMED and naming.value.name in full
        else naming
        for naming in namings
    ]


def _automaton(forms: list[str]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(forms, ahocorasick_rs.MatchKind.LeftmostLongest)


@functools.cache
def _not_first_names() -> frozenset[str]:
    """Return the capitalised words of titles, which stand before a surname and are no first name."""
    titles = frozenset().union(*(_titles(actor_words(language)) for language in LANGUAGES))
    return frozenset(word.capitalize() for title in titles for word in title.split())


def _titles(words: ActorWords) -> frozenset[str]:
    return words.offices | words.offices_feminine | words.honorifics | words.honorifics_feminine | words.leaders


def _with_short_names(
    scan: "Scan", namings: list[Naming], people: People, headings: list[tuple[int, int]]
) -> list[Naming]:
    """Add the later mentions by surname and by the acronyms that the text introduces."""
    introduced = read_introductions(scan.text, namings)
    shorts: dict[str, Person | Naming | None] = {**people.short_forms(), **introduced}
    if not shorts:
        return namings
    text = scan.text
    starts = [naming.start for naming in namings]
    forms = list(shorts)
    found = [naming for naming in introduced.values() if naming.rule == "introduced"]
    for index, start, end in _automaton(forms).find_matches_as_indexes(text):
        if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
            continue
        place = bisect.bisect_right(starts, start) - 1
        if place >= 0 and namings[place].end > start:
            continue
        meant = shorts[forms[index]]
        if isinstance(meant, Person):
            if within(headings, start) or not _another(text, start, end):
                found.append(Naming(start, end, "short", meant.value, meant.party, gender=meant.gender))
        elif meant is not None:
            found.append(Naming(start, end, "introduced", meant.value, meant.party))
    if found and found[0].rule == "introduced":  # what its initials show is the whole name of a body
        whole = [(naming.start, naming.end) for naming in found if naming.rule == "introduced"]
        namings = [n for n in namings if not any(start <= n.start and n.end <= end for start, end in whole)]
    return sorted(found + namings, key=_START)


def _titled_headings(scan: "Scan") -> list[tuple[int, int]]:
    """Return the headings whose long words are all capitalised."""
    return [
        (block.start, block.end)
        for block in scan.document.blocks
        if block.kind in {"title", "heading"}
        and len(long := [word for word in scan.text[block.start : block.end].split() if len(word) > 4]) > 1
        and all(not word[0].islower() for word in long)
    ]


def _another(text: str, start: int, end: int) -> bool:
    """Whether a surname stands here in somebody else's name ("Diana Nes") or in a longer one ("Nes Institute")."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and " " not in text[start:end]:
        return True
    if text[start - 1 : start] != " " or not text[start - 2 : start - 1].isalpha():
        return False
    before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    return before[:1].isupper() and not any(before.lower() in structure_words(each).common for each in LANGUAGES)
