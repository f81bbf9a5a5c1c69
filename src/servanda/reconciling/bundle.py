"""What only all documents together tell of a figure: the year of a day without one, and what is hardly ever counted."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from servanda.reconciling.figure import Figure
from servanda.reconciling.gathering import Gathered
from servanda.reconciling.measured import Measured, in_nearest_year

_FEW = 3  # numbers of one unit, with which the unit alone nearly tells what is counted


def middle_day(days: Iterable[datetime.date]) -> datetime.date | None:
    """Return the middle one of some days, near which what their documents tell happened; None of none."""
    ordered = sorted(days)
    return ordered[len(ordered) // 2] if ordered else None


def settled(gathered: Sequence[Gathered]) -> list[Gathered]:
    """Return the documents with what they tell of each other's figures.

    A day without a year, in a document without a day, is of the year that puts it nearest to the days of the others.
    """
    near = middle_day(one.document.date for one in gathered if one.document.date is not None)
    scarce = _scarce(figure for one in gathered for figure in one.figures)
    return [
        one._replace(figures=tuple(_settled(figure, near, scarce, others, main) for figure in one.figures))
        for one in gathered
        for others, main in ((_others(one.figures), _main_amounts(one.figures)),)
    ]


def _others(figures: Iterable[Figure]) -> Mapping[str, int]:
    """Return how many different values of each kind there are."""
    return Counter(kind for kind, _ in {(figure.value.kind, figure.value.amount) for figure in figures})


def _main_amounts(figures: Iterable[Figure]) -> Collection[Measured]:
    """Return the first amount of money that a document states in each currency: what it is about."""
    first: dict[str | None, Measured] = {}
    for figure in figures:
        if figure.value.kind == "money":
            first.setdefault(figure.value.unit, figure.value)
    return first.values()


def _settled(
    figure: Figure, near: datetime.date | None, scarce: set[str], others: Mapping[str, int], main: Collection[Measured]
) -> Figure:
    is_scarce = figure.value.kind == "quantity" and figure.value.unit in scarce
    figure = msgspec.structs.replace(
        figure, others=others[figure.value.kind], scarce=is_scarce, main=figure.value in main
    )
    if figure.value.kind == "date" and not figure.value.certain and figure.document.date is None and near is not None:
        return msgspec.structs.replace(figure, value=in_nearest_year(figure.value, near))
    return figure


def _scarce(figures: Iterable[Figure]) -> set[str]:
    """Return the units of which few numbers are stated."""
    numbers: dict[str, set[Decimal]] = defaultdict(set)
    for figure in figures:
        if figure.value.kind == "quantity" and figure.value.unit is not None and figure.value.telling:
            numbers[figure.value.unit].add(figure.value.amount)
    return {unit for unit, stated in numbers.items() if len(stated) <= _FEW}
