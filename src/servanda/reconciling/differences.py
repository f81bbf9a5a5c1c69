"""Find the groups of figures that measure the same thing and exclude each other.

A conflict is said only where it is the best explanation. Two groups are no conflict when a document states both values
in that slot (it tells them apart), nor when one of them fits another value of such a document at least as well.
"""

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from servanda.reconciling.figure import Figure
from servanda.reconciling.finding import DifferenceRule
from servanda.reconciling.likeness import OUTWEIGHS_ANY_TERMS, are_told_apart, can_differ
from servanda.reconciling.measured import TIMES
from servanda.reconciling.slots import Block, Group, block_of

_PEOPLE: Block = ("quantity", "=people", None)  # a block of all that counts people, by whatever noun
_MAIN = "=main"  # stands for a term beside what a document is about
_CROWDED = 64  # groups of one block that share a term: beyond, the term tells nothing of what is measured
_SMALLEST_COUNT = 3  # two of something are told of too many things
_FAR_DAYS = 366  # days further apart belong to different occasions
_FAR_RATIO = 20  # amounts further apart measure different things

Pair = tuple[int, int]


class Difference(NamedTuple):
    """Groups that all exclude each other, and the rule that put them together."""

    groups: list[Group]
    rule: DifferenceRule


def differences(groups: Sequence[Group]) -> list[Difference]:
    """Return the sets of groups in which every one excludes every other."""
    parts = _parts(groups)
    alike = {
        (one, other): strength
        for one, other in _pairs(groups)
        if (strength := _likeness(groups[one], groups[other])) and not _is_part(groups[one], groups[other], parts)
    }
    rivals: dict[int, dict[int, int]] = defaultdict(dict)
    for (one, other), strength in alike.items():
        rivals[one][other] = rivals[other][one] = strength
    certain = {pair for pair in alike if _fits_best(groups, rivals, *pair) and _fits_best(groups, rivals, *pair[::-1])}
    return [
        Difference(sides, _rule(sides, min(alike[pair] for pair in itertools.combinations(clique, 2))))
        for clique in _cliques(certain, alike)
        if (sides := [groups[number] for number in clique])
    ]


def _rule(sides: list[Group], strength: int) -> DifferenceRule:
    if len({group.stated_unit for group in sides} - {None}) > 1:
        return "same_amount_other_currency"
    return "same_sentence_other_value" if strength > OUTWEIGHS_ANY_TERMS else "same_slot_other_value"


def _pairs(groups: Sequence[Group]) -> Iterator[Pair]:
    """Yield the pairs of groups that share a block and a term that is not crowded, or are main amounts."""
    index: dict[tuple[Block, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        block = block_of(group.first)
        value = group.first.value
        if value.kind == "quantity" and (
            value.unit is None or (value.amount < _SMALLEST_COUNT and value.unit not in TIMES)
        ):
            continue
        terms = {term for figure in group.richest.values() for term in (*figure.beside.terms, *figure.beside.events)}
        terms |= {_MAIN} if any(figure.main for figure in group.figures) else set()
        people = (_PEOPLE,) if group.first.value.people else ()
        for term in sorted(terms):
            for key in (block, *people):
                index[key, term].append(number)
    seen = set[Pair]()
    for numbers in index.values():
        if len(numbers) <= _CROWDED:
            seen.update(itertools.combinations(numbers, 2))
    return iter(sorted(seen))


def _likeness(one: Group, other: Group) -> int:
    apart = one.lowest >= other.highest or other.lowest >= one.highest
    units = {one.stated_unit, other.stated_unit}
    if apart != (len(units) == 1 or None in units or one.first.value.kind != "money"):
        return 0
    if _far(one, other) or one.documents & other.documents:
        return 0
    pairs = list(itertools.product(one.richest.values(), other.richest.values()))
    if any(are_told_apart(mine, theirs) for mine, theirs in pairs):
        return 0
    return max(can_differ(mine, theirs) for mine, theirs in pairs)


def _parts(groups: Sequence[Group]) -> Mapping[Hashable, set[Decimal]]:
    """Return the amounts that each sentence states as parts of another: "220 sirens, 40 of them in Barbados"."""
    parts = defaultdict[Hashable, set[Decimal]](set)
    for figure in (figure for group in groups for figure in group.figures):
        if figure.place.part and figure.value.amount >= _SMALLEST_COUNT:
            parts[_where(figure)].add(figure.value.amount)
    return parts


def _where(figure: Figure) -> Hashable:
    return figure.document.key, figure.place.sentence, figure.value.kind


def _is_part(one: Group, other: Group, parts: Mapping[Hashable, set[Decimal]]) -> bool:
    """Whether the smaller of two amounts is a part of the larger, beside which a text states the other part."""
    part, whole = sorted((one, other), key=lambda group: group.first.value.amount)
    rest = whole.first.value.amount - part.first.value.amount
    return any(rest in parts.get(_where(figure), ()) for figure in whole.figures)


def _far(one: Group, other: Group) -> bool:
    mine, theirs = one.first.value.amount, other.first.value.amount
    if one.first.value.kind == "date":
        return max(one.lowest, other.lowest) - min(one.highest, other.highest) > _FAR_DAYS
    smaller, larger = sorted((abs(mine), abs(theirs)))
    return larger > _FAR_RATIO * smaller


def _fits_best(groups: Sequence[Group], rivals: dict[int, dict[int, int]], one: int, other: int) -> bool:
    """Whether no value that a document tells apart from the ``other`` fits ``one`` as well as the other does."""
    strength = rivals[one][other]
    return not any(
        rivals[one][rival] >= strength and groups[rival].documents & groups[other].documents
        for rival in rivals[one]
        if rival != other
    )


def _cliques(certain: set[Pair], alike: dict[Pair, int]) -> Iterator[list[int]]:
    """Yield sets of groups in which all pairs are certain, the strongest pair first; every pair is in one of them."""
    against: dict[int, set[int]] = defaultdict(set)
    for one, other in certain:
        against[one].add(other)
        against[other].add(one)
    told = set[Pair]()
    for pair in sorted(certain, key=lambda pair: (-alike[pair], pair)):
        if pair in told:
            continue
        clique = set(pair)
        for number in sorted(against[pair[0]] & against[pair[1]]):
            if clique <= against[number]:
                clique.add(number)
        told.update(itertools.combinations(sorted(clique), 2))
        yield sorted(clique)
