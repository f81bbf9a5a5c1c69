"""Put figures that state overlapping values for the same thing into groups.

Figures are compared only inside a block: one kind and period. Within it an index by term and by stretch of the line of
values leads from a figure to the few groups that share a term with it and whose values may overlap, and one by value to
those that state the same, so the work grows with the number of figures and not with its square. Figures come richest
first, so the result does not depend on their order.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from servanda.reconciling.figure import DocumentKey, Figure
from servanda.reconciling.likeness import can_agree
from servanda.reconciling.measured import TIMES, Measured
from servanda.reconciling.sources import Sources

Block = tuple[str, str | None, str | None]

_SMALLEST_COUNT = 2
_SMALLEST_COMMON_COUNT = 13  # "three countries" is no finding
_RICHEST = 6  # figures of a group with which others are compared, whatever their facets
_CROWDED = 32  # groups of one value: beyond, the value tells nothing
_DAYS = 7  # in one stretch of the line of days
_STRETCHES = 240  # of the line of numbers, from one power of ten to the next
_MOST_STRETCHES = 2 * _STRETCHES  # of one interval: what is wider is hardly a value


class Group:
    """Figures of one slot whose values overlap: all contain ``low`` to ``high``; ``lowest`` to ``highest`` holds all.

    ``richest`` are the figures with most beside them: the first of each document, and then one for each language, unit
    and stage, with names and without. The ``unit`` is the currency that one of them states, else the likely one.
    """

    def __init__(self, first: Figure) -> None:
        self.figures = [first]
        self.richest: dict[Hashable, Figure] = {(_facet(first), first.document.key): first}
        self.documents: set[DocumentKey] = {first.document.key}
        self.unit = first.value.unit
        self.stated_unit = first.value.stated_unit
        self.low = self.lowest = first.value.low
        self.high = self.highest = first.value.high

    @property
    def first(self) -> Figure:
        """Return the figure that has most beside it."""
        return self.figures[0]

    def likeness(self, figure: Figure) -> int:
        """Return how alike a figure is to the group, 0 where it does not belong to it."""
        value = figure.value
        if value.low >= self.high or value.high <= self.low:
            return 0
        units = {value.stated_unit, self.stated_unit}
        if value.kind == "money" and None not in units and len(units) > 1:
            return 0
        return max(can_agree(known, figure) for known in self.richest.values())

    def add(self, figure: Figure) -> None:
        """Take in a figure that belongs to the group and has no more beside it than those that came before."""
        self.figures.append(figure)
        self.documents.add(figure.document.key)
        facet = _facet(figure)
        if len(self.richest) < _RICHEST:
            facet = (facet, figure.document.key)
        self.richest.setdefault(facet, figure)
        if self.stated_unit is None and figure.value.stated_unit is not None:
            self.unit = self.stated_unit = figure.value.stated_unit
        self.low, self.high = max(self.low, figure.value.low), min(self.high, figure.value.high)
        self.lowest, self.highest = min(self.lowest, figure.value.low), max(self.highest, figure.value.high)


def _facet(figure: Figure) -> Hashable:
    return figure.language, figure.value.unit, figure.stage, bool(figure.beside.marks)


def groups(figures: Iterable[Figure], sources: Sources) -> list[Group]:
    """Return the groups, those whose first figure has most beside it first.

    A figure joins the group of its counterpart in another language, else the group that it is most like.
    """
    found: list[Group] = []
    index: dict[Hashable, list[int]] = defaultdict(list)
    by_value: dict[Hashable, set[int]] = defaultdict(set)
    translated: dict[Hashable, int] = {}
    richest_first = sorted(filter(_comparable, figures), key=lambda f: (-sum(f.beside.terms.values()), f.key))
    for figure in richest_first:
        counterpart = sources.counterpart(figure)
        number = translated.get(counterpart)
        if number is None:
            near = {group for key in _keys(figure) for group in index.get(key, ())}
            same = by_value[_by_value(figure)]
            near.update(same if len(same) <= _CROWDED else ())
            alike = {group: strength for group in near if (strength := found[group].likeness(figure))}
            number = min(alike, key=lambda group: (-alike[group], group), default=len(found))
        if number == len(found):
            found.append(Group(figure))
        else:
            found[number].add(figure)
        translated.setdefault(counterpart, number)
        if figure in found[number].richest.values():
            by_value[_by_value(figure)].add(number)
            for key in _keys(figure):
                index[key].append(number)
    return found


def block_of(figure: Figure) -> Block:
    """Return the block in which a figure may differ from others.

    Amounts of money are in one block whatever their currency, which may be unknown.
    """
    value = figure.value
    return value.kind, None if value.kind == "money" else value.unit, value.period


def _comparable(figure: Figure) -> bool:
    value = figure.value
    if value.kind != "quantity" or value.unit in TIMES:
        return True
    few = value.unit is not None and value.telling
    return value.amount >= (_SMALLEST_COUNT if few else _SMALLEST_COMMON_COUNT)


def _keys(figure: Figure) -> Iterator[Hashable]:
    """Yield the places of a figure in the index: values that overlap have a stretch of the line in common."""
    block, terms = (figure.value.kind, figure.value.period), figure.beside.terms
    for stretch in _stretches(figure.value):
        for term in terms:
            yield block, stretch, term


def _by_value(figure: Figure) -> Hashable:
    return figure.value.kind, figure.value.period, figure.value.amount


def _stretches(value: Measured) -> range:
    if value.kind == "date":
        return range(int(value.low) // _DAYS, (int(value.high) - 1) // _DAYS + 1)
    if value.low <= 0:
        return range(1)
    first, last = (math.floor(math.log10(bound) * _STRETCHES) for bound in (value.low, value.high))
    return range(first, min(last, first + _MOST_STRETCHES) + 1)
