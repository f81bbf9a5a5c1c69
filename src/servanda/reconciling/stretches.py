"""Stretches of a text that are taken, and whether another one meets them: a table may hold thousands of both."""

import bisect
import itertools
from collections.abc import Iterable


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
