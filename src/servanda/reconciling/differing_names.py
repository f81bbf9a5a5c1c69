"""Names of places that versions have in each other's place: "Halifax will host" beside "Marsella acogerá".

No list knows every city, and languages spell them in ways of their own. So only names count that the versions are seen
to share: the one that is exchanged stands elsewhere in the version that lacks it here, and the one in its place
elsewhere in the others. Or all other versions spell the name alike, and one has a name there without any likeness.
"""

import difflib
import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.reading.mention import ActorValue
from servanda.reconciling.differing_actors import Named, exchanged, state_names, times_named
from servanda.reconciling.rows import Gap, Laid, Said
from servanda.reconciling.terms import is_content
from servanda.reconciling.versions import Version
from servanda.text.words import words

_LIKENESS = 0.4  # of letters that two spellings of one name share at least: "Beijing", "Pékin"
_LABELS = frozenset({"title", "heading", "table_cell"})
_ENTRY = 25  # characters of an entry of a list that is no sentence
_APART = 8  # characters between two words of one name
_LETTERS = 4  # by which a name is known: "Marseille", "Marsella"
_LED = re.compile(r"(?:\b(?:in|at|of|from|to|between|and|à|de|entre|et|en|a|y)\s|d')$")  # no article: a proper name


def name_gaps(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the names of a row that are in each other's place."""
    here = [_named(versions[number], *row.places[number][:2]) for number in range(len(versions))]
    everywhere = [set(_named(version, 0, len(version.folded))) for version in versions]
    unlike = []
    for key in sorted(set().union(*here)):
        if _is_state(key):
            missing = frozenset(one for one in row.present if not times_named(versions[one], row.places[one], key))
        else:
            missing = frozenset(number for number in row.present if key not in here[number])
        if missing and all(key in everywhere[number] or _is_state(key) for number in row.present):
            said = tuple(tuple(own.get(key, ())) for own in here)
            unlike.append(Named(key, False, said, missing, missing))
    found = list(exchanged(unlike))
    yield from found or _replaced(versions, row)


def _replaced(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the name that all versions but one spell alike, and the name that the one has in its place."""
    if any(one.kind in _LABELS or one.size < _ENTRY for own in row.segments for one in own):
        return  # "Management" and "Gestion" are headings or entries of lists
    here = [_proper(version, *place[:2]) for version, place in zip(versions, row.places, strict=True)]
    for number in row.present if len(row.present) > 2 else ():
        others = [here[other] for other in row.present if other != number]
        elsewhere = set[str]().union(*others)
        told = _plain_words(versions[number], *row.places[number][:2])
        odd = here[number].keys() - elsewhere
        own = [name for name in odd if not any(_alike(name, other) for other in elsewhere - here[number].keys())]
        lost = [
            name
            for name in others[0]
            if all(name in other for other in others[1:]) and not _is_spelt(name, told)
            if not any(_alike(name, other) for other in odd)
        ]
        said = tuple(tuple(words for name in (*own, *lost) for words in one.get(name, ())) for one in here)
        if own and lost and all(map(_is_one, said)):
            yield Gap("actor", None, said)
            return


def _is_one(said: Sequence[Said]) -> bool:
    """Whether some words of a version are one name: "Ponta Delgada", "Puerto de la Cruz"."""
    ordered = sorted(said)
    return all(other.start - one.end < _APART for one, other in itertools.pairwise(ordered))


def _plain_words(version: Version, start: int, end: int) -> list[str]:
    return [unaccented(version.folded[first:last]) for first, last in words(version.folded, start, end)]


def _is_spelt(name: str, among: Sequence[str]) -> bool:
    """Whether one of some words spells a name in another language: "Reykjavik", "Reikiavik"."""
    return bool(difflib.get_close_matches(name, among, 1))


def _alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other).ratio() > _LIKENESS


def _proper(version: Version, start: int, end: int) -> dict[str, list[Said]]:
    """Return the words of a stretch that can only be names that nobody knows: never small, of no known actor."""
    text, language = version.document.text, version.document.language
    known = [one for one in version.within(start, end) if isinstance(one.value, ActorValue)]
    found: dict[str, list[Said]] = {}
    for first, last in words(text, start, end):
        plain = unaccented(version.folded[first:last])
        if len(plain) < _LETTERS or not text[first].isupper() or text[first:last].isupper():
            continue
        if (
            plain in _small(version)
            or plain in _common(language)
            or not is_content(version.folded[first:last], language)
        ):
            continue
        if not any(one.start < last and first < one.end for one in known):
            found.setdefault(plain, []).append(Said(first, last, None))
    return found


@functools.lru_cache(maxsize=64)
def _small(version: Version) -> frozenset[str]:
    text, folded = version.document.text, version.folded
    return frozenset(unaccented(folded[first:last]) for first, last in words(text) if text[first].islower())


def _named(version: Version, start: int, end: int) -> dict[str, list[Said]]:
    """Return the names of places in a stretch, by what knows them in every language."""
    text = version.document.text
    known = _known(version)
    states = _states(version.document.language)
    found: dict[str, list[Said]] = {}
    for first, last in words(text, start, end):
        if text[first].isupper():
            plain = unaccented(text[first:last].lower())
            key = states.get(plain) or (plain[:_LETTERS] if plain[:_LETTERS] in known else None)
            if key is not None:
                found.setdefault(key, []).append(Said(first, last, None))
    return found


@functools.lru_cache(maxsize=64)
def _known(version: Version) -> frozenset[str]:
    """Return the beginnings of the names that a version puts behind a preposition without an article, never small."""
    text, folded = version.document.text, version.folded
    common = _common(version.document.language)
    names, small = set[str](), set[str]()
    for first, last in words(text):
        plain = unaccented(folded[first:last])
        if len(plain) < _LETTERS or text[first:last].isupper():
            continue
        if not text[first].isupper():
            small.add(plain[:_LETTERS])
        elif _LED.search(folded, max(0, first - 10), first) and plain not in common:
            names.add(plain[:_LETTERS])
    return frozenset(names - small)


def _is_state(key: str) -> bool:
    return key.isupper()


@functools.cache
def _common(language: Language) -> frozenset[str]:
    table = counterparts(language)
    said = [word for forms in (*table.bodies.values(), *table.meanings.values()) for word in forms]
    return frozenset(unaccented(word) for word in (*said, *table.collectives))


@functools.cache
def _states(language: Language) -> dict[str, str]:
    return {
        unaccented(name.lower()): key
        for key, names in state_names(language).items()
        for name in names
        if " " not in name
    }
