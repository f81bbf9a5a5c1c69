"""Rows that are put into words when they are taken: of a thousand, a screen shows the first fifty."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

Row = TypeVar("Row")


class Worded(Sequence[Row], Generic[Row]):
    """What a list tells of, and how each is said. Whoever takes a row does so in the language that it is for.

    >>> rows = Worded(range(1000), str)
    >>> len(rows), rows[2], list(rows[:2])
    (1000, '2', ['0', '1'])
    """

    def __init__(self, told_of: Iterable[Any], say: Callable[[Any], Row]) -> None:
        """Keep both."""
        self._told_of, self._say = tuple(told_of), say

    def __len__(self) -> int:
        return len(self._told_of)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return Worded(self._told_of[place], self._say)
        return self._say(self._told_of[place])

    def __iter__(self) -> Iterator[Row]:
        return map(self._say, self._told_of)
