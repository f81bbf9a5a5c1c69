"""Read one number without a fraction, in digits or in words: "41.700 millones", "vingt et un", "140th"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from servanda.lexicon.numbers import Word
from servanda.reading.numbers.counting import Count
from servanda.reading.numbers.digits import read_digits
from servanda.reading.numbers.grammar import Grammar
from servanda.reading.numbers.rounding import power

_EXPONENT = re.compile(r"(?P<kind>e|\^)(?P<exponent>[+-]?[0-9]{1,2})(?!\w)")
_GROUP = re.compile(r" (?=[0-9])")


@dataclass(slots=True)
class Whole:
    """A number being read: where it ends, what it adds up to, and what kind of words made it.

    ``lone`` is an article or "one" with nothing after it; ``plural`` an ordinal in the plural ("fifths"), ``rough`` and
    ``scaled`` as in ``servanda.reading.numerals.Numeral``.
    """

    end: int
    count: Count
    words: bool
    lone: bool = False
    ordinal: bool = False
    plural: bool = False
    rough: bool = False
    scaled: bool = False


def read_whole(grammar: Grammar, folded: str, start: int, end: int, mark: str) -> Whole | None:
    """Read the longest number that begins at ``start``; None where none begins or it makes no sense."""
    digits = read_digits(folded, start, end, mark)
    if digits is not None:
        if digits.value is None:
            return None
        whole = Whole(digits.end, Count(digits.value, digits.step), words=False)
        suffix = None if digits.marked else grammar.ordinal_suffix.match(folded, digits.end, end)
        if suffix is not None:
            whole.end, whole.ordinal = suffix.end(), True
            return whole
        exponent = _EXPONENT.match(folded, digits.end, end)
        if exponent is not None:
            value = power(digits.value, exponent["kind"], int(exponent["exponent"]))
            return Whole(exponent.end(), Count(value, Decimal(1)), words=False)
    else:
        first = _first(grammar, folded, start, end)
        if first is None:
            return None
        whole = first
    return _follow(grammar, folded, end, mark, whole)


def _first(grammar: Grammar, folded: str, start: int, end: int) -> Whole | None:
    """Read the first word of a number in words."""
    token = grammar.token_at(folded, start, end)
    words = grammar.words_of(token[0]) if token is not None else ()
    if token is None or not words:
        return None
    word = words[0]
    whole = Whole(start, Count(), words=True)
    if word.role in {"article", "one"}:
        whole.count.add(1, grammar.vigesimal)
        whole.end, whole.lone = token[1], True
        return whole
    bare = word.role == "addend" or (word.role == "scale" and (word.bare or word.ordinal))
    return whole if bare and _take(grammar, whole, token, words) else None


def _take(grammar: Grammar, whole: Whole, token: tuple[str, int], words: tuple[Word, ...]) -> bool:
    """Add the words of one token to a number; False, and nothing changed, where they do not fit."""
    before = whole.count
    count = before.copy()
    for word in words:
        if whole.ordinal and not word.ordinal:
            return False
        if word.role in {"addend", "one"}:
            fits = count.add(word.number, grammar.vigesimal)
        elif word.role == "scale":
            fits = count.multiply(word.number)
        elif word.role == "collective":
            fits = count.gather(word.number)
        else:
            fits = False
        if not fits:
            return False
    last = words[-1]
    plural = last.ordinal and token[0].endswith("s")
    if plural and before.value:
        return False  # "three fifths": a denominator, not a place in an order
    whole.count, whole.end, whole.lone = count, token[1], False
    whole.ordinal = last.ordinal
    whole.plural = plural
    whole.rough = last.rough
    whole.scaled = last.role == "collective" or (last.role == "scale" and last.number >= 1_000_000)
    return True


def _follow(grammar: Grammar, folded: str, end: int, mark: str, whole: Whole) -> Whole:
    """Read on while the next word belongs to the same number."""
    safe = None  # the number up to its last scale, in case what follows turns out to begin another number
    while not whole.ordinal or grammar.glued:
        if whole.count.scale > 1:
            safe = replace(whole, count=whole.count.copy())
        token = grammar.next_token(folded, whole.end, end)
        if token is None:
            if _take_digits(grammar, folded, end, mark, whole):
                continue
            return whole
        joined = token[0] in grammar.joins
        if joined:
            token = _joined(grammar, folded, token[1], end, whole)
        elif token[0] in grammar.partitives and whole.count.scale > 1:
            token = _scale_of(grammar, folded, token[1], end)
        words = grammar.words_of(token[0]) if token is not None else ()
        if token is None or not words or words[0].role in {"article", "denominator"}:
            return whole
        if joined and grammar.joins_scales:
            whole.count.joined = True
        if not _take(grammar, whole, token, words):
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
    return token if whole.count.scale == 1 and tens >= 20 and tens % 10 == 0 and words[0].number < 20 else None


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
