"""The numbers that a passage states, as terms: "5.5" and "5,5" are one figure in any language."""

import functools
import re
from decimal import Decimal, InvalidOperation

from servanda.monitoring.term import Term

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d[\d.,\u00a0\u202f ]*")
_FIGURE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d.,]?\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)")
_SPACES = re.compile(r"[ \u00a0\u202f]")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
SMALLEST = 3  # "one" and "two" tell nothing


def numbers_in(text: str) -> set[Term]:
    """Return the numbers in digits of a text as terms; years are none.

    >>> sorted(numbers_in("5,5 millions, 2 500 hectares en 2026"))
    ['#2500', '#5.5']
    """
    return set().union(*map(_terms, _DIGITS.findall(text))) if has_digit(text) else set()


@functools.lru_cache(maxsize=64)  # a passage is looked through for its terms and again for its relation
def has_digit(text: str) -> bool:
    """Whether a text has any digit: much cheaper than the patterns."""
    return _DIGIT.search(text) is not None


@functools.lru_cache(maxsize=65536)
def _terms(digits: str) -> tuple[Term, ...]:
    return tuple(term for figure in _FIGURE.findall(digits) if (term := _term(figure)) is not None)


def _term(figure: str) -> Term | None:
    plain = _THOUSANDS.sub("", _SPACES.sub("", figure)).replace(",", ".")
    try:
        value = Decimal(plain).normalize()
    except InvalidOperation:
        return None
    if value < SMALLEST or (figure.isdigit() and len(figure) == 4 and _FIRST_YEAR <= value < _LAST_YEAR):
        return None
    return f"#{value:f}"
