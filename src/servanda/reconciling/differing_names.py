"""Names of places that versions have in each other's place: "Halifax will host" beside "Marsella acogerá".

No list knows every city, and languages spell them in ways of their own. So only names count that the versions are seen
to share: the one that is exchanged stands elsewhere in the version that lacks it here, and the one in its place
elsewhere in the others.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.reconciling.differing_actors import Named, exchanged, state_names, times_named
from servanda.reconciling.rows import Gap, Laid, Said
from servanda.reconciling.versions import Version
from servanda.text.words import words

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
    yield from exchanged(unlike)


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
