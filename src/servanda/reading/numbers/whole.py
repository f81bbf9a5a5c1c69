"""Read one number without a fraction, in digits or in words: "41.700 millones", "vingt et un", "140th"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from servanda.lexicon.numbers import Word
from servanda.reading.numbers.counting import Count
from servanda.reading.numbers.digits import read_digits
from servanda.reading.numbers.grammar import Grammar
from servanda.reading.numbers.rounding import collective_step, power

_EXPONENT = re.compile(r"(?P<kind>e|\^)(?P<exponent>[+-]?[0-9]{1,2})(?!\w)")
_GAPS = frozenset(("", " ", ",", "-"))
_GROUP = re.compile(r" (?=[0-9])")


@dataclass(slots=True)
class Whole:
    """A number being read: where it ends, what it adds up to, and what kind of words made it.

    ``lone`` is an article or "one" with nothing after it; ``plural`` an ordinal in the plural ("fifths"), ``rough`` and
    ``scaled`` as in ``servanda.reading.numerals.Numeral``. ``below`` where it stands below the bar of a fraction,
    ``following`` is the word after it and where that ends.
    """

    end: int
    count: Count
    words: bool
    lone: bool = False
    ordinal: bool = False
    plural: bool = False
    rough: bool = False
    scaled: bool = False
    below: bool = False
    following: tuple[str, int] | None = None


def read_whole(grammar: Grammar, folded: str, start: int, end: int, mark: str, *, below: bool = False) -> Whole | None:
    """Read the longest number that begins at ``start``; None where none begins or it makes no sense.

    ``below`` where it stands below the bar of a fraction: there an ordinal in the plural goes on ("twenty-fifths").
    """
    digits = read_digits(folded, start, end, mark)
    if digits is not None:
        if digits.value is None:
            return None
        whole = Whole(digits.end, Count(digits.value, digits.step), words=False)
        if folded[digits.end : digits.end + 1] not in _GAPS:
            attached = _attached(grammar, folded, end, whole, ordinal=not digits.marked)
            if attached is not None:
                return attached
    else:
        first = _first(grammar, folded, start, end, below=below)
        if first is None:
            return None
        whole = first
    return _follow(grammar, folded, end, mark, whole)


def _attached(grammar: Grammar, folded: str, end: int, whole: Whole, *, ordinal: bool) -> Whole | None:
    """Read what touches the digits and belongs to them: "e10", "th", "º"."""
    exponent = _EXPONENT.match(folded, whole.end, end)
    if exponent is not None:
        value = power(whole.count.value, exponent["kind"], int(exponent["exponent"]))
        return Whole(exponent.end(), Count(value, Decimal(1)), words=False)
    suffix = grammar.ordinal_suffix.match(folded, whole.end, end) if ordinal else None
    return Whole(suffix.end(), whole.count, words=False, ordinal=True) if suffix is not None else None


def _first(grammar: Grammar, folded: str, start: int, end: int, *, below: bool) -> Whole | None:
    """Read the first word of a number in words."""
    token = grammar.token_at(folded, start, end)
    words = grammar.words_of(token[0]) if token is not None else ()
    if token is None or not words:
        return None
    word = words[0]
    whole = Whole(start, Count(), words=True, below=below)
    if word.role in {"article", "one"}:
        whole.count.add(1, grammar.vigesimal)
        whole.end, whole.lone = token[1], True
        return whole
    bare = word.role == "addend" or (word.role == "scale" and (word.bare or word.ordinal))
    return whole if bare and _take(grammar, whole, token, words) else None


def _take(
    grammar: Grammar, whole: Whole, token: tuple[str, int], words: tuple[Word, ...], *, joined: bool = False
) -> bool:
    """Add the words of one token to a number; False, and nothing changed, where they do not fit."""
    before = whole.count
    count = before.copy()
    count.joined = before.joined or joined
    for word in words:
        if (whole.ordinal and not word.ordinal) or (word.ordinal and not whole.words):
            return False  # an ordinal is all in words or all in digits
        if word.number == 100 and word.role == "scale" and not _counts_hundreds(grammar, whole):
            return False
        if word.role in {"addend", "one"}:
            fits = count.add(word.number, grammar.vigesimal)
        elif word.role == "scale":
            fits = count.multiply(word.number)
        elif word.role == "collective":
            fits = count.gather(word.number, collective_step(word.number, rough=word.rough))
        else:
            fits = False
        if not fits:
            return False
    last = words[-1]
    plural = last.ordinal and token[0].endswith("s")
    if before.value and not whole.below and (plural or (whole.lone and last.ordinal and last.role == "scale")):
        return False  # "three fifths", "a hundredth": a denominator, not a place in an order
    whole.count, whole.end, whole.lone = count, token[1], False
    whole.ordinal = last.ordinal
    whole.plural = plural
    whole.rough = last.rough
    whole.scaled = last.role == "collective" or (last.role == "scale" and last.number >= 1_000_000)
    return True


def _counts_hundreds(grammar: Grammar, whole: Whole) -> bool:
    """Whether what stands before can count hundreds: in French "50 cents" and "cinquante cents" are coins."""
    return whole.count.group <= grammar.most_hundreds and (whole.words or grammar.most_hundreds > 9)


def _follow(grammar: Grammar, folded: str, end: int, mark: str, whole: Whole) -> Whole:
    """Read on while the next word belongs to the same number."""
    safe = None  # the number up to its last scale, in case what follows turns out to begin another number
    while not whole.ordinal or grammar.glued:
        token = whole.following = grammar.next_token(folded, whole.end, end)
        if token is None:
            if _take_digits(grammar, folded, end, mark, whole):
                continue
            return whole
        joined = token[0] in grammar.joins
        if joined:
            token = _joined(grammar, folded, token[1], end, whole)
        elif whole.count.scale > 1 and token[0] in grammar.partitives:
            token = _scale_of(grammar, folded, token[1], end)
        words = grammar.words_of(token[0]) if token is not None else ()
        if token is None or not words or words[0].role in {"article", "denominator"}:
            return whole
        if whole.count.scale > 1:
            safe = replace(whole)
        if not _take(grammar, whole, token, words, joined=joined and grammar.joins_scales):
            begins_another = safe is not None and words[0].role == "scale" and not words[0].ordinal
            return safe if safe is not None and begins_another else whole
    return whole


def _scale_of(grammar: Grammar, folded: str, position: int, end: int) -> tuple[str, int] | None:
    """Return the scale after "of": "une centaine de millions", "2 miles de millones"."""
    token = grammar.next_token(folded, position, end)
    words = grammar.words_of(token[0]) if token is not None else ()
    return token if words and words[0].role == "scale" and not words[0].ordinal else None


def _joined(grammar: Grammar, folded: str, position: int, end: int, whole: Whole) -> tuple[str, int] | None:
    """Return the token after "and" if the two sides make one number: "vingt et un", "two hundred and five"."""
    token = grammar.next_token(folded, position, end)
    words = grammar.words_of(token[0]) if token is not None else ()
    if token is None or not words or words[0].role not in {"addend", "one"}:
        return None
    if not whole.words and not grammar.joins_scales:
        return None
    if grammar.joins_scales:
        return token if whole.count.scale >= 100 and not _part_follows(grammar, folded, token[1], end) else None
    tens = int(whole.count.group) % 100
    fits = whole.count.scale == 1 and tens >= 20 and tens % 10 == 0 and words[0].number in grammar.joined_units
    return token if fits else None


def _part_follows(grammar: Grammar, folded: str, position: int, end: int) -> bool:
    """Whether a denominator comes next: in "one hundred and three quarters" the three belongs to the quarters."""
    token = grammar.next_token(folded, position, end)
    words = grammar.words_of(token[0]) if token is not None else ()
    return (
        token is not None
        and bool(words)
        and (words[0].role == "denominator" or (words[0].ordinal and token[0].endswith("s")))
    )


def _take_digits(grammar: Grammar, folded: str, end: int, mark: str, whole: Whole) -> bool:
    """Add digits after a scale: "2 mil 500 millones"."""
    space = _GROUP.match(folded, whole.end, end) if grammar.splits_digits else None
    digits = read_digits(folded, space.end(), end, mark) if space is not None else None
    if digits is None or digits.value is None or not whole.count.add_digits(digits.value):
        return False
    whole.end, whole.scaled = digits.end, False
    return True
