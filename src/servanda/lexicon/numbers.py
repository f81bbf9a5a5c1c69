"""How a language writes numbers: the words, the marks in digits, and what joins them."""

import functools
import unicodedata
from typing import Literal, NamedTuple

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language

Role = Literal["article", "one", "addend", "scale", "collective", "denominator"]


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The number words of one language: words are lists separated by spaces, tables give the words of a number.

    ``articles`` stand for one before a larger word only ("a million"), ``ones`` also count ("twenty-one", "un").
    ``cardinals`` add up, ``scales`` multiply what stands before them; ``bare_scales`` need nothing before them
    ("mil"), and at most ``most_hundreds`` hundreds are counted ("twenty-five hundred"). ``collectives`` are nouns that
    count ("dozen"), ``round_collectives`` those that count roughly ("trentaine"). ``ordinal_scales`` are scales that
    make an ordinal ("thousandth"). ``denominators`` are fractions that are no ordinals ("quarter"), ``shares`` those
    that need no number before them ("half the seats"), ``definite_shares`` those that need none after ``definites`` and
    before ``after_definite_shares`` ("le quart des sièges"), and ``part_nouns`` make an ordinal a fraction ("dos
    terceras partes"). ``joins`` connect the words of one number, after its scales, or after its tens with one of
    ``joined_units``; ``points`` are the decimal mark in words; ``overs``, phrases separated by bars, are the bar of a
    fraction of one, ``out_ofs`` that of any, ``proportions`` that of a share of ten, a hundred and so on ("three in
    ten"). After ``partitives`` comes what is counted; ``after_parts`` follow a
    fraction and no ordinal ("a third of"). ``splits_digits`` languages mix digits and scales ("2 mil 500 millones");
    ``glued`` ones write several number words as one ("veintiunavos"), with ``part_endings`` for fractions.
    ``vigesimal`` tens take ten to nineteen ("soixante-dix"). ``point_countries`` are those where the decimal mark is a
    point though the language's is a comma.
    """

    decimal_mark: Literal[".", ","]
    point_countries: frozenset[str]
    articles: str
    ones: str
    negatives: str
    joins: str
    joins_after: Literal["tens", "scales"]
    joined_units: frozenset[int]
    points: str
    overs: str
    out_ofs: str
    proportions: str
    partitives: str
    after_parts: str
    shares: str
    definites: str
    definite_shares: str
    after_definite_shares: str
    part_nouns: str
    splits_digits: bool
    glued: bool
    part_endings: str
    vigesimal: frozenset[int]
    bare_scales: str
    most_hundreds: int
    ordinal_suffixes: str
    cardinals: dict[str, str]
    scales: dict[str, str]
    collectives: dict[str, str]
    round_collectives: dict[str, str]
    ordinals: dict[str, str]
    ordinal_scales: dict[str, str]
    denominators: dict[str, str]


class Word(NamedTuple):
    """What one number word does: its role, its number, and whether it makes an ordinal, a rough or a bare number."""

    role: Role
    number: int
    ordinal: bool = False
    rough: bool = False
    bare: bool = False


def unaccented(word: str) -> str:
    """Return a word without its accents, as it is often typed: "millón" is also written "millon"."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def spellings(words: str) -> list[str]:
    """Return every word of a list, with and without accents."""
    return [spelling for word in words.split() for spelling in dict.fromkeys((word, unaccented(word)))]


@functools.cache
def number_words(language: Language) -> NumberWords:
    """Return the number words of a language as its file lists them."""
    lists: NumberWords = loader.load(f"{language}/numbers.toml", NumberWords)
    return lists


@functools.cache
def words_by_spelling(language: Language) -> dict[str, Word]:
    """Return what every number word of a language does. A hyphen in a spelling stands for a hyphen or a space."""
    lists = number_words(language)
    bare = frozenset(spellings(lists.bare_scales))
    known: dict[str, Word] = {}

    def learn(numbers: dict[str, str], role: Role, *, ordinal: bool = False, rough: bool = False) -> None:
        for number, words in numbers.items():
            for word in spellings(words):
                known.setdefault(word, Word(role, int(number), ordinal, rough, word in bare))

    learn({"1": lists.articles}, "article")
    learn({"1": lists.ones}, "one")
    learn(lists.cardinals, "addend")
    learn(lists.scales, "scale")
    learn(lists.collectives, "collective")
    learn(lists.round_collectives, "collective", rough=True)
    learn(lists.denominators, "denominator")
    learn(lists.ordinals, "addend", ordinal=True)
    learn(lists.ordinal_scales, "scale", ordinal=True)
    return known
