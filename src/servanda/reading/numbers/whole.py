"""Read one number without a fraction, in digits or in words: "41.700 millones", "vingt et un", "140th"."""

import re
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from servanda.reading.numbers.counting import Count
from servanda.reading.numbers.digits import read_digits
from servanda.reading.numbers.grammar import NOUN, Grammar, Prose, Token
from servanda.reading.numbers.rounding import collective_step, power

_EXPONENT = re.compile(r"(?P<kind>e|\^)(?P<exponent>[+-]?[0-9]{1,2})(?!\w)")
_GAPS = frozenset(("", " ", ",", "-"))
_GROUP = re.compile(r" (?=[0-9])")
_MOST = Decimal("1e18")  # what is larger counts nothing, and arithmetic on it is not exact

_TEENS = 20  # up to which words for hundreds may be counted by words only: "quinze cents", not "15 cents"


class Whole(msgspec.Struct):
    """A number being read: where it ends, what it adds up to, and what kind of words made it.

    ``lone`` is an article or "one" with nothing after it; ``plural`` an ordinal in the plural ("fifths"), ``rough`` and
    ``scaled`` as in ``servanda.reading.numerals.Numeral``. ``below`` where it stands below the bar of a fraction,
    ``following`` is the word after it.
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
    following: Token | None = None


def read_whole(prose: Prose, start: int, *, below: bool = False) -> Whole | None:
    """Read the longest number that begins at ``start``; None where none begins or it makes no sense.

    ``below`` where it stands below the bar of a fraction: there an ordinal in the plural goes on ("twenty-fifths").
    """
    digits = read_digits(prose.folded, start, prose.end, prose.mark)
    if digits is None:
        first = _first_word(prose, start, below=below)
        return _follow(prose, first) if first is not None else None
    if digits.value is None:
        return None
    whole = Whole(digits.end, Count(digits.value, digits.step), words=False)
    if prose.folded[digits.end : digits.end + 1] not in _GAPS:
        attached = _attached(prose, whole, ordinal=digits.step >= 1)
        if attached is not None:
            return attached
    return _follow(prose, whole)


def _attached(prose: Prose, whole: Whole, *, ordinal: bool) -> Whole | None:
    """Read what touches the digits and belongs to them: "e10", "th", "º"."""
    exponent = _EXPONENT.match(prose.folded, whole.end, prose.end)
    if exponent is not None:
        value = power(whole.count.value, exponent["kind"], int(exponent["exponent"]))
        if value < _MOST:
            return Whole(exponent.end(), Count(value, Decimal(1)), words=False)
    suffix = prose.grammar.ordinal_suffix.match(prose.folded, whole.end, prose.end) if ordinal else None
    return Whole(suffix.end(), whole.count, words=False, ordinal=True) if suffix is not None else None


def _first_word(prose: Prose, start: int, *, below: bool) -> Whole | None:
    """Read the first word of a number in words."""
    token = prose.token_at(start)
    if token is None or not token.words:
        return None
    whole = Whole(start, Count(), words=True, below=below)
    if token.role in {"article", "one"}:
        whole.count.add(1, prose.grammar.vigesimal)
        whole.end, whole.lone = token.end, True
        return whole
    bare = token.role == "addend" or (token.role == "scale" and (token.words[0].bare or token.is_ordinal))
    return whole if bare and _take(prose.grammar, whole, token) else None


def _take(grammar: Grammar, whole: Whole, token: Token, *, joined: bool = False) -> bool:
    """Add the words of one token to a number; False, and nothing changed, where they do not fit."""
    count = whole.count.copy()
    count.joined = count.joined or joined
    for word in token.words:
        if (whole.ordinal and not word.ordinal) or (word.ordinal and not whole.words):
            return False  # an ordinal is all in words or all in digits
        if word.role in {"addend", "one"}:
            fits = count.add(word.number, grammar.vigesimal)
        elif word.role == "scale":
            fits = (word.number != 100 or _counts_hundreds(grammar, whole)) and count.multiply(word.number)
        else:
            step = collective_step(word.number, rough=word.rough)
            fits = word.role == "collective" and count.gather(word.number, step)
        if not fits:
            return False
    last = token.words[-1]
    plural = last.ordinal and token.text.endswith("s")
    if whole.count.value and not whole.below and (plural or (whole.lone and last.ordinal and last.role == "scale")):
        return False  # "three fifths", "a hundredth": a denominator, not a place in an order
    whole.count, whole.end, whole.lone = count, token.end, False
    whole.ordinal, whole.plural, whole.rough = last.ordinal, plural, last.rough
    whole.scaled = last.role == "collective" or (last.role == "scale" and last.number >= NOUN)
    return True


def _counts_hundreds(grammar: Grammar, whole: Whole) -> bool:
    """Whether what stands before can count hundreds: in French "50 cents" and "cinquante cents" are coins."""
    return whole.count.group <= grammar.most_hundreds and (whole.words or grammar.most_hundreds > _TEENS)


def _follow(prose: Prose, whole: Whole) -> Whole:
    """Read on while the next word belongs to the same number."""
    grammar = prose.grammar
    safe = None  # the number up to its last scale, in case what follows turns out to begin another number
    while not whole.ordinal or grammar.glued:
        token = whole.following = prose.token_after(whole.end)
        if token is None:
            if _take_digits(prose, whole):
                continue
            return whole
        joined = token.text in grammar.joins
        if joined:
            token = _joined(prose, token, whole)
        elif whole.count.scale > 1 and token.text in grammar.partitives:
            token = _scale_of(prose, token)
        if token is None or token.role in {"", "article", "denominator"}:
            return whole
        if whole.count.scale > 1:
            safe = replace(whole)
        if not _take(grammar, whole, token, joined=joined and grammar.joins_scales):
            begins_another = safe is not None and token.role == "scale" and not token.is_ordinal
            return safe if safe is not None and begins_another else whole
    return whole


def _scale_of(prose: Prose, of: Token) -> Token | None:
    """Return the scale after "of": "une centaine de millions", "2 miles de millones"."""
    token = prose.token_after(of.end)
    return token if token is not None and token.role == "scale" and not token.is_ordinal else None


def _joined(prose: Prose, join: Token, whole: Whole) -> Token | None:
    """Return the token after "and" if the two sides make one number: "vingt et un", "two hundred and five"."""
    grammar, token = prose.grammar, prose.token_after(join.end)
    if token is None or token.role not in {"addend", "one"}:
        return None
    if grammar.joins_scales:
        return token if whole.count.scale >= 100 and not _is_part(prose.token_after(token.end)) else None
    if token.role == "one" and _is_one_part(prose.token_after(token.end)):
        return None
    tens = int(whole.count.group) % 100
    fits = whole.words and whole.count.scale == 1 and tens >= 20 and tens % 10 == 0
    return token if fits and token.words[0].number in grammar.joined_units else None


def _is_part(token: Token | None) -> bool:
    """Whether a word is a denominator: in "one hundred and three quarters" the three belongs to the quarters."""
    return token is not None and (token.role == "denominator" or (token.is_ordinal and token.text.endswith("s")))


def _is_one_part(token: Token | None) -> bool:
    """Whether a word is one part of something: "vingt et un cinquième" is twenty and a fifth of one."""
    return token is not None and (token.role == "denominator" or token.is_ordinal) and not token.text.endswith("s")


def _take_digits(prose: Prose, whole: Whole) -> bool:
    """Add digits after a scale: "2 mil 500 millones"."""
    space = _GROUP.match(prose.folded, whole.end, prose.end) if prose.grammar.splits_digits else None
    digits = read_digits(prose.folded, space.end(), prose.end, prose.mark) if space is not None else None
    if digits is None or digits.value is None or not whole.count.add_digits(digits.value, digits.step):
        return False
    whole.end, whole.scaled = digits.end, False
    return True
