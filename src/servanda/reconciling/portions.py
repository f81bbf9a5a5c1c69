"""Shares of a whole, in per cent: "one seat in three", "every other teacher", "un poste sur cinq"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from servanda.reconciling.coded import Coded

_MOST = 100  # of how many: "two in 150 villages" counts villages
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_SHARE = re.compile(r"(?P<part>[na])\.{0,3}?L(?P<whole>n)|(?P<other>Ex)(?=\.)|a(?P<ordinal>o)")
_AND_A_HALF = re.compile(r"(?P<count>[na])[.T]{0,2}h")


class Portion(NamedTuple):
    """A share at ``text[start:end]``: its percentage, and the numbers that say it.

    It may be a ``rank`` where it is an ordinal after an article: "a third".
    """

    start: int
    end: int
    percent: Decimal
    numbers: frozenset[Decimal]
    rank: bool = False


def portions(coded: Coded) -> Iterator[Portion]:
    """Yield the shares of a passage that are said by two numbers, or by an ordinal after "a" ("by one fifth")."""
    for match in _SHARE.finditer(coded.letters):
        if match["other"]:
            yield Portion(*coded.span(match), _HUNDRED / 2, frozenset({Decimal(2)}))
            continue
        rank = match["ordinal"] is not None
        part = Decimal(1) if rank else coded.value(match, "part") or Decimal(1)
        whole = coded.value(match, "ordinal" if rank else "whole")
        if part < whole <= _MOST:
            numbers = frozenset({whole} if rank else {part, whole})
            yield Portion(*coded.span(match), _HUNDRED * part / whole, numbers, rank)


class Mixed(NamedTuple):
    """A number and a half at ``text[start:end]``, of something that stands between them."""

    start: int
    end: int
    number: Decimal


def and_a_half(coded: Coded) -> Iterator[Mixed]:
    """Yield the numbers to which a half is added after their noun: "a metre and a half", "une fois et demie"."""
    for match in _AND_A_HALF.finditer(coded.letters):
        yield Mixed(*coded.span(match), (coded.value(match, "count") or Decimal(1)) + _HALF)
