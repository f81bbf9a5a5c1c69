"""Actors that are not the same in all versions of a row.

Languages name actors as often as they please: where one says "Chile", another says "he", "both countries" or "Chilean".
So an actor whom one version names alone counts only where nothing in the other can stand for it. Two actors in each
other's place always count.
"""

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from servanda.lexicon.actors import world
from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.forms import expand
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.reading.mention import ActorValue, Mention
from servanda.reading.phrases import Phrases
from servanda.reconciling.rows import Gap, Laid, Place, Said, said
from servanda.reconciling.versions import Version
from servanda.text.words import words

_TYPES = frozenset({"state", "organisation", "institution", "person"})
_OF = 5  # characters of " des " between a currency and its state
_SHARED_LETTERS = 5  # of a name and what is made of it: "Chile", "chileno"


class Named(NamedTuple):
    """An actor whom versions of a row name: the words, by version.

    ``capital`` is set where a state is named by its capital only, which languages may each spell in a way of their own.
    ``fewer`` are the versions that name it less often than another, ``missing`` those that do not tell of it at all.
    """

    key: str
    person: bool
    said: tuple[tuple[Said, ...], ...]
    fewer: frozenset[int]
    missing: frozenset[int]
    capital: bool = False


def actor_gaps(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the actors of a row that are in each other's place, and those whom one version leaves out."""
    rest = _unlike(versions, row)
    yield from exchanged(rest)
    for one in rest:
        if not _is_aside(versions, row, one) and any(
            not _can_stand(versions, row, one, number) for number in one.missing
        ):
            yield Gap("actor", None, one.said)


def _is_aside(versions: Sequence[Version], row: Laid, one: Named) -> bool:
    """Whether only one of several versions names an actor whom all of them name elsewhere: others have a pronoun."""
    naming = [number for number, own in enumerate(one.said) if own]
    return (
        len(row.present) > 2
        and len(naming) == 1
        and all(any(_key(mention) == one.key for mention in versions[other].reading.mentions) for other in one.missing)
    )


def exchanged_actors(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the actors of a row that are in each other's place."""
    yield from exchanged(_unlike(versions, row))


def exchanged(rest: list[Named]) -> Iterator[Gap]:
    """Take from ``rest`` the actors of whom one version has the one more often, and another the other.

    Those that are missing altogether are put beside each other before those that are only named less often.
    """
    for one in list(rest):
        possible = [other for other in rest if other is not one and _exclude(one, other)]
        if one in rest and possible:
            other = min(possible, key=lambda other: (-len(other.missing), rest.index(other)))
            rest.remove(one)
            rest.remove(other)
            yield Gap("actor", None, tuple(mine + theirs for mine, theirs in zip(one.said, other.said, strict=True)))


def _exclude(one: Named, other: Named) -> bool:
    return one.person == other.person and bool(one.fewer - other.fewer and other.fewer - one.fewer)


def _unlike(versions: Sequence[Version], row: Laid) -> list[Named]:
    """Return the actors that some versions of a row name less often than others, in any form."""
    found: dict[str, list[list[Mention]]] = {}
    for number in row.present:
        place = row.places[number]
        mentions = versions[number].within(place.start, place.end)
        money = [mention for mention in mentions if mention.kind == "money"]
        for mention in mentions:
            key = _key(mention)
            if key is not None and not any(_names_currency(amount, mention) for amount in money):
                found.setdefault(key, [[] for _ in versions])[number].append(mention)
    unlike = []
    for key, named in found.items():
        times = {number: times_named(versions[number], row.places[number], key) for number in row.present}
        fewer = frozenset(number for number in times if times[number] < max(times.values()))
        if fewer:
            person = any(_is_person(mention) for own in named for mention in own)
            missing = frozenset(number for number in fewer if not times[number])
            capital = all(mention.rule == "capital" for own in named for mention in own)
            unlike.append(Named(key, person, tuple(tuple(map(said, own)) for own in named), fewer, missing, capital))
    return unlike


def _key(mention: Mention) -> str | None:
    """Return what knows an actor in every language, None for those who are known by a title or nationality alone."""
    value = mention.value
    if not isinstance(value, ActorValue) or value.type not in _TYPES or mention.rule in {"nationality", "office"}:
        return None
    return value.id or (_plain(value.name.split()[-1]) if value.type == "person" else None)


def _names_currency(amount: Mention, state: Mention) -> bool:
    """Whether a state is part of a currency: "US$2 million", "2 millions de dollars des États-Unis"."""
    return amount.start <= state.start <= amount.end + _OF


def _is_person(mention: Mention) -> bool:
    return isinstance(mention.value, ActorValue) and mention.value.type == "person"


def times_named(version: Version, place: Place, key: str) -> int:
    """Return how often a version names an actor in a place, by any name, title or adjective made of its name."""
    mentions = version.within(place.start, place.end)
    named = sum(isinstance(mention.value, ActorValue) and mention.value.id == key for mention in mentions)
    told = [_plain(version.folded[start:end]) for start, end in words(version.folded, place.start, place.end)]
    beginnings = _beginnings(version, key)
    return max(named, sum(word == key or word[:_SHARED_LETTERS] in beginnings for word in told))


def _can_stand(versions: Sequence[Version], row: Laid, one: Named, number: int) -> bool:
    """Whether something in the version where an actor is missing can stand for it.

    A person may go by a title where the version names them elsewhere; a body by what it is called ("the Commission");
    a party by a word for all parties, where the version has more of them than the one that names it; a capital by a
    name that nobody knows ("Assomption").
    """
    version, place = versions[number], row.places[number]
    if one.person:
        return any(_key(mention) == one.key for mention in version.reading.mentions)
    naming = [other for other, own in enumerate(one.said) if own]
    if one.capital and any(_unknown_names(version, place) - _unknown_names(versions[o], row.places[o]) for o in naming):
        return True
    if all(_collectives(version, place) > _collectives(versions[other], row.places[other]) for other in naming):
        return True
    for other in naming:
        quotes = " ".join(versions[other].folded[words.start : words.end] for words in one.said[other])
        heads = _body_words(row.places[other].language).find(quotes)
        bodies = {found.label for found in _body_words(place.language).find(version.folded, place.start, place.end)}
        if any(head.label in bodies for head in heads):
            return True
    return False


def _unknown_names(version: Version, place: Place) -> set[str]:
    """Return the words with a capital letter inside the sentences of a place that are no part of an actor's name."""
    text = version.document.text
    known = [one for one in version.within(place.start, place.end) if isinstance(one.value, ActorValue)]
    return {
        version.folded[start:end]
        for start, end in words(version.folded, place.start, place.end)
        if text[start].isupper()
        and text[max(place.start, start - 2) : start].strip(" \n").isalnum()
        and not any(one.start < end and start < one.end for one in known)
    }


def _collectives(version: Version, place: Place) -> int:
    return len(_collective_words(place.language).find(version.folded, place.start, place.end))


def _beginnings(version: Version, key: str) -> frozenset[str]:
    """Return the first letters of the names of a state, from which a language makes its adjectives."""
    names = [m.value.name for m in version.reading.mentions if isinstance(m.value, ActorValue) and m.value.id == key]
    names += state_names(version.document.language).get(key, ())
    plain = (_plain(name) for name in names if " " not in name)
    return frozenset(name[:_SHARED_LETTERS] for name in plain) if key.isupper() else frozenset()


def _plain(word: str) -> str:
    return unaccented(word.lower())


@functools.cache
def state_names(language: Language) -> dict[str, tuple[str, ...]]:
    """Return what a language calls the states, by their ids."""
    return {
        actor.id: tuple(name.text for name in actor.names if name.language in {None, language})
        for actor in world().actors
        if actor.type == "state"
    }


@functools.cache
def _collective_words(language: Language) -> Phrases[None]:
    speaking = [form for entry in commitment_words(language).subjects.speaking for form in expand(entry)]
    return Phrases((word, None) for word in (*counterparts(language).collectives, *speaking))


@functools.cache
def _body_words(language: Language) -> Phrases[str]:
    return Phrases((word, name) for name, forms in counterparts(language).bodies.items() for word in forms)
