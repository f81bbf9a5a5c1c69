"""Read a number with its fractions: "one and a half million", "trois quarts", "dos coma cinco", "half a million"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from servanda.reading.numbers.grammar import Grammar
from servanda.reading.numbers.rounding import fraction_step, multiply, ratio
from servanda.reading.numbers.whole import Whole, read_whole

# Proper fractions in digits with the denominators that people write; "9/11" and "12/24" are dates and seasons.
_BAR = re.compile(r"/(?P<below>[23458])(?![0-9/])")
_MIXED = re.compile(r" +(?P<above>[0-9])/(?P<below>[23458])(?![0-9/])")


class Number(msgspec.Struct, frozen=True):
    """A number as read: its end, value and step, and what ``servanda.reading.numerals.Numeral`` says of it.

    ``lone`` is "one" or an article that may be no number at all.
    """

    end: int
    value: Decimal
    step: Decimal
    kind: Literal["cardinal", "ordinal", "fraction"]
    words: bool
    about: bool = False
    scaled: bool = False
    lone: bool = False
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A fraction: its value, its denominator, and where it ends."""

    end: int
    value: Fraction
    denominator: int


def read_number(grammar: Grammar, folded: str, start: int, end: int, mark: str) -> Number | None:
    """Read the longest number, with its fractions, that begins at ``start``; None where none begins."""
    whole = read_whole(grammar, folded, start, end, mark)
    if whole is None:
        return _share(grammar, folded, start, end)
    count = whole.count
    if whole.ordinal:
        return Number(whole.end, count.value, Decimal(1), "ordinal", whole.words)
    tail = None if whole.words else _in_digits(folded, whole, end)
    if tail is None and whole.following is not None and grammar.links(whole.following[0]):
        tail = (
            _divided(grammar, folded, whole, end)
            or _joined(grammar, folded, whole, end, mark)
            or _pointed(grammar, folded, whole, end, mark)
            or _over(grammar, folded, whole, end, mark)
        )
    if tail is not None:
        return tail
    if whole.lone and grammar.words[folded[start : whole.end]].role == "article":
        return None
    return Number(
        whole.end,
        count.value,
        count.step,
        "cardinal",
        whole.words,
        whole.rough,
        whole.scaled,
        whole.lone,
        count.magnitude,
    )


def _fraction(grammar: Grammar, folded: str, end: int, part: Part, words: bool) -> Number:
    """Make the number of a fraction, and of the scale that it may be a part of: "two thirds of a million"."""
    scale = _scale(grammar, folded, part.end, end)
    if scale is None:
        return Number(part.end, ratio(part.value), fraction_step(part.denominator), "fraction", words)
    size, stop = scale
    step = multiply(fraction_step(part.denominator), Decimal(size))
    return Number(stop, ratio(part.value * size), step, "cardinal", words, scaled=True)


def _share(grammar: Grammar, folded: str, start: int, end: int) -> Number | None:
    """Read a fraction with no number before it: "half a million", "media docena", "half the members"."""
    token = grammar.token_at(folded, start, end)
    word = grammar.words.get(token[0]) if token is not None else None
    if token is None or word is None or word.role != "denominator":
        return None
    number = _fraction(grammar, folded, end, Part(token[1], Fraction(1, word.number), word.number), words=True)
    return number if number.scaled or token[0] in grammar.shares else None


def _in_digits(folded: str, whole: Whole, end: int) -> Number | None:
    """Read "3/4" and "2 1/4"."""
    if folded[whole.end : whole.end + 1] not in {"/", " "} or whole.count.scale > 1:
        return None
    value = whole.count.value
    if value % 1:
        return None
    bar = _BAR.match(folded, whole.end, end)
    if bar is not None and 0 < value < int(bar["below"]):
        part = Fraction(int(value), int(bar["below"]))
        return Number(bar.end(), ratio(part), Decimal("0.01"), "fraction", words=False)
    mixed = _MIXED.match(folded, whole.end, end)
    if mixed is not None and 0 < int(mixed["above"]) < int(mixed["below"]):
        part = int(value) + Fraction(int(mixed["above"]), int(mixed["below"]))
        return Number(mixed.end(), ratio(part), Decimal("0.01"), "cardinal", words=False)
    return None


def _divided(grammar: Grammar, folded: str, whole: Whole, end: int) -> Number | None:
    """Read "two thirds", "tres quintos", "un quart de"."""
    part = _part(grammar, folded, whole, end)
    return _fraction(grammar, folded, end, part, whole.words) if part is not None else None


def _part(grammar: Grammar, folded: str, whole: Whole, end: int) -> Part | None:
    """Read the denominator after a number."""
    above = whole.count.value
    token = whole.following
    words = grammar.words_of(token[0]) if token is not None else ()
    if token is None or not words or above % 1:
        return None
    stop, below, plain = token[1], words[0].number, words[0].role == "denominator"
    if not plain:
        ordinal = read_whole(grammar, folded, token[1] - len(token[0]), end, grammar.decimal_mark, below=True)
        if ordinal is None or not ordinal.ordinal or ordinal.count.value < 3:
            return None
        noun = grammar.next_token(folded, ordinal.end, end)
        named = noun is not None and noun[0] in grammar.part_nouns
        if not whole.words or not (whole.lone or ordinal.plural or named):
            return None
        stop, below = noun[1] if noun is not None and named else ordinal.end, int(ordinal.count.value)
        plain = named
    if (below <= 4 and above >= below) or (whole.lone and not plain and not _ends(grammar, folded, stop, end)):
        return None  # "a third country", "cinco cuartos": not parts of anything
    return Part(stop, Fraction(int(above), below), below)


def _ends(grammar: Grammar, folded: str, position: int, end: int) -> bool:
    """Whether nothing follows, or a word that follows a fraction and no ordinal: "of"."""
    token = grammar.next_token(folded, position, end)
    return token is None or token[0] in grammar.after_parts


def _scale(grammar: Grammar, folded: str, position: int, end: int) -> tuple[int, int] | None:
    """Return the scale that a fraction is a part of, and its end: "(half) a million", "(trois quarts) de milliard"."""
    for skip in (grammar.partitives, grammar.words):
        token = grammar.next_token(folded, position, end)
        if token is not None and token[0] in skip and not _sizes(grammar, token[0]):
            if skip is grammar.words and grammar.words[token[0]].role not in {"article", "one"}:
                return None
            position = token[1]
    token = grammar.next_token(folded, position, end)
    size = _sizes(grammar, token[0]) if token is not None else 0
    return (size, token[1]) if token is not None and size else None


def _sizes(grammar: Grammar, token: str) -> int:
    word = grammar.words.get(token)
    return word.number if word is not None and word.role in {"scale", "collective"} and not word.ordinal else 0


def _joined(grammar: Grammar, folded: str, whole: Whole, end: int, mark: str) -> Number | None:
    """Read "one and a half (million)", "dos millones y medio", "3 million and a half"."""
    join = whole.following
    if join is None or join[0] not in grammar.joins | grammar.points:
        return None
    token = grammar.next_token(folded, join[1], end)
    if token is None:
        return None
    word = grammar.words.get(token[0])
    if word is not None and word.role == "denominator":
        part: Part | None = Part(token[1], Fraction(1, word.number), word.number)
    else:
        above = read_whole(grammar, folded, token[1] - len(token[0]), end, mark)
        part = _part(grammar, folded, above, end) if above is not None and not above.ordinal else None
    if part is None:
        return None
    count = whole.count
    token = grammar.next_token(folded, part.end, end)
    size = _sizes(grammar, token[0]) if token is not None else 0
    unit = size or (count.scale if count.scale >= 1000 else 1)
    base = Fraction(count.value) * (size if size and not count.parts else 1)
    stop = token[1] if token is not None and size else part.end
    step = multiply(fraction_step(part.denominator), Decimal(unit))
    return Number(stop, ratio(base + part.value * unit), step, "cardinal", whole.words, scaled=unit > 1000)


def _pointed(grammar: Grammar, folded: str, whole: Whole, end: int, mark: str) -> Number | None:
    """Read decimals in words: "two point five million", "cero coma cero ocho"."""
    point = whole.following
    if point is None or point[0] not in grammar.points or not whole.words or whole.count.scale >= 1000:
        return None
    limit = _before_scale(grammar, folded, point[1], end)
    digits, position = "", point[1]
    while (token := grammar.next_token(folded, position, limit)) is not None:
        after = read_whole(grammar, folded, token[1] - len(token[0]), limit, mark)
        if after is None or after.ordinal or not after.words:
            break
        digits += str(int(after.count.value))
        position = after.end
    if not digits:
        return None
    value = Decimal(f"{int(whole.count.value)}.{digits}")
    token = grammar.next_token(folded, position, end)
    size = Decimal(_sizes(grammar, token[0]) or 1) if token is not None else Decimal(1)
    stop = token[1] if token is not None and size > 1 else position
    step = multiply(Decimal(1).scaleb(-len(digits)), size)
    return Number(stop, multiply(value, size), step, "cardinal", words=True, scaled=size > 1000)


def _before_scale(grammar: Grammar, folded: str, position: int, end: int) -> int:
    """Return the end of the words that can be decimals: those before "million"."""
    while (token := grammar.next_token(folded, position, end)) is not None:
        if _sizes(grammar, token[0]) >= 1_000_000:
            return position
        position = token[1]
        if not grammar.words_of(token[0]) and token[0] not in grammar.joins:
            return position
    return end


def _over(grammar: Grammar, folded: str, whole: Whole, end: int, mark: str) -> Number | None:
    """Read "one over twenty", "un sur trois", "una de cada cinco"."""
    above = whole.count.value
    bar = (grammar.over if above == 1 else grammar.out_of).match(folded, whole.end, end)
    below = read_whole(grammar, folded, bar.end(), end, mark) if bar is not None else None
    if below is None or below.ordinal or below.count.value <= above or below.count.value % 1 or above % 1:
        return None
    part = Fraction(int(above), int(below.count.value))
    return Number(below.end, ratio(part), fraction_step(part.denominator), "fraction", whole.words and below.words)
