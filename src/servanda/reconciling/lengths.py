"""How long, in days: "eighteen months", "un an et demi" and "year and a half" are one length of time."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from servanda.lexicon.dates import Unit
from servanda.reconciling.coded import IN_DAYS, Coded

_NEAR = Decimal("0.09")  # twelve weeks and three months
_EQUAL = Decimal("0.001")
_HALF = Decimal("0.5")
_COUNTED = re.compile(
    r"(?:(?P<count>n\.?|f[pa]{0,2})|(?P<half>H)a?)(?P<unit>U)(?P<more>h)?|a?(?P<one>U)(?P<half_more>h)"
)
_UNIT = re.compile(r"U")
_PART = re.compile(r"(\d+(?:\.\d+)?)([A-Z])")
_ISO_UNITS: dict[str, Unit] = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


class Length(NamedTuple):
    """A length of time at ``text[start:end]``, and its unit, both in days; ``units`` is how many of it."""

    start: int
    end: int
    days: Decimal
    unit: Decimal
    units: Decimal


def lengths(coded: Coded) -> Iterator[Length]:
    """Yield the lengths of time of which a passage says how many units they have."""
    for match in _COUNTED.finditer(coded.letters):
        unit = coded.value(match, "unit") or coded.value(match, "one")
        count = coded.value(match, "count") or (_HALF if match["half"] else Decimal(1))
        more = _HALF if match["more"] or match["half_more"] else Decimal(0)
        yield Length(*coded.span(match), unit * (count + more), unit, count + more)


def single(coded: Coded) -> Iterator[Length]:
    """Yield every unit of time for the length that it has: "within the month" may say "in 30 days"."""
    for match in _UNIT.finditer(coded.letters):
        unit = coded.tokens[match.start()].value
        yield Length(*coded.span(match), unit, unit, Decimal(1))


def parts(iso: str) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield how many of each unit an ISO 8601 length has, and the unit in days."""
    date, _, time = iso.partition("T")
    for marked, before in ((date, ""), (time, "T")):
        for count, letter in _PART.findall(marked):
            yield Decimal(count), IN_DAYS[_ISO_UNITS[before + letter]]


def in_days(iso: str) -> Decimal:
    """Return an ISO 8601 length in days.

    >>> in_days("P1Y6M") == in_days("P18M"), in_days("P2W") == in_days("P14D")
    (True, True)
    """
    return sum((count * unit for count, unit in parts(iso)), Decimal(0))


def near(one: Decimal, other: Decimal, *, one_unit: bool) -> bool:
    """Whether two lengths are the same, or may be where they are told in units of their own."""
    return abs(one - other) <= (_EQUAL if one_unit else _NEAR) * max(one, other)
