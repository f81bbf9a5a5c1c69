"""Which of some numbers add up exactly to a total, with a bound on the work."""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

MOST_PARTS = 20  # numbers looked at: two halves of at most 2**10 sums each, never 2**20


def adding_up(numbers: Sequence[Decimal], total: Decimal) -> list[tuple[int, ...]]:
    """Return choices of two positive numbers or more, by index, that add up exactly to the total, in order.

    Only the first twenty numbers are looked at. The sums of one half are looked up among those of the other (meet in
    the middle): at most 2 x 1,024 sums, and as many choices. Of choices that differ only in the second half, the one
    of fewest and earliest numbers is returned.

    >>> adding_up([Decimal("5.5"), Decimal("2"), Decimal("4.4")], Decimal("9.9"))
    [(0, 2)]
    """
    places = range(min(len(numbers), MOST_PARTS))
    middle = len(places) // 2
    ends: dict[Decimal, tuple[int, ...]] = {}
    for part, choice in _sums(numbers, places[middle:]):
        if len(choice) != 1 or part != total:  # alone it is no choice, and would hide one of several
            ends.setdefault(part, choice)
    return sorted(
        choice
        for part, start in _sums(numbers, places[:middle])
        if (end := ends.get(total - part)) is not None and len(choice := start + end) > 1
    )


def _sums(numbers: Sequence[Decimal], places: Sequence[int]) -> Iterator[tuple[Decimal, tuple[int, ...]]]:
    for size in range(len(places) + 1):
        for choice in itertools.combinations(places, size):
            yield sum((numbers[place] for place in choice), Decimal(0)), choice
