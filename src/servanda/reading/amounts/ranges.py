"""Read two numbers as the ends of one range: "5 to 7 million", "entre 5 y 7 %", "de 5 à 7 projets"."""

import re
from decimal import Decimal

import msgspec

from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.notation import Notation
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import words_around
from servanda.reading.numbers.rounding import multiply, plain

_LINK = 8  # characters between the ends of a range
_LAST_WORDS = re.compile(r"(?:([^\W\d_]++) )?([^\W\d_]++)['(\[\"]?$")
_CHANGE = 40  # characters before "from ... to" in which a verb of change may stand


def read_pair(stretch: Stretch, first: Counted, second: Counted) -> list[Counted] | None:
    """Return the one amount, or the two of a change, that two numbers make together; None where each stands alone.

    A range has its first number as value and low end, and the second as high end: what the text states, without
    rounding. A number without a unit takes that of the other, and the first takes the scale of the second ("5 to 7
    million", "$5-7 million"). "From 25% to 35%" is no range, and neither is "rose from 5 to 7 per cent".
    """
    known = words_around(stretch.language)
    link = _link(stretch, first, second)
    if link is None or "rank" in {first.kind, second.kind}:
        return None
    opening = _LAST_WORDS.search(stretch.before(first.start))
    opened = (opening[1] if opening[2] in known.span_articles else opening[2]) if opening is not None else ""
    closed = known.spans[link] != "" and opened == known.spans[link]
    begins = opened in known.froms
    if (known.spans[link] and not closed) or not _alike(first, second, closed=closed):
        return None
    low, high = _with_unit_of(first, second), _with_unit_of(second, first)
    if begins and _changes(stretch, first):
        return [low, high] if first.bare else None
    if low.value >= high.value or (begins and not first.bare and not second.bare):
        return None
    return [
        msgspec.structs.replace(
            high,
            start=first.start,
            numeral=first.numeral,
            value=low.value,
            low=low.value,
            high=high.value,
            notation=_widened(low, high),
            rule=f"{high.kind}_range",
        )
    ]


def _alike(first: Counted, second: Counted, *, closed: bool) -> bool:
    """Whether two numbers can count the same: one unit, a unit on either, or none where "between" says so."""
    if first.bare or second.bare:
        return closed or not (first.bare and second.bare)
    units = [counted.notation.unit if counted.notation is not None else counted.unit for counted in (first, second)]
    return first.kind == second.kind and units[0] == units[1]


def _changes(stretch: Stretch, first: Counted) -> bool:
    """Whether a word of change stands shortly before: "rose from", but not "un recul de", which says by how much."""
    before, known = max(stretch.start, first.start - _CHANGE), words_around(stretch.language)
    if known.changes.search(stretch.folded, before, first.start) is None:
        return False
    return known.extents.search(stretch.folded, before, first.start) is None


def _widened(low: Counted, high: Counted) -> Notation | None:
    """Return the notation of a range: that of the end which says more."""
    notation = low.notation if low.notation is not None and low.notation.decided else high.notation
    return msgspec.structs.replace(notation, start=low.start, end=high.end) if notation is not None else None


def _with_unit_of(counted: Counted, other: Counted) -> Counted:
    """Return a number with the unit of the other where it has none, and the lower with the scale of the higher."""
    value, low, high = counted.value, counted.low, counted.high
    scale = multiply(Decimal(other.numeral.scale), Decimal(other.notation.scale if other.notation is not None else 1))
    if counted.value == counted.numeral.value and counted.numeral.scale == 1 and value * scale < other.value:
        value, low, high = (plain(multiply(each, scale)) for each in (value, low, high))
    if counted.bare:
        counted = msgspec.structs.replace(
            counted, kind=other.kind, notation=other.notation, unit=other.unit, bare=other.bare, rule=other.rule
        )
    return msgspec.structs.replace(counted, value=value, low=low, high=high)


def _link(stretch: Stretch, first: Counted, second: Counted) -> str | None:
    """Return the word or dash between two numbers, if it can join the ends of a range."""
    between = stretch.folded[first.end : second.start] if second.start - first.end <= _LINK else ""
    known = words_around(stretch.language)
    link, spaces = between.strip(), len(between) - len(between.strip())
    word, _, article = link.partition(" ")
    link = word if article in known.span_articles else link
    return link if link in known.spans and spaces in {0, 2} else None
