"""The words around numbers of one language, compiled (``servanda.lexicon.quantities``)."""

import functools
import re

import msgspec

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import spellings, unaccented
from servanda.lexicon.quantities import quantity_words
from servanda.reading.amounts.stretch import Neighbours, beginnings


class WordsAround(msgspec.Struct, frozen=True):
    """What ``servanda.lexicon.quantities.QuantityWords`` says, ready to be looked up."""

    before: Neighbours
    after: Neighbours
    percent: re.Pattern[str]
    percent_of: re.Pattern[str]
    spans: dict[str, str]
    span_articles: frozenset[str]
    froms: frozenset[str]
    changes: re.Pattern[str]
    extents: re.Pattern[str]
    labels: frozenset[str]
    links: frozenset[str]
    multiples: frozenset[str]
    months: frozenset[str]
    adjectives: frozenset[str]
    not_units: frozenset[str]
    plurals: frozenset[str]
    measures: frozenset[str]
    places: frozenset[str]
    determiners: frozenset[str]
    only_before_units: frozenset[str]
    rank_nouns: frozenset[str]
    total: re.Pattern[str]
    group: str
    not_ranks: frozenset[str]
    not_ranked: frozenset[str]
    powers: frozenset[str]
    power_after: re.Pattern[str]
    manners: frozenset[str]
    collectives: frozenset[str]
    definites: frozenset[str]
    summing: re.Pattern[str] | None


def _months(language: Language) -> frozenset[str]:
    words = dates(language).words
    listed = [*words.months.values(), *words.months_short.values()]
    return frozenset(spellings(" ".join(month for months in listed for month in months)))


def _before_number(words: str) -> re.Pattern[str]:
    """Return a pattern of one of these words before a number, with at most three words between ("son ya más de 50")."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(spellings(words))})(?: [^\W\d_]+){{0,3}} $")


@functools.cache
def words_around(language: Language) -> WordsAround:
    """Return the compiled words around numbers of a language."""
    words = quantity_words(language)
    percents = "|".join(map(re.escape, words.percents.split("|")))

    def listed(text: str) -> frozenset[str]:
        return frozenset(spellings(text))

    return WordsAround(
        before=Neighbours(words.before),
        after=Neighbours(words.after),
        percent=re.compile(rf" ?%|[ -](?:{percents})(?![^\W_]| points?\b)"),
        percent_of=re.compile(rf"(?<![^\W_])(?:{percents}) (?:of|de) $"),
        spans=words.spans,
        span_articles=listed(words.span_articles),
        froms=listed(words.froms),
        changes=beginnings(words.changes),
        extents=re.compile(rf"\b(?:{words.extents})\b" if words.extents else r"(?!)"),
        labels=listed(words.labels),
        links=frozenset(["", *words.spans, *words.links.split()]),
        multiples=listed(words.multiples),
        months=_months(language),
        adjectives=listed(words.adjectives),
        not_units=listed(words.not_units),
        plurals=listed(words.plurals),
        measures=listed(words.measures),
        places=listed(words.places),
        determiners=listed(words.determiners),
        only_before_units=listed(words.only_before_units),
        rank_nouns=listed(words.rank_nouns),
        total=re.compile(rf" (?:{words.totals})(?: (?:the|les|los|las))? $"),
        group=words.group,
        not_ranks=listed(words.not_ranks),
        not_ranked=listed(words.not_ranked),
        powers=frozenset(words.powers.split("|")),
        power_after=re.compile(rf" (?:{words.powers}|{unaccented(words.powers)})(?![^\W_])"),
        manners=listed(words.manners),
        collectives=listed(words.collectives),
        definites=listed(words.definites),
        summing=_before_number(words.summing) if words.summing else None,
    )
