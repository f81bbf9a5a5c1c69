"""The points of a passage with every commitment at once: one addition for each commitment that has a term.

With numpy the additions run at the speed of memory; without it they are plain Python. The points are whole numbers, so
both give the same.
"""

import importlib
import importlib.util
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from servanda.monitoring.profile import Profile
from servanda.monitoring.term import Term

Scored = tuple[int, int]  # points, and which commitment

_FEW = 1_000  # commitments that plain Python adds as fast


class Scores(Protocol):
    """The commitments of a register by their terms."""

    def reaching(self, terms: Iterable[Term], least: int) -> list[Scored]:
        """Return the commitments that have at least so many points in a passage with these terms."""
        ...


def scores(profiles: Sequence[Profile], *, plain: bool = False) -> Scores:
    """Return the commitments by their terms; ``plain`` keeps to Python where numpy would be faster."""
    if plain or len(profiles) < _FEW or importlib.util.find_spec("numpy") is None:
        return PlainScores(profiles)
    return ArrayScores(profiles, importlib.import_module("numpy"))


class PlainScores:
    """Additions in plain Python."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._holders = {
            term: (array("i", (number for number, _ in held)), array("i", (points for _, points in held)))
            for term, held in holders(profiles).items()
        }

    def reaching(self, terms: Iterable[Term], least: int) -> list[Scored]:
        """Return the commitments that have at least so many points in a passage with these terms."""
        totals: dict[int, int] = {}
        so_far = totals.get
        for term in terms:
            if held := self._holders.get(term):
                for number, points in zip(*held, strict=True):
                    totals[number] = so_far(number, 0) + points
        return [(total, number) for number, total in totals.items() if total >= least]


class ArrayScores:
    """Additions by numpy."""

    def __init__(self, profiles: Sequence[Profile], numpy: Any) -> None:  # noqa: ANN401 numpy is optional
        self._numpy = numpy
        self._count = len(profiles)
        self._holders = {
            term: (
                numpy.array([number for number, _ in held], dtype=numpy.intp),
                numpy.array([points for _, points in held], dtype=numpy.int32),
            )
            for term, held in holders(profiles).items()
        }

    def reaching(self, terms: Iterable[Term], least: int) -> list[Scored]:
        """Return the commitments that have at least so many points in a passage with these terms."""
        totals = self._numpy.zeros(self._count, dtype=self._numpy.int32)
        for term in terms:
            if held := self._holders.get(term):
                totals[held[0]] += held[1]
        reached = self._numpy.flatnonzero(totals >= least)
        return list(zip(totals[reached].tolist(), reached.tolist(), strict=True))


def holders(profiles: Sequence[Profile]) -> dict[Term, list[tuple[int, int]]]:
    """Return the commitments that have each term, with its points."""
    found: dict[Term, list[tuple[int, int]]] = {}
    for number, profile in enumerate(profiles):
        for term, points in profile.points.items():
            found.setdefault(term, []).append((number, points))
    return found
