"""What only all documents together tell of a figure: the year of a day without one, and what is hardly ever counted."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from servanda.lexicon.comparing import measures
from servanda.reconciling.figure import Figure
from servanda.reconciling.gathering import Gathered
from servanda.reconciling.measured import TIMES, Measured, in_nearest_year

Occasion = tuple[str, frozenset[str], str | None]

_LARGE = 100_000  # a smaller number may count anything
_FEW = 3  # numbers of one unit, with which the unit alone nearly tells what is counted


def middle_day(days: Iterable[datetime.date]) -> datetime.date | None:
    """Return the middle one of some days, near which what their documents tell happened; None of none."""
    ordered = sorted(days)
    return ordered[len(ordered) // 2] if ordered else None


def settled(gathered: Sequence[Gathered]) -> list[Gathered]:
    """Return the documents with what they tell of each other's figures.

    A day without a year, in a document without a day, is of the year that puts it nearest to the days of the others. A
    large number that counts nothing ("a grant of 4 million") is the money that another document states in full.
    """
    money = _money(figure for one in gathered for figure in one.figures)
    gathered = [one._replace(figures=tuple(_paid(figure, money) for figure in one.figures)) for one in gathered]
    near = middle_day(one.document.date for one in gathered if one.document.date is not None)
    scarce = _scarce(figure for one in gathered for figure in one.figures)
    return [one._replace(figures=tuple(_settled(one.figures, near, scarce))) for one in gathered]


def _money(figures: Iterable[Figure]) -> Mapping[Decimal, Measured]:
    """Return the large amounts of money by number, but those that also count something or are of two currencies."""
    stated: dict[Decimal, set[str | None]] = defaultdict(set)
    money: dict[Decimal, Measured] = {}
    for value in (figure.value for figure in figures):
        if value.amount >= _LARGE and value.kind in {"money", "quantity"} and (value.unit or value.kind == "money"):
            stated[value.amount].add(value.unit)
            if value.kind == "money":
                money[value.amount] = value
    return {amount: value for amount, value in money.items() if len(stated[amount]) == 1}


def _paid(figure: Figure, money: Mapping[Decimal, Measured]) -> Figure:
    """Return a figure as money where it is a number of nothing, and a document states that it is money."""
    value = figure.value
    if value.kind != "quantity" or value.unit is not None or value.amount not in money:
        return figure
    stated = money[value.amount]
    paid = msgspec.structs.replace(value, kind="money", unit=stated.unit, written=stated.written, certain=False)
    return msgspec.structs.replace(figure, value=paid)


def _settled(figures: Sequence[Figure], near: datetime.date | None, scarce: set[str]) -> Iterator[Figure]:
    """Yield the figures of one document with what it and the others tell of them."""
    others = Counter(kind for kind, _ in {(figure.value.kind, figure.value.amount) for figure in figures})
    main = _main_amounts(figures)
    told = Counter(occasion for occasion, _ in {one for figure in figures for one in _occasions(figure)})
    for figure in figures:
        value = figure.value
        is_scarce = value.kind == "quantity" and value.unit in scarce
        if value.kind == "date" and not value.certain and figure.document.date is None and near is not None:
            value = in_nearest_year(value, near)
        yield msgspec.structs.replace(
            figure,
            value=value,
            scarce=is_scarce,
            others=others[value.kind],
            main=figure.value in main,
            sole=frozenset(occasion[0] for occasion, _ in _occasions(figure) if told[occasion] == 1),
        )


def _occasions(figure: Figure) -> Iterator[tuple[Occasion, Decimal]]:
    """Yield the events that a figure dates or measures, each with what begins, ends or lasts, and its unit."""
    if figure.stage != "past":
        for event in figure.beside.events:
            yield (event, figure.beside.subjects, figure.value.unit), figure.value.amount


def _main_amounts(figures: Iterable[Figure]) -> Collection[Measured]:
    """Return the first that a document states in each currency, and of each measure: what it is about."""
    first: dict[tuple[str, str | None], Measured] = {}
    for value in (figure.value for figure in figures):
        if value.kind == "money" or (value.kind == "quantity" and value.unit in measures() - TIMES):
            first.setdefault((value.kind, value.unit), value)
    return first.values()


def _scarce(figures: Iterable[Figure]) -> set[str]:
    """Return the units of which few numbers are stated."""
    numbers: dict[str, set[Decimal]] = defaultdict(set)
    for figure in figures:
        if figure.value.kind == "quantity" and figure.value.unit is not None and figure.value.telling:
            numbers[figure.value.unit].add(figure.value.amount)
    return {unit for unit, stated in numbers.items() if len(stated) <= _FEW}
