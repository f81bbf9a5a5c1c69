"""The points of a passage with every commitment at once: one addition for each commitment that has a term.

With numpy the additions run at the speed of memory; without it they are plain Python. The points are whole numbers, so
both give the same.
"""

import functools
import importlib
import importlib.util
import operator
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from servanda.monitoring.lookup import Said
from servanda.monitoring.profile import Profile
from servanda.monitoring.rule import FROM_HEAD, PART_OF_HEAD, of_head
from servanda.monitoring.term import Term

Scored = tuple[int, int]  # points, and which commitment
_Arrays = dict[Term, tuple[Any, Any]]  # which commitments have a term, and what each counts for it

_FEW = 1_000  # commitments that plain Python adds as fast
_MOST = operator.itemgetter(0)


class Scores(Protocol):
    """The commitments of a register by their terms."""

    def reaching(self, passage: Said, least: int) -> list[Scored]:
        """Return the commitments that have at least so many points (``rule.points``) in a passage."""
        ...


def scores(profiles: Sequence[Profile], *, plain: bool = False) -> Scores:
    """Return the commitments by their terms; ``plain`` keeps to Python where numpy would be faster."""
    if plain or len(profiles) < _FEW or importlib.util.find_spec("numpy") is None:
        return PlainScores(profiles)
    return ArrayScores(profiles, importlib.import_module("numpy"))


class PlainScores:
    """Additions in plain Python.

    The terms that can count most come first. Once those that are left cannot make enough together, they are added only
    where another term has counted: what many commitments have counts little, and is looked through without a sum.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._holders = {
            term: (
                max(points for _, points in held),
                array("i", (number for number, _ in held)),
                array("i", (points for _, points in held)),
            )
            for term, held in holders(profiles).items()
        }
        self._profiles = profiles

    def reaching(self, passage: Said, least: int) -> list[Scored]:
        """Return the commitments that have at least so many points in a passage."""
        if not passage.head:
            return self._reaching(passage.terms, least)
        beyond = passage.beyond
        lifts = sum(self._holders[term][0] // PART_OF_HEAD for term in beyond if term in self._holders)  # at most
        scored = [
            (total + sum(of_head(beyond, self._profiles[number]).values()), number)
            for total, number in self._reaching(passage.terms, max(FROM_HEAD, least - lifts))
        ]
        return [one for one in scored if one[0] >= least]

    def _reaching(self, terms: Iterable[Term], least: int) -> list[Scored]:
        every = sorted((self._holders[term] for term in terms if term in self._holders), key=_MOST, reverse=True)
        left = sum(most for most, _, _ in every)
        totals: dict[int, int] = {}
        so_far = totals.get
        for most, numbers, counts in every:
            if left >= least:
                for number, points in zip(numbers, counts, strict=True):
                    totals[number] = so_far(number, 0) + points
            else:
                for number, points in zip(numbers, counts, strict=True):
                    if number in totals:
                        totals[number] += points
            left -= most
        return [(total, number) for number, total in totals.items() if total >= least]


class ArrayScores:
    """Additions by numpy."""

    def __init__(self, profiles: Sequence[Profile], numpy: Any) -> None:  # noqa: ANN401 numpy is optional
        self._numpy = numpy
        self._count = len(profiles)
        self._own: _Arrays = {}
        self._of_head: _Arrays = {}
        headed = numpy.array([not profile.needs for profile in profiles], dtype=numpy.int32)
        for term, held in holders(profiles).items():
            numbers = numpy.array([number for number, _ in held], dtype=numpy.intp)
            points = numpy.array([points for _, points in held], dtype=numpy.int32)
            self._own[term] = numbers, points
            self._of_head[term] = numbers, points // PART_OF_HEAD * headed[numbers]
        # All passages of a document have the same head, and few of its terms themselves.
        self._head = functools.lru_cache(maxsize=1)(lambda terms: self._added(terms, self._of_head))

    def reaching(self, passage: Said, least: int) -> list[Scored]:
        """Return the commitments that have at least so many points in a passage."""
        totals = self._added(passage.terms, self._own)
        if passage.head:
            head = self._head(passage.head) - self._added(passage.head & passage.terms, self._of_head)
            totals += head * (totals >= FROM_HEAD)
        (reached,) = (totals >= least).nonzero()
        return list(zip(totals[reached].tolist(), reached.tolist(), strict=True))

    def _added(self, terms: Iterable[Term], arrays: _Arrays) -> Any:  # noqa: ANN401 numpy is optional
        totals = self._numpy.zeros(self._count, dtype=self._numpy.int32)
        for term in terms:
            if held := arrays.get(term):
                totals[held[0]] += held[1]
        return totals


def holders(profiles: Sequence[Profile]) -> dict[Term, list[tuple[int, int]]]:
    """Return the commitments that have each term, with its points."""
    found: dict[Term, list[tuple[int, int]]] = {}
    for number, profile in enumerate(profiles):
        for term, points in profile.points.items():
            found.setdefault(term, []).append((number, points))
    return found
