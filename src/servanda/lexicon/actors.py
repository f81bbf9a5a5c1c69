"""States, organisations and treaties that official prose names, and the words that announce other actors."""

import functools
import re

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.inflection import forms
from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.vocabulary import Actor, ActorName, ActorType, NameForm

_ACRONYM = re.compile(r"[A-ZÉ][A-ZÉ0-9.&-]{1,7}")


class _Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names in each language, the usual one first; ``all`` are names that all languages share."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    all: tuple[str, ...] = ()


class _State(_Named, frozen=True, forbid_unknown_fields=True):
    """A state or territory, with its nationality as dictionaries list it and the cities that stand for it."""

    of_en: tuple[str, ...] = ()
    of_fr: tuple[str, ...] = ()
    of_es: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()


class _Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is known besides names.

    ``given_names`` are names of states that people bear too, ``words_in_capitals`` acronyms that are words too,
    ``family_name_first`` the states where a family name opens the name, ``presidents`` and ``prime_ministers`` what
    such are called, ``no_president`` and ``no_prime_minister`` the states that have none, and ``others`` longer names
    that hold the name of a state and do not name it ("New Mexico").
    """

    given_names: frozenset[str]
    words_in_capitals: frozenset[str]
    family_name_first: frozenset[str]
    presidents: frozenset[str]
    prime_ministers: frozenset[str]
    no_president: frozenset[str]
    no_prime_minister: frozenset[str]
    others: tuple[str, ...]


class _Listed(_Facts, frozen=True, forbid_unknown_fields=True, kw_only=True):
    states: dict[str, _State]
    organisations: dict[str, _Named]
    agreements: dict[str, _Named]


class World(_Facts, frozen=True, kw_only=True):
    """All that the lexicon knows of who there is."""

    actors: tuple[Actor, ...]


@functools.cache
def world() -> World:
    """Return the states, organisations and treaties of the lexicon."""
    known = loader.load("actors.toml", _Listed)
    actors = [_actor(identity, "state", state) for identity, state in known.states.items()]
    actors += [_actor(identity, "organisation", named) for identity, named in known.organisations.items()]
    actors += [_actor(identity, "agreement", named) for identity, named in known.agreements.items()]
    facts = {name: getattr(known, name) for name in _Facts.__struct_fields__}
    return World(actors=tuple(actors), **facts)


def _actor(identity: str, kind: ActorType, named: _Named) -> Actor:
    names = []
    for language in LANGUAGES:
        names += [ActorName(text, name_form(text), language) for text in getattr(named, language)]
        if isinstance(named, _State):
            names += [
                ActorName(form, "nationality", language)
                for word in getattr(named, f"of_{language}")
                for form in forms(word, language)
            ]
    names += [ActorName(text, name_form(text)) for text in named.all]
    if isinstance(named, _State):
        names += [ActorName(text, "capital") for text in named.capital]
    return Actor(identity, kind, names[0].text, tuple(names))


def name_form(text: str) -> NameForm:
    """Say whether a name is an acronym by its shape: short, in capitals, without a space."""
    return "acronym" if _ACRONYM.fullmatch(text) else "name"


class ActorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language that announce an actor whom no list knows, in lower case.

    ``offices``: singular titles, masculine or unmarked ("minister"), ``offices_feminine`` and ``offices_plural`` their
    other forms; ``heads``: those of them that lead a state or a government ("prime minister"); ``counterparts``: who
    holds the office of somebody named before for another; ``leaders``: words that may stand for any of these
    ("leader"). ``honorifics`` stand before a name ("dr."); two more lists of them show a gender ("mr.").
    ``institutions``: what a public body is called, before its field ("ministry of ...") or, in English, after it.
    ``governing``: words in the names of those who act for a government ("ministry",
    "national"). ``governments``: nouns that make a nationality mean the state ("government"). ``fields``: words of
    ministers' portfolios. ``places``: prepositions that make a capital a place. ``currencies``: nouns after or before
    which a nationality is part of a currency's name. ``languages`` and ``languages_in``: nouns and prepositions that
    make it a language. ``treaties``: heads of the names of agreements. ``postnominals``: letters after a name, as they
    are written. ``articles_feminine`` and ``articles_masculine`` tell the gender of an office. After ``named_after``
    somebody's name is that of a thing ("rue Kari Nes").
    """

    offices: frozenset[str]
    offices_feminine: frozenset[str]
    offices_plural: frozenset[str]
    heads: frozenset[str]
    counterparts: frozenset[str]
    leaders: frozenset[str]
    honorifics: frozenset[str]
    honorifics_masculine: frozenset[str]
    honorifics_feminine: frozenset[str]
    institutions: frozenset[str]
    governing: frozenset[str]
    governments: frozenset[str]
    fields: frozenset[str]
    places: frozenset[str]
    currencies: frozenset[str]
    languages: frozenset[str]
    languages_in: frozenset[str]
    treaties: frozenset[str]
    postnominals: frozenset[str]
    articles_feminine: frozenset[str]
    articles_masculine: frozenset[str]
    named_after: frozenset[str]


@functools.cache
def actor_words(language: Language) -> ActorWords:
    """Return the words that announce actors in a language."""
    return loader.load(f"{language}/actors.toml", ActorWords)
