"""What stands around numbers: qualifiers, units, and the words that make a number a percentage, a rank or a name."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class QuantityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around numbers in one language; lists are separated by spaces, phrases by bars.

    ``before`` and ``after`` give the phrases of each qualifier of ``servanda.reading.mention.Qualifier``, before the
    number and after what it counts, and under ``none`` those that look like one ("en plus de"). ``percents`` make a
    percentage. ``spans`` are the words between the ends of a range, with the word that must open it (none where it is
    empty) and the ``span_articles`` that may stand before either end ("entre el 4 % y el 6 %"); ``froms`` open a range,
    or a change after ``changes``, but not after ``extents``, phrases ("un recul de 8 à 10 %"). ``labels`` make the
    number after them a name
    ("article 5"), and those that ``links`` join to it. ``multiples`` after a number say how often, not how much ("two
    times"). ``adjectives`` stand between a number and its unit; ``not_units`` are no units, ``plurals`` are units in
    the plural that do not look it, ``measures`` abbreviated ones, and ``places`` begin what stands for a unit ("seven
    in Vancouver"). ``determiners`` before a bare number make it a pronoun ("the two"), and ``only_before_units`` are no
    numbers alone ("neuf"). ``rank_nouns`` make a cardinal a rank, ``totals`` connect a rank with how many there are,
    ``group`` what is counted with the number it is a share of ("four farms in ten"). ``not_ranks`` after an ordinal
    (``not_ranked`` before it) say that it is none ("third party"). ``powers``, phrases, are part of a unit before or
    after its noun ("square kilometres", "points de pourcentage"), ``manners`` after a hyphen say how ("two-way"). Small
    numbers of ``collectives`` after ``definites`` count nothing, they say who is meant ("the two leaders").
    After ``summing`` verbs the noun of a number may have its article ("serán 50 los ingenieros").
    """

    before: dict[str, str]
    after: dict[str, str]
    percents: str
    spans: dict[str, str]
    span_articles: str
    froms: str
    changes: str
    extents: str
    labels: str
    links: str
    multiples: str
    adjectives: str
    not_units: str
    plurals: str
    measures: str
    places: str
    determiners: str
    only_before_units: str
    rank_nouns: str
    totals: str
    group: str
    not_ranks: str
    not_ranked: str
    powers: str
    manners: str
    collectives: str
    definites: str
    summing: str


@functools.cache
def quantity_words(language: Language) -> QuantityWords:
    """Return the words around numbers of a language."""
    words: QuantityWords = loader.load(f"{language}/quantities.toml", QuantityWords)
    return words
