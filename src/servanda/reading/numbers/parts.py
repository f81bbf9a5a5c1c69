"""Read a number with its fractions: "one and a half million", "trois quarts", "dos coma cinco", "half a million"."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from servanda.reading.numbers.grammar import Prose, Token
from servanda.reading.numbers.rounding import fraction_step, multiply, ratio
from servanda.reading.numbers.whole import Whole, read_whole

# Proper fractions in digits with the denominators that people write; "9/11" and "12/24" are dates and seasons.
_BAR = re.compile(r"/(?P<below>[23458])(?![0-9/])")
_MIXED = re.compile(r" +(?P<above>[0-9])/(?P<below>[23458])(?![0-9/])")
_MILLION = 1_000_000
_ARTICLE = 4  # characters
_TEN, _HUNDRED = Decimal(10), Decimal(100)
_POWERS = frozenset(Decimal(10) ** power for power in range(2, 7))


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number as read: its end, value and step, and what ``servanda.reading.numerals.Numeral`` says of it.

    ``lone`` is "one" with nothing after it, which may be no number at all.
    """

    end: int
    value: Decimal
    step: Decimal
    kind: Literal["cardinal", "ordinal", "fraction"]
    words: bool
    about: bool = False
    scaled: bool = False
    scale: int = 1
    lone: bool = False


class Part(msgspec.Struct, frozen=True, gc=False):
    """A fraction: where it ends, its value, and its denominator."""

    end: int
    value: Fraction
    denominator: int


def read_number(prose: Prose, start: int) -> Number | None:
    """Read the longest number, with its fractions, that begins at ``start``; None where none begins."""
    whole = read_whole(prose, start)
    if whole is None:
        return _share(prose, start)
    if whole.ordinal:
        return _nth_part(prose, whole) or Number(whole.end, whole.count.value, Decimal(1), "ordinal", whole.words)
    return _with_parts(prose, whole) or _alone(prose, start, whole)


def _nth_part(prose: Prose, whole: Whole) -> Number | None:
    """Read "(la) cuarta parte" as a quarter; "la primera parte" and "la segunda parte" are places in an order."""
    noun, below = whole.following, int(whole.count.value)
    if noun is None or noun.text not in prose.grammar.part_nouns or below < 3:
        return None
    part = Fraction(1, below)
    return Number(noun.end, ratio(part), fraction_step(below), "fraction", whole.words)


def _with_parts(prose: Prose, whole: Whole) -> Number | None:
    """Read the fraction after a number, if there is one."""
    number = None if whole.words else _in_digits(prose, whole)
    if number is None and whole.following is not None and prose.grammar.links(whole.following.text):
        number = _divided(prose, whole) or _joined(prose, whole) or _pointed(prose, whole) or _over(prose, whole)
    return number


def _alone(prose: Prose, start: int, whole: Whole) -> Number | None:
    """Make the number of whole words or digits; an article alone is none."""
    if whole.lone and prose.grammar.words[prose.folded[start : whole.end]].role == "article":
        return None
    return Number(
        whole.end,
        whole.count.value,
        whole.count.step,
        "cardinal",
        whole.words,
        about=whole.rough,
        scaled=whole.scaled,
        scale=whole.count.magnitude,
        lone=whole.lone,
    )


def _fraction(prose: Prose, part: Part, *, words: bool) -> Number:
    """Make the number of a fraction, and of the scale that it may be a part of: "two thirds of a million"."""
    scale = _scale_after(prose, part.end)
    if scale is None:
        return Number(part.end, ratio(part.value), fraction_step(part.denominator), "fraction", words)
    step = multiply(fraction_step(part.denominator), Decimal(scale.scale))
    return Number(scale.end, ratio(part.value * scale.scale), step, "cardinal", words, scaled=True)


def _scale_after(prose: Prose, position: int) -> Token | None:
    """Return the scale that a fraction is a part of: "(half) a million", "(trois quarts) de milliard"."""
    token = prose.token_after(position)
    if token is not None and token.text in prose.grammar.partitives:
        token = prose.token_after(token.end)
    if token is not None and token.role in {"article", "one"}:
        token = prose.token_after(token.end)
    return token if token is not None and token.scale > 1 else None


def _share(prose: Prose, start: int) -> Number | None:
    """Read a fraction with no number before it: "half a million", "media docena", "half the seats", "le quart des"."""
    token = prose.token_at(start)
    if token is None or token.role != "denominator":
        return None
    below = token.words[0].number
    number = _fraction(prose, Part(token.end, Fraction(1, below), below), words=True)
    share = token.text in prose.grammar.shares or (
        prose.grammar.definite.search(prose.folded, max(0, start - _ARTICLE), start) is not None
        and prose.grammar.definite_share.match(prose.folded, start, prose.end) is not None
    )
    return number if number.scaled or share else None


def _in_digits(prose: Prose, whole: Whole) -> Number | None:
    """Read "3/4" and "2 1/4"."""
    value = whole.count.value
    if prose.folded[whole.end : whole.end + 1] not in {"/", " "} or whole.count.scale > 1 or value % 1:
        return None
    bar = _BAR.match(prose.folded, whole.end, prose.end)
    if bar is not None and 0 < value < int(bar["below"]):
        part = Fraction(int(value), int(bar["below"]))
        return Number(bar.end(), ratio(part), fraction_step(part.denominator), "fraction", words=False)
    mixed = _MIXED.match(prose.folded, whole.end, prose.end)
    if mixed is not None and 0 < int(mixed["above"]) < int(mixed["below"]):
        part = int(value) + Fraction(int(mixed["above"]), int(mixed["below"]))
        return Number(mixed.end(), ratio(part), fraction_step(part.denominator), "cardinal", words=False)
    return None


def _divided(prose: Prose, whole: Whole) -> Number | None:
    """Read "two thirds", "tres quintos", "un quart de"."""
    part = _part(prose, whole)
    return _fraction(prose, part, words=whole.words) if part is not None else None


def _part(prose: Prose, whole: Whole) -> Part | None:
    """Read the denominator after a number."""
    above, token = whole.count.value, whole.following
    if token is None or not token.words or above % 1:
        return None
    end, below, sure = token.end, token.words[0].number, token.role == "denominator"
    if not sure:
        ordinal = read_whole(prose, token.start, below=True) if whole.words else None
        if ordinal is None or not ordinal.ordinal or ordinal.count.value < 3:
            return None
        noun = prose.token_after(ordinal.end)
        sure = noun is not None and noun.text in prose.grammar.part_nouns
        if not (whole.lone or ordinal.plural or sure):
            return None
        end, below = noun.end if noun is not None and sure else ordinal.end, int(ordinal.count.value)
    if (below <= 4 and above >= below) or (whole.lone and not sure and not _ends(prose, end)):
        return None  # "cinco cuartos" are rooms, "a third country" is one after the second
    return Part(end, Fraction(int(above), below), below)


def _ends(prose: Prose, position: int) -> bool:
    """Whether nothing follows, or a word that follows a fraction and no ordinal: "of"."""
    token = prose.token_after(position)
    return token is None or token.text in prose.grammar.after_parts


def _joined(prose: Prose, whole: Whole) -> Number | None:
    """Read "one and a half (million)", "dos millones y medio", "3 million and a half"."""
    join = whole.following
    if join is None or join.text not in prose.grammar.joins | prose.grammar.points:
        return None
    token = prose.token_after(join.end)
    part = _part_at(prose, token) if token is not None else None
    if part is None:
        return None
    count = whole.count
    after = prose.token_after(part.end)
    size = after.scale if after is not None else 1
    unit = size if size > 1 else count.scale if count.scale >= 1000 else 1
    base = Fraction(count.value) * (size if not count.parts else 1)
    end = after.end if after is not None and size > 1 else part.end
    step = multiply(fraction_step(part.denominator), Decimal(unit))
    return Number(end, ratio(base + part.value * unit), step, "cardinal", whole.words, scaled=unit > 1000)


def _part_at(prose: Prose, token: Token) -> Part | None:
    """Read a fraction from its first word: "half", "a half", "three quarters"."""
    if token.role == "denominator":
        return Part(token.end, Fraction(1, token.words[0].number), token.words[0].number)
    above = read_whole(prose, token.start)
    return _part(prose, above) if above is not None and not above.ordinal else None


def _pointed(prose: Prose, whole: Whole) -> Number | None:
    """Read decimals in words: "two point five million", "cero coma cero ocho"."""
    point = whole.following
    if point is None or point.text not in prose.grammar.points or not whole.words or whole.count.scale >= 1000:
        return None
    decimals = msgspec.structs.replace(prose, end=_before_scale(prose, point.end))
    digits, position = "", point.end
    while (token := decimals.token_after(position)) is not None:
        after = read_whole(decimals, token.start)
        if after is None or after.ordinal:
            break
        digits += str(int(after.count.value))
        position = after.end
    if not digits:
        return None
    scale = prose.token_after(position)
    size = scale.scale if scale is not None else 1
    end = scale.end if scale is not None and size > 1 else position
    value = multiply(Decimal(f"{int(whole.count.value)}.{digits}"), Decimal(size))
    step = multiply(Decimal(1).scaleb(-len(digits)), Decimal(size))
    return Number(end, value, step, "cardinal", words=True, scaled=size > 1000)


def _before_scale(prose: Prose, position: int) -> int:
    """Return the end of the words that can be decimals: those before "million"."""
    while (token := prose.token_after(position)) is not None and token.scale < _MILLION:
        position = token.end
        if not token.words and token.text not in prose.grammar.joins:
            break
    return position


def _over(prose: Prose, whole: Whole) -> Number | None:
    """Read "one over twenty", "un sur trois", "una de cada cinco", "three in ten"."""
    above = whole.count.value
    bar = (prose.grammar.over if above == 1 else prose.grammar.out_of).match(prose.folded, whole.end, prose.end)
    sure = bar is not None
    bar = bar or prose.grammar.proportion.match(prose.folded, whole.end, prose.end)
    below = read_whole(prose, bar.end()) if bar is not None else None
    if below is None or below.ordinal or below.count.value <= above or below.count.value % 1 or above % 1:
        return None
    if not sure and not is_base(above, below.count.value):
        return None
    part = Fraction(int(above), int(below.count.value))
    return Number(below.end, ratio(part), fraction_step(part.denominator), "fraction", whole.words and below.words)


def is_base(above: Decimal, below: Decimal) -> bool:
    """Whether a share of so many is one of the whole, as "three in ten" is and "three in 34" is not."""
    return below <= (_HUNDRED if above == 1 else _TEN) or below in _POWERS
