"""Bodies and portfolios without a known name that versions have in each other's place.

"The Commission" beside "el Comité", "the Minister of Health" beside "le ministre de l'Éducation". That only one version
has such a word says nothing: another may have a pronoun there.
"""

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.reading.mention import ActorValue
from servanda.reading.phrases import Phrases
from servanda.reconciling.differing_actors import Named, exchanged
from servanda.reconciling.rows import Gap, Laid, Place, Said, said
from servanda.reconciling.versions import Version

_TITLES = frozenset({"office", "institution"})


class _Called(NamedTuple):
    """A word with the names that it may have: "secretaría" is a ministry or a secretariat.

    ``said`` is the actor that it stands in, or the word itself; ``title`` where that is a title without a known holder.
    """

    names: frozenset[str]
    said: Said
    title: bool


def body_gaps(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the bodies, and the portfolios of titles, that versions of a row have in each other's place."""
    bodies = [_called(version, place, _bodies(place.language)) for version, place in _pairs(versions, row)]
    yield from (gap for gap in exchanged(_unshared(bodies, bodies, row)) if _is_name(versions, gap))
    meanings = [_called(version, place, _meanings(place.language)) for version, place in _pairs(versions, row)]
    portfolios = [[word for word in own if word.title] for own in meanings]
    yield from exchanged(_unshared(portfolios, meanings, row))


def _is_name(versions: Sequence[Version], gap: Gap) -> bool:
    """Whether a version writes what it calls a body with a capital; "a board" is "une commission" elsewhere."""
    texts = (version.document.text for version in versions)
    return any(text[words.start].isupper() for text, own in zip(texts, gap.said, strict=True) for words in own)


def _pairs(versions: Sequence[Version], row: Laid) -> Iterator[tuple[Version, Place]]:
    return zip(versions, row.places, strict=True)


def _called(version: Version, place: Place, phrases: Phrases[frozenset[str]]) -> list[_Called]:
    mentions = [mention for mention in version.within(place.start, place.end) if isinstance(mention.value, ActorValue)]
    called = []
    for found in phrases.find(version.folded, place.start, place.end):
        actor = next((one for one in mentions if one.start <= found.start and found.end <= one.end), None)
        value = actor.value if actor is not None else None
        title = isinstance(value, ActorValue) and value.type in _TITLES and value.id is None
        called.append(_Called(found.label, said(actor) if actor else Said(found.start, found.end, None), title))
    return called


def _unshared(words: Sequence[Sequence[_Called]], anywhere: Sequence[Sequence[_Called]], row: Laid) -> list[Named]:
    """Return what some versions call something and others have no word for ``anywhere`` in their place."""
    groups: list[tuple[set[str], list[list[Said]]]] = []
    for number, own in enumerate(words):
        for word in own:
            names, places = next((group for group in groups if not group[0].isdisjoint(word.names)), (set[str](), []))
            if not places:
                places.extend([] for _ in words)
                groups.append((names, places))
            names |= word.names
            places[number].append(word.said)
    unshared = []
    for names, places in groups:
        missing = frozenset(
            number for number in row.present if all(names.isdisjoint(word.names) for word in anywhere[number])
        )
        if missing:
            unshared.append(Named(min(names), False, tuple(map(tuple, places)), missing, missing))
    return unshared


@functools.cache
def _bodies(language: Language) -> Phrases[frozenset[str]]:
    return _by_word(counterparts(language).bodies)


@functools.cache
def _meanings(language: Language) -> Phrases[frozenset[str]]:
    return _by_word(counterparts(language).meanings)


def _by_word(table: dict[str, tuple[str, ...]]) -> Phrases[frozenset[str]]:
    words = {word for forms in table.values() for word in forms}
    return Phrases((word, frozenset(name for name, forms in table.items() if word in forms)) for word in words)
