"""How far two blind coders agree: Krippendorff's alpha (CODEBOOK V10).

Computed from the coincidence matrix as in K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), with
missing values, for nominal and ordinal scales. Fractions keep it exact, so that no order of coders or units matters.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Literal

import msgspec

from servanda.assessing.rubric import Rubric
from servanda.register.verdict import Verdict

Level = Literal["nominal", "ordinal"]
_Distance = Callable[[str, str], Fraction]


class Reliability(msgspec.Struct, frozen=True):
    """Krippendorff's alpha over ``units`` that two or more coders coded, with ``values`` codes in all.

    1 is agreement, 0 what chance gives, below 0 is worse than chance. None where all codes are alike: then nothing
    tells agreement from habit. ``left_out`` are the units that only one coder coded.
    """

    alpha: Fraction | None
    level: Level
    units: int
    values: int
    left_out: int
    rules: tuple[str, ...] = ("V10",)


def krippendorff(units: Iterable[Sequence[str]], level: Level, scale: Sequence[str]) -> Reliability:
    """Return alpha for units, each with the codes that its coders gave it, in any order.

    ``scale`` holds all codes, for ``ordinal`` from least to most. Raises ValueError for a code that it does not hold.
    """
    every = [list(unit) for unit in units]
    if unknown := {code for unit in every for code in unit} - set(scale):
        raise ValueError(f"not on the scale {', '.join(scale)}: {', '.join(sorted(unknown))}")
    paired = [unit for unit in every if len(unit) > 1]
    counts = Counter(code for unit in paired for code in unit)
    distance = _nominal if level == "nominal" else _ordinal(scale, counts)
    total = counts.total()
    observed = sum(
        (distance(one, other) / (len(unit) - 1) for unit in paired for one, other in permutations(unit, 2)), Fraction(0)
    )
    by_chance = sum(
        (counts[one] * counts[other] * distance(one, other) for one in counts for other in counts), Fraction(0)
    )
    alpha = 1 - (total - 1) * observed / by_chance if by_chance else None
    return Reliability(alpha, level, len(paired), total, len(every) - len(paired))


def coders_agreement(verdicts: Iterable[Verdict], rubric: Rubric) -> Reliability:
    """Return alpha over the verdicts under one rubric version: a unit is a commitment, or one party's part in it.

    Grades are ordered, so the scale is ordinal. Of several verdicts by one coder on one unit the last coded counts.
    Verdicts under other rubrics or versions are not looked at.
    """
    units: dict[tuple[str, str], dict[tuple[str, str], Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda one: (one.coded_on, one.id)):
        if verdict.rubric_version == rubric.version:
            unit = units.setdefault((verdict.commitment, verdict.party or ""), {})
            unit[verdict.evaluator, verdict.coder] = verdict
    codes = [[verdict.score for verdict in unit.values()] for unit in units.values()]
    return krippendorff(codes, "ordinal", rubric.scale)


def _nominal(one: str, other: str) -> Fraction:
    return Fraction(one != other)


def _ordinal(scale: Sequence[str], counts: Counter[str]) -> _Distance:
    """Return the squared distance between the mean ranks of two codes among all codes given."""
    ranks, below = {}, 0
    for code in scale:
        ranks[code] = below + Fraction(counts[code], 2)
        below += counts[code]
    return lambda one, other: (ranks[one] - ranks[other]) ** 2
