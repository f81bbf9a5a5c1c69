"""Who a text names: the parties and who acts for them, the agreement itself, and states that have no part in it."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from servanda.lexicon.actors import world
from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.places import places
from servanda.lexicon.vocabulary import Actor, ActorName
from servanda.lexicon.watching import watching_words
from servanda.monitoring.watched import Watched
from servanda.monitoring.words import fold_words

_LONG_ENOUGH = 6  # letters of a party's name
_HEAD = 4  # letters of a word of a name that may stand for it ("the Plan")
_ENDING = 2  # letters of it that the word for its people may change

_LIKE_STATES = ("eu", "european-commission")  # they conclude agreements of their own

Role = Literal["side", "own", "both", "known", "other", "none"]


class Name(msgspec.Struct, frozen=True):
    """A name as folded words, and whom it stands for.

    ``role``: a ``side`` is a party, or who acts for it, by the party's id in ``stands_for``; ``own`` is the agreement
    itself or a body that is its own; ``both`` are all sides together ("the two governments"); ``known`` is a name that
    the register uses (a port, a fund); ``other`` a state without part in the agreement; ``none`` a name that only holds
    another ("New Mexico"). ``actor`` is who is named, where that is more than a state: an institution, a person.
    ``exact`` are the letters that the text must have: "us" is not "US", and Spanish "irán" is not "Irán". ``opens`` is
    for the people of a party that no list knows: every word that begins so is theirs.
    """

    words: str
    role: Role
    stands_for: str = ""
    actor: str | None = None
    exact: str | None = None
    opens: bool = False


def names(watched: Watched, language: Language, used: Sequence[str]) -> tuple[Name, ...]:
    """Return every name that counts in texts of a language; of two meanings of one name the agreement's counts.

    ``used`` are the proper names that the register uses (``proper_names``).
    """
    found: dict[str, Name] = {}
    for text, name in (
        *_own(watched),
        *_peoples(watched),
        *_actors(watched, language),
        *_places(watched, used),
        *_others(watched, language, used),
    ):
        if words := fold_words(text).decode("latin-1").strip():
            found.setdefault(words, msgspec.structs.replace(name, words=words))
    return tuple(found.values())


def _own(watched: Watched) -> Iterator[tuple[str, Name]]:
    for number, body in enumerate(watched.bodies):
        for text in filter(None, (getattr(body, each) for each in LANGUAGES)):
            yield text, Name("", "own", actor=f"body-{number}")


def _peoples(watched: Watched) -> Iterator[tuple[str, Name]]:
    """Yield how the words for the people of a party begin, where the lexicon does not know the party."""
    known = {actor.id for actor in world().actors}
    for party in watched.agreement.parties:
        if party.id not in known and party.type == "state":
            for text in sorted({party.name.in_language(each) for each in LANGUAGES}):
                if len(text) >= _LONG_ENOUGH and text.isalpha():
                    yield text[:-_ENDING], Name("", "side", party.id, opens=True)


def _actors(watched: Watched, language: Language) -> Iterator[tuple[str, Name]]:
    known = world()
    parties = frozenset(party.id for party in watched.agreement.parties)
    for actor in watched.vocabulary.joined(known.actors).actors:
        role, stands_for = _role(actor, parties, watched.agreement.id)
        named = None if actor.type == "state" or actor.id in parties else actor.id
        for name in _spoken(actor, language):
            if role != "other" or name.text not in known.given_names:
                yield name.text, Name("", role, stands_for, named, _exact(name, role))


def _places(watched: Watched, used: Sequence[str]) -> Iterator[tuple[str, Name]]:
    """Yield regions and cities; what several states have is the party's. The register may name them too."""
    parties = {party.id for party in watched.agreement.parties}
    for state, texts in sorted(places().items(), key=lambda one: one[0] not in parties):
        for text in texts:
            actor = f"name-{text.casefold()}" if text in used else None
            if state in parties:
                yield text, Name("", "side", state, actor, text)
            else:
                yield text, Name("", "other", state, actor, text)


def _others(watched: Watched, language: Language, used: Sequence[str]) -> Iterator[tuple[str, Name]]:
    for text in world().others:
        yield text, Name("", "none")
    for text in watching_words(language).together:
        yield text, Name("", "both")
    for text in _heads(watched):
        yield text, Name("", "known", exact=text)
    for text in used:
        yield text, Name("", "known", actor=f"name-{text.casefold()}", exact=text)


def _heads(watched: Watched) -> Iterator[str]:
    """Yield the words of the agreement's short name and of parties that are no states, as texts shorten them."""
    agreement = watched.agreement
    bodies = [party.name for party in agreement.parties if party.type == "organisation"]
    for wording in (agreement.short_name, *bodies):
        for language in LANGUAGES:
            for word in wording.in_language(language).split():
                if word[0].isupper() and len(word) >= _HEAD:
                    yield word


def _role(actor: Actor, parties: frozenset[str], agreement: str) -> tuple[Role, str]:
    if actor.id == agreement:
        return "own", ""
    side = actor.id if actor.id in parties else actor.party
    if side is not None and side in parties:
        return "side", side
    if actor.type == "state" or actor.id in _LIKE_STATES:
        return "other", actor.id
    return "none", ""


def _spoken(actor: Actor, language: Language) -> Iterator[ActorName]:
    """Yield the names of an actor that texts of a language use: official prose quotes names of other languages."""
    for name in actor.names:
        if name.language in {None, language} or name.form == "name":
            yield name


def _exact(name: ActorName, role: Role) -> str | None:
    if name.form == "acronym" or (role == "other" and name.text[0].isupper()):
        return name.text
    return None
