"""Short names: surnames of people introduced in the text, first names told once, acronyms in parentheses."""

import bisect
import functools
import operator
from collections.abc import Iterator

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from servanda.lexicon.actors import ActorWords, actor_words
from servanda.lexicon.language import LANGUAGES
from servanda.reading.cast.grammar import FIRST_NAME
from servanda.reading.cast.introductions import read_introductions
from servanda.reading.cast.names import capital_after, name_before
from servanda.reading.cast.naming import Naming
from servanda.reading.cast.people import People, Person
from servanda.reading.cast.stretch import within
from servanda.reading.mention import ActorValue

_START = operator.attrgetter("start")
_NAMED = frozenset({"person", "speaking"})
_FIRST_NAME = 40  # characters in which a first name stands before a surname


def with_first_names(text: str, namings: list[Naming]) -> list[Naming]:
    """Give people introduced by their surname the first name that the text tells elsewhere, if it tells only one."""
    named = [naming.value.name for naming in namings if naming.rule in _NAMED]
    known = {name.rsplit(" ", 1)[-1] for name in named if " " in name}
    surnames = sorted({name for name in named if " " not in name} - known)
    firsts: dict[str, set[str]] = {surname: set() for surname in surnames}
    for surname, start, _ in _find(surnames, text):
        first = FIRST_NAME.search(text, max(0, start - _FIRST_NAME), start)
        if first is not None and first[1] not in _not_first_names():
            firsts[surname].add(first[1])
    full = {surname: f"{min(first)} {surname}" for surname, first in firsts.items() if len(first) == 1}
    if not full:
        return namings
    return [
        msgspec.structs.replace(naming, value=ActorValue(full[naming.value.name], None, naming.value.type))
        if naming.rule in _NAMED and naming.value.name in full
        else naming
        for naming in namings
    ]


def with_short_names(text: str, namings: list[Naming], people: People, headings: list[tuple[int, int]]) -> list[Naming]:
    """Add the later mentions by surname and by the acronyms that the text introduces."""
    introduced = read_introductions(text, namings)
    bodies = [naming for naming in introduced.values() if naming.rule == "introduced"]
    whole = [(body.start, body.end) for body in bodies]  # the names that initials show are whole
    if whole:
        namings = sorted(bodies + [naming for naming in namings if not within(whole, naming.start)], key=_START)
    meanings: dict[str, Person | Naming | None] = {**people.short_forms(), **introduced}
    starts = [naming.start for naming in namings]
    found = []
    for form, start, end in _find(list(meanings), text):
        place = bisect.bisect_right(starts, start) - 1
        if place >= 0 and namings[place].end > start:
            continue
        meant = meanings[form]
        if isinstance(meant, Person):
            if within(headings, start) or not _another(text, start, end):
                found.append(Naming(start, end, "short", meant.value, meant.party, gender=meant.gender))
        elif meant is not None:
            found.append(Naming(start, end, "introduced", meant.value, meant.party))
    return sorted(found + namings, key=_START)


def _find(forms: list[str], text: str) -> Iterator[tuple[str, int, int]]:
    """Yield where each of these words stands whole in a text, with its start and end."""
    if not forms:
        return
    # This implementation is the quickest to make, and it is made anew for every text.
    automaton = AhoCorasick(forms, MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    for index, start, end in automaton.find_matches_as_indexes(text):
        if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield forms[index], start, end


def _another(text: str, start: int, end: int) -> bool:
    """Whether a surname stands here in somebody else's name ("Diana Nes") or in a longer one ("Nes Institute")."""
    return (capital_after(text, end) and " " not in text[start:end]) or name_before(text, start)


@functools.cache
def _not_first_names() -> frozenset[str]:
    """Return the capitalised words of titles, which stand before a surname and are no first name."""
    titles = frozenset().union(*(_titles(actor_words(language)) for language in LANGUAGES))
    return frozenset(word.capitalize() for title in titles for word in title.split())


def _titles(words: ActorWords) -> frozenset[str]:
    honorifics = words.honorifics | words.honorifics_feminine | words.honorifics_masculine
    return words.offices | words.offices_feminine | words.leaders | honorifics
