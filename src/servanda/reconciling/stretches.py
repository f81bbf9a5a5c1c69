"""Stretches of a text that are taken, and whether another one meets them: a table may hold thousands of both."""

import bisect
import itertools
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Begins(Protocol):
    """What begins at a character of a text."""

    @property
    def start(self) -> int:
        """Return the number of the character."""
        ...


Placed = TypeVar("Placed", bound=Begins)


class Line(Generic[Placed]):
    """Things of a text in the order in which they begin, to be asked for those of a part of it."""

    def __init__(self, things: Iterable[Placed]) -> None:
        self._things = sorted(things, key=lambda thing: thing.start)
        self._starts = [thing.start for thing in self._things]

    def within(self, start: int, end: int) -> list[Placed]:
        """Return those that begin in ``text[start:end]``."""
        return self._things[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def last_before(self, end: int) -> Placed | None:
        """Return the last that begins before ``end``."""
        number = bisect.bisect_left(self._starts, end)
        return self._things[number - 1] if number else None


class Stretches:
    """Stretches as start and end, looked up in a time that hardly grows with their number.

    >>> taken = Stretches([(4, 9), (0, 5)])
    >>> taken.meet(8, 12), taken.meet(9, 12)
    (True, False)
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reached = list(itertools.accumulate((end for _, end in ordered), max))

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them has a character in common with ``text[start:end]``."""
        before = bisect.bisect_left(self._starts, end)
        return before > 0 and self._reached[before - 1] > start
