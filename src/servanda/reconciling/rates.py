"""How often, by rate: "twice a year", "every six months" and "dos reuniones anuales" are two times a year.

What a count before a rhythm counts is not always clear: "two yearly meetings" may be two meetings a year, or two that
are each held once a year. Such words have both rates, and two expressions are the same where they share one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from servanda.reconciling.coded import DAYS_OF_A_YEAR, Coded

_NEAR = Decimal("0.1")  # a fortnight and half a month, four weeks and a month
_RULES = (
    # "one week in two", "un an sur deux"
    re.compile(r"a(?P<unit>U)L(?P<in>n)"),
    # "twice a year", "three times a week", "une fois tous les deux ans", "una vez cada quince días"
    re.compile(
        r"(?:(?P<times>[na])\.?T|(?P<once>w))[.L]?(?:E(?P<other>x)?(?P<count>[no])?|Pa?|q|[aL])?[.]?(?P<unit>[UA])(?!h)"
    ),
    # "chaque année, à deux reprises"
    re.compile(r"E(?P<count>[no])?(?P<unit>U),?\.?\.?(?:(?P<times>n)T|(?P<once>w))(?!.?[PEq])"),
    # "two flights a week", "dos reuniones anuales", "12 000 par jour"
    re.compile(
        r"(?P<some>n)(?:[.aUp]|P(?!a?U)){0,4}?(?:E(?P<other>x)?(?P<count>[no])?|Pa?|q|(?<=\.)a)(?P<unit>U)(?!h)"
    ),
    re.compile(r"(?P<some>n)\.{0,2}(?P<unit>A)"),
    # "every six months", "cada dos años", "par an", "quarterly"
    re.compile(r"(?:E(?P<other>x)?(?P<count>[no])?|P|L|(?<=.)q|(?<=[hU])a)(?P<unit>U)(?!h)"),
    re.compile(r"(?P<unit>A)"),
)


class Rate(NamedTuple):
    """How often at ``text[start:end]``: the times a year that it may mean.

    ``counted`` is where a number before it begins that stands for what is counted or for how often: "two (flights) a
    week". That number is no part of the rate.
    """

    start: int
    end: int
    times: frozenset[Decimal]
    counted: int | None = None


def rates(coded: Coded) -> Iterator[Rate]:
    """Yield the rates that a passage states, in order; those found by the more telling rules first come first."""
    taken: list[tuple[int, int]] = []
    found = []
    for rule in _RULES:
        for match in rule.finditer(coded.letters):
            if any(first < match.end() and match.start() < last for first, last in taken):
                continue
            taken.append(match.span())
            start, end = coded.span(match)
            if "some" in match.groupdict():
                found.append(Rate(_after_counted(coded, match), end, _times(coded, match), start))
            else:
                found.append(Rate(start, end, _times(coded, match)))
    yield from sorted(found)


def near(one: frozenset[Decimal], other: frozenset[Decimal]) -> bool:
    """Whether two expressions may mean one rate; where both have a count, what is counted is for others to compare."""
    return any(abs(mine - theirs) <= _NEAR * max(mine, theirs) for mine in one for theirs in other)


def _after_counted(coded: Coded, match: re.Match[str]) -> int:
    """Return where the words of the rhythm begin after what is counted."""
    unit = match.start("unit")
    while match.start() < unit - 1 and coded.letters[unit - 1] in "aPqExno":
        unit -= 1
    return coded.tokens[max(unit, match.start() + 1)].start


def _times(coded: Coded, match: re.Match[str]) -> frozenset[Decimal]:
    said = match.groupdict()
    each = coded.value(match, "count") if said.get("count") else Decimal(2 if said.get("other") else 1)
    if said.get("in"):
        each = coded.value(match, "in")
    rate = DAYS_OF_A_YEAR / (coded.value(match, "unit") * (each or 1))
    if said.get("once"):
        return frozenset({rate * coded.value(match, "once")})
    if said.get("times"):
        return frozenset({rate * (coded.value(match, "times") or 1)})
    if said.get("some"):
        return frozenset({rate, rate * coded.value(match, "some")})
    return frozenset({rate})
