"""Dates that count from a date told before: "the following week", "deux ans plus tard", "al día siguiente".

They count from the date mentioned last in their paragraph or the one before it. Where the text has told no date yet
"the following week" is that after the document's, and "two years later" no more than a length of time. Where the date
told is not fine enough ("a week later" than 2026) nothing is read.
"""

import bisect
from collections.abc import Sequence
from typing import NamedTuple

from servanda.lexicon.dates import Unit
from servanda.reading.mention import Date, Duration, Mention, mention
from servanda.reading.scan import Scan
from servanda.reading.times import days
from servanda.reading.times.distances import day_at, moved
from servanda.reading.times.durations import Length
from servanda.reading.times.grammar import Found, Made, rule
from servanda.reading.times.tokens import Token
from servanda.reading.times.vocabulary import Step

_UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "half", "year")
_LENGTHS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_BESIDE = {"before": -1, "after": 1}  # where a clause ends; else they count from what follows them
_WATCH = "veille"  # the eve, at the end of a clause; "la veille sanitaire" is a watch
_ENDS = frozenset({"", ".", ",", ";", ":", ")", "?", "!", "\n"})


class Distance(NamedTuple):
    """A length of time before (sign -1) or after a date told before; its words end the length at ``end``."""

    length: Length
    sign: int
    end: int


def _step(found: Found) -> Made | None:
    """Read "the following week", "la veille"."""
    watch = found.word("step") == _WATCH and _goes_on(found)
    return None if watch else Made("O", found.value("step"))


def _goes_on(found: Found) -> bool:
    """Whether the clause goes on after the words."""
    return found.setting.plain[found.end : found.end + 1] not in _ENDS


def _beside(found: Found) -> Made | None:
    """Read "the day before" at the end of its clause; "the day before the vote" counts from the vote."""
    count = _BESIDE.get(found.word("beside"))
    if count is None or _goes_on(found):
        return None
    return Made("O", Step(count, found.value("unit")))


def _distance(found: Found) -> Made | None:
    """Read "two weeks later", "trois mois plus tôt"."""
    length, part = found.token("length"), found.value("part")
    if length is None or part not in {"earlier", "later"} or not length.value.exact:
        return None
    return Made("O", Distance(length.value, -1 if part == "earlier" else 1, length.end))


RULES = (
    rule("date-told", r"(?<! [okdnA] ) (?P<step>V) (?! [fGTt])", _step),
    rule("date-told", r"t (?P<unit>U) (?P<beside>[ib])", _beside),
    rule("date-told", r"(?P<length>L) (?P<part>E) (?! [fGiTt] | [DPM])", _distance),
)


def from_told(scan: Scan, tokens: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Return a date for every token that counts from one of those found, else the length of time that it says."""
    dates = [(each.end, each.value) for each in found if isinstance(each.value, Date)]
    ends = [end for end, _ in dates]
    blocks = [block.start for block in scan.document.blocks]
    read = []
    for token in tokens:
        number = bisect.bisect_right(ends, token.start)
        paragraph = bisect.bisect_right(blocks, token.start) - 1
        near = number > 0 and ends[number - 1] > blocks[max(0, paragraph - 1)]
        date = None
        if near:
            date = _counted_from(token.value, dates[number - 1][1])
        elif number == 0 and scan.day is not None and isinstance(token.value, Step):
            date = _counted_from(token.value, days.one(scan.day))
        if date is not None:
            read.append(mention("date", scan.text, token.start, token.end, "date-told", date))
        elif isinstance(token.value, Distance):
            iso = Duration(token.value.length.iso)
            read.append(mention("duration", scan.text, token.start, token.value.end, "duration", iso))
    return read


def _counted_from(value: Step | Distance, told: Date) -> Date | None:
    unit = value.unit if isinstance(value, Step) else _LENGTHS.get(min(value.length.parts, key="DWMY".find))
    fine = next((each for each in _UNITS if each == told.granularity or told.start == told.end), None)
    if unit not in _UNITS or fine is None or _UNITS.index(fine) > _UNITS.index(unit):
        return None
    try:
        if isinstance(value, Step):
            return days.period(unit, told.start if value.offset < 0 else told.end, value.offset)
        if fine == "day":
            return day_at(told.start, value.length, value.sign)
        start = moved(told.start, value.length, value.sign)
        return days.period(fine, start) if start is not None else None
    except (OverflowError, ValueError):
        return None
