"""Read two numbers as the ends of one range: "5 to 7 million", "entre 5 y 7 %", "de 5 à 7 projets"."""

import re
from decimal import Decimal

import msgspec

from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.notation import Notation
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import words_around
from servanda.reading.numbers.rounding import multiply, plain

_LINK = 5  # characters between the ends of a range
_LAST_WORD = re.compile(r"([^\W\d_]+)['(\[\"]?$")
_CHANGE = 40  # characters before "from ... to" in which a verb of change may stand


def read_pair(stretch: Stretch, first: Counted, second: Counted) -> list[Counted] | None:
    """Return the one amount, or the two of a change, that two numbers make together; None where each stands alone.

    A range has its first number as value and low end, and the second as high end: what the text states, without
    rounding. The first number takes the unit and the scale of the second where it has none of its own. "From 25% to
    35%" is no range, and neither is "rose from 5 to 7 per cent".
    """
    known = words_around(stretch.language)
    link = _link(stretch, first, second)
    if link is None or "rank" in {first.kind, second.kind}:
        return None
    opening = _LAST_WORD.search(stretch.before(first.start))
    opened = opening[1] if opening is not None else ""
    opener = known.spans[link]
    closed = opener != "" and opened == opener
    if (opener and not closed) or (second.bare and not closed) or not (first.bare or closed or link == "-"):
        return None
    if first.kind != second.kind and not first.bare:
        return None
    low = _shared(first, second)
    if opened in known.froms and known.changes.search(
        stretch.folded, max(stretch.start, first.start - _CHANGE), first.start
    ):
        return [low, second] if not second.bare else None
    if low.value >= second.value:
        return None
    return [
        msgspec.structs.replace(
            second,
            start=first.start,
            numeral=first.numeral,
            value=low.value,
            low=low.value,
            high=second.value,
            rule=f"{second.kind}_range",
            notation=_widened(second, first),
        )
    ]


def _widened(second: Counted, first: Counted) -> Notation | None:
    """Return the notation of a range: that of the end which says more."""
    notation = first.notation if first.notation is not None and first.notation.decided else second.notation
    return msgspec.structs.replace(notation, start=first.start, end=second.end) if notation is not None else None


def _shared(first: Counted, second: Counted) -> Counted:
    """Return the first number with the unit of the second, and with its scale where it has none: "5 (million)"."""
    if not first.bare:
        return first
    value, low, high = first.value, first.low, first.high
    scale = multiply(
        Decimal(second.numeral.scale), Decimal(second.notation.scale if second.notation is not None else 1)
    )
    if first.numeral.scale == 1 and multiply(value, scale) < second.value:
        value, low, high = (plain(multiply(each, scale)) for each in (value, low, high))
    return msgspec.structs.replace(
        first, kind=second.kind, value=value, low=low, high=high, notation=second.notation, unit=second.unit, bare=False
    )


def _link(stretch: Stretch, first: Counted, second: Counted) -> str | None:
    """Return the word or dash between two numbers, if it can join the ends of a range."""
    between = stretch.folded[first.end : second.start] if second.start - first.end <= _LINK else ""
    link = between.strip()
    return link if link in words_around(stretch.language).spans and len(between) - len(link) in {0, 2} else None
