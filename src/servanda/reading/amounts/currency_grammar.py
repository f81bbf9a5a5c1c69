"""The currency words of one language, compiled for looking beside a number."""

import functools
import re

import msgspec

from servanda.lexicon.actors import world
from servanda.lexicon.currencies import Short, currencies, currency_words
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.lexicon.vocabulary import NameForm
from servanda.text.folding import fold


class Unit(msgspec.Struct, frozen=True):
    """A word for a unit or for its coins."""

    unit: str
    parts: int
    only_scaled: bool
    near_its_state: bool
    weighs: bool


class Grammar(msgspec.Struct, frozen=True):
    """The currency words of one language, ready to be looked up.

    ``first`` are the first words of all that may follow a number as its currency. ``before`` and ``after`` find signs;
    ``prefixes`` are units that stand before a number, ``scale`` finds the ``letters`` of one after it. ``of`` stands
    a number that ends in a noun and its unit. ``after_units`` name a state after a unit, ``names`` only with a
    capital.
    """

    units: dict[str, Unit]
    short: dict[str, Short]
    states: dict[str, str]
    names: frozenset[str]
    after_units: dict[str, str]
    first: frozenset[str]
    codes: dict[str, str]
    plain_codes: frozenset[str]
    codes_that_are_words: frozenset[str]
    letters: dict[str, int]
    prefixes: dict[str, Unit]
    scale: re.Pattern[str]
    sign_characters: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    of: re.Pattern[str]


@functools.cache
def grammar(language: Language) -> Grammar:
    """Return the currency grammar of a language."""
    shared, words = currencies(), currency_words(language)
    only_scaled, weights = _spelled(words.only_scaled), _spelled(words.weights)
    near = _spelled(words.near_their_state)
    units: dict[str, Unit] = {}
    for parts, table in ((1, words.units), (100, words.hundredths), (10, words.tenths)):
        for unit, listed in table.items():
            for word in _spelled(listed):
                units.setdefault(
                    word.replace("-", " "), Unit(unit, parts, word in only_scaled | near, word in near, word in weights)
                )
    names = _state_words(language, "name")
    states = names | _state_words(language, "nationality") | words.states
    codes = {code.lower(): code for code in shared.codes.split()}
    codes |= {code.lower(): iso for code, iso in shared.other_codes.items()}
    signs = "|".join(map(re.escape, shared.signs))
    marks = "|".join(map(re.escape, sorted(shared.dollar_marks, key=len, reverse=True)))
    letters = "|".join(sorted(words.letters, key=len, reverse=True))
    of = rf"(?:(?:{'|'.join(words.of.split())}) |d')"
    return Grammar(
        units=units,
        short=words.short,
        states=states,
        names=frozenset(names),
        after_units=words.states if language == "en" else states,
        first=frozenset(name.split(" ")[0] for name in (*states, *units, *codes, *words.short)),
        codes=codes,
        plain_codes=frozenset(shared.plain_codes.split()),
        codes_that_are_words=frozenset(shared.codes_that_are_words.split()),
        letters=words.letters,
        prefixes={word: units[word] for word in words.prefixes.split()},
        scale=re.compile(rf" ?(?P<letters>{letters})(?!\.?\w)"),
        sign_characters=frozenset(sign[-1] for sign in shared.signs),
        before=re.compile(rf"(?:(?<![^\W_])(?P<mark>{marks})(?P<gap> ?))?(?P<sign>{signs}) ?$"),
        after=re.compile(
            rf"[ -]?(?:(?P<letters>{letters}) ?)?{of}?(?P<lead>{marks})?(?P<sign>{signs})(?! ?[0-9])"
            rf"(?:(?P<gap> ?)(?P<mark>{marks})(?![\w'/]))?"
        ),
        of=re.compile(of),
    )


def _spelled(words: str) -> frozenset[str]:
    return frozenset(spelling for word in words.split() for spelling in (word, unaccented(word)))


def _state_words(language: Language, form: NameForm) -> dict[str, str]:
    """Return the names or the nationalities of states, in one language."""
    return {
        fold(name.text): actor.id
        for actor in world().actors
        if actor.type == "state"
        for name in actor.names
        if name.form == form and name.language in {None, language}
    }
