"""A number with what it counts: money, a share in percent, a quantity of something, or a place in an order."""

import functools
from decimal import Decimal
from typing import Literal

import msgspec

from servanda.lexicon.currencies import currencies, currency_words
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import spellings
from servanda.lexicon.quantities import quantity_words
from servanda.reading.amounts.currency_grammar import grammar
from servanda.reading.amounts.notation import Notation, read_notation
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.units import read_unit_noun
from servanda.reading.amounts.words_around import words_around
from servanda.reading.numbers.rounding import multiply, plain
from servanda.reading.numerals import Numeral

_OF = ("of ", "de ")
_REACH = 16  # characters; "percentages of" is shorter


class Counted(msgspec.Struct, frozen=True, gc=False):
    """A numeral with its unit at ``text[start:end]``: signs, units and abbreviations included, qualifiers not.

    ``low`` and ``high`` are the half-open interval of the value. ``unit`` is the noun counted, of quantities. ``bare``
    where nothing says what is counted. ``rule`` says how it was read. ``of`` is how many places there are, of ranks.
    """

    kind: Literal["money", "percent", "quantity", "rank"]
    start: int
    end: int
    numeral: Numeral
    value: Decimal
    low: Decimal
    high: Decimal
    notation: Notation | None = None
    unit: str | None = None
    bare: bool = False
    rule: str = ""
    of: Decimal | None = None


def count(stretch: Stretch, numeral: Numeral) -> Counted:
    """Return what a numeral counts, by the words and signs beside it."""
    start, end = numeral.start, numeral.end
    if numeral.kind == "ordinal":
        return _counted("rank", start, end, numeral)
    percent = words_around(stretch.language).percent.match(stretch.folded, end, stretch.end)
    if percent is not None:
        return _counted("percent", start, percent.end(), numeral)
    notation = read_notation(stretch, numeral)
    if notation is not None:
        return _counted("money", notation.start, notation.end, numeral, notation=notation, scale=notation.scale)
    return things(stretch, numeral)


def things(stretch: Stretch, numeral: Numeral) -> Counted:
    """Return what a numeral counts that is no money: things, or percent in words before it."""
    start, end = numeral.start, numeral.end
    noun = read_unit_noun(stretch, numeral)
    if noun.unit is None and stretch.folded.endswith(_OF, stretch.start, start):
        before = max(stretch.start, start - _REACH)
        share = words_around(stretch.language).percent_of.search(stretch.folded, before, start)
        if share is not None:
            return _counted("percent", share.start(), end, numeral)
    return _counted("quantity", start, noun.end, numeral, unit=noun.unit, scale=noun.scale, bare=noun.unit is None)


@functools.cache
def countable(language: Language) -> frozenset[str]:
    """Return the words before which "one" is a number: "one per cent", "un euro"."""
    units = spellings(currency_words(language).after_one)
    return frozenset([*units, *quantity_words(language).percents.split("|")])


@functools.cache
def touching(language: Language) -> frozenset[str]:
    """Return what marks a number as money though it touches it like a part of a name: "EUR30", "S/900"."""
    known = grammar(language)
    codes = [code for code, iso in known.codes.items() if iso not in known.codes_that_are_words]
    marked = [f"${mark}" for mark in currencies().dollar_marks if len(mark) > 1]  # "$US5"
    return frozenset(
        [
            *codes,
            *known.prefixes,
            *currencies().letters_before,
            *marked,
            *(sign for sign in currencies().signs if sign.startswith("s/")),
        ]
    )


def _counted(
    kind: Literal["money", "percent", "quantity", "rank"],
    start: int,
    end: int,
    numeral: Numeral,
    *,
    notation: Notation | None = None,
    unit: str | None = None,
    scale: int = 1,
    bare: bool = False,
) -> Counted:
    value, low, high = numeral.value, numeral.low, numeral.high
    if scale != 1:
        value, low, high = (plain(multiply(part, Decimal(scale))) for part in (value, low, high))
    return Counted(kind, start, end, numeral, value, low, high, notation, unit, bare, kind)
