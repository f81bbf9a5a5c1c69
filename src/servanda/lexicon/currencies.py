"""Currencies: the codes and signs that all languages share, and what each language calls them."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class Currencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all languages share. Codes are ISO 4217, states ISO 3166-1 alpha-2.

    ``signs`` have a code, or the name of a family; ``families`` tell which state's currency is which of those that
    share a name ("dollar", "peso"). ``letters_before`` stand before a number ("Rp 300 trillion"),
    ``dollar_marks`` before a "$" ("C$"). ``plain_codes`` may be in lower case,
    ``codes_that_are_words`` need a number of thousands.
    """

    codes: str
    plain_codes: str
    codes_that_are_words: str
    other_codes: dict[str, str]
    signs: dict[str, str]
    letters_before: dict[str, str]
    dollar_marks: dict[str, str]
    families: dict[str, dict[str, str]]


class Short(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An abbreviation of a scale and a unit: "mdp" is millions of pesos."""

    scale: int
    unit: str


class CurrencyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one language calls currencies. Units are codes or families of ``Currencies``.

    ``units``, ``hundredths`` and ``tenths`` list the words of each unit and of its parts; a hyphen is also a space.
    ``of`` are the words between a number that is a noun and its unit, ``joins`` those between a unit and its coins.
    ``only_scaled`` are words of units that mean other things too, ``near_their_state`` those that are a currency
    alone where the text names its state ("fifty soles"), ``weights`` those that also weigh, ``prefixes`` those
    that stand before the number ("Rs 500"), ``after_one`` those that "one" counts ("un euro"). ``states`` are words
    that name a state beside a unit, besides the names and nationalities of the lexicon's actors. ``sign_families`` are
    those that a bare "$" may mean; ``assumes`` says whether it may be taken as that of the state a text is about.
    ``letters`` are scales ("5.5M"); ``short`` stand for scale and unit ("mdp"). ``paying`` are beginnings of verbs and
    nouns of paying. ``periods`` give an ISO 8601 duration to words after an amount, separated by bars.
    """

    of: str
    joins: str
    only_scaled: str
    near_their_state: str
    weights: str
    assumes: bool
    sign_families: str
    paying: str
    states: dict[str, str]
    units: dict[str, str]
    hundredths: dict[str, str]
    tenths: dict[str, str]
    prefixes: str
    after_one: str
    letters: dict[str, int]
    short: dict[str, Short]
    periods: dict[str, str]


@functools.cache
def currencies() -> Currencies:
    """Return what all languages share."""
    known: Currencies = loader.load("currencies.toml", Currencies)
    return known


@functools.cache
def currency_words(language: Language) -> CurrencyWords:
    """Return what a language calls currencies."""
    words: CurrencyWords = loader.load(f"{language}/currencies.toml", CurrencyWords)
    return words
