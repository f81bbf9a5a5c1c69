"""Parties that versions tell by another part in the matter: "the requesting Party" beside "la Parte requerida"."""

import functools
import re
from collections.abc import Iterator, Sequence

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.forms import any_of
from servanda.lexicon.language import Language
from servanda.reconciling.rows import Gap, Laid, Said
from servanda.reconciling.versions import Version


def role_gaps(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the parties of a row of sentences to whom versions give different parts.

    A version that tells no part says nothing: it may have named the party.
    """
    told = [_roles(versions[number], row, number) for number in row.present]
    names = [frozenset(name for name, _ in own) for own in told]
    if all(names) and any(one.isdisjoint(other) for one in names for other in names):
        said: list[tuple[Said, ...]] = [() for _ in versions]
        for number, own in zip(row.present, told, strict=True):
            said[number] = tuple(words for _, words in own)
        yield Gap("actor", None, tuple(said))


def _roles(version: Version, row: Laid, number: int) -> list[tuple[str, Said]]:
    """Return the parts that one version of a row tells, with the words that do."""
    place = row.places[number]
    return [
        (name, Said(match.start(), match.end(), None))
        for name, pattern in _patterns(place.language)
        for match in pattern.finditer(version.folded, place.start, place.end)
    ]


@functools.cache
def _patterns(language: Language) -> list[tuple[str, re.Pattern[str]]]:
    words = counterparts(language)
    party = rf"{any_of(words.parties)}"
    patterns = []
    for name, roles in words.roles.items():
        role = any_of(map(re.escape, roles))
        before = rf"{role} {party}" if language == "en" else r"(?!)"
        patterns.append((name, re.compile(rf"(?<![^\W_])(?:{party} {role}|{before})(?![^\W_])")))
    return patterns
