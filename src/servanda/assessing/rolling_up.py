"""Roll-ups: what a group of commitments scores, with what was left out and why (CODEBOOK V6, V3, D4)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal

import msgspec

from servanda.assessing.cut_off import CutOff
from servanda.assessing.rubric import Rubric
from servanda.assessing.rubrics import RUBRICS
from servanda.assessing.scoring import Score, Scores
from servanda.register.commitment import Commitment

By = Literal["plan", "pillar", "area", "control", "party"]
NOT_STATED = ""
_ONE = Fraction(1)


class Weighting(msgspec.Struct, frozen=True):
    """How much each commitment counts, by its reference, and what this weighting is called. Results state it."""

    name: str = "equal"
    weights: Mapping[str, Fraction] | None = None

    def of(self, reference: str) -> Fraction:
        """Return the weight of a commitment. Raises ValueError where none, or none above zero, is stated."""
        weight = _ONE if self.weights is None else self.weights.get(reference, Fraction(0))
        if weight <= 0:
            raise ValueError(f"the weighting {self.name!r} states no weight above zero for {reference}")
        return weight


EQUAL = Weighting()


class RollUp(msgspec.Struct, frozen=True):
    """What a group scores under one rubric version.

    ``items`` splits into ``denominator`` (with a grade), ``not_reviewable`` (as worded, CODEBOOK D2) and ``not_given``
    (no grade yet); ``measures`` are those that are part of another commitment (S3). ``grades`` counts the items of the
    denominator by grade, ``late`` those that are late. ``mean`` (by ``weighting``) and ``percent`` are None where the
    grades are words, or nothing has one. ``key`` is a pillar, "pillar/area", control level or party; empty where the
    register states none, and for the plan.
    """

    by: By
    key: str
    rubric: str
    items: int
    denominator: int
    not_reviewable: int
    not_given: int
    measures: int
    late: int
    grades: tuple[tuple[str, int], ...]
    mean: Fraction | None
    percent: Fraction | None
    weighting: str
    basis: Literal["table", "verdict"]
    cut_off: CutOff
    rules: tuple[str, ...]
    codebook: str


def roll_up(
    by: By,
    scored: Iterable[Scores],
    commitments: Mapping[str, Commitment],
    weighting: Weighting = EQUAL,
    rubrics: Mapping[str, Rubric] = RUBRICS,
) -> tuple[RollUp, ...]:
    """Return a roll-up for each group, in the order in which ``commitments`` (by reference) name the groups.

    By party, each party's own scores are rolled up; else the commitments'. Raises ValueError when the scores are not
    of one rubric version, cut-off and basis, or two score the same thing: unlike things are never mixed.
    """
    chosen = [one for each in scored for one in (each.parties if by == "party" else (each.joint,))]
    _refuse_mixtures(chosen)
    places = {reference: place for place, reference in enumerate(commitments)}
    groups: dict[str, list[Score]] = {}
    for score in sorted(chosen, key=lambda one: places[one.commitment]):
        groups.setdefault(_key(by, score, commitments[score.commitment]), []).append(score)
    return tuple(_total(by, key, group, commitments, weighting, rubrics) for key, group in groups.items())


def _total(
    by: By,
    key: str,
    group: list[Score],
    commitments: Mapping[str, Commitment],
    weighting: Weighting,
    rubrics: Mapping[str, Rubric],
) -> RollUp:
    rubric = rubrics[group[0].rubric]
    given = [score for score in group if score.grade is not None]
    # Few grades and weights are given to many commitments: what is alike is counted before fractions are added.
    points = Counter((score.points, weighting.of(score.commitment)) for score in given if score.points is not None)
    weight = sum((each * count for (_, each), count in points.items()), Fraction(0))
    mean = sum((of * each * count for (of, each), count in points.items()), Fraction(0)) / weight if weight else None
    return RollUp(
        by=by,
        key=key,
        rubric=rubric.version,
        items=len(group),
        denominator=len(given),
        not_reviewable=sum(not score.reviewable for score in group),
        not_given=sum(score.reviewable and score.grade is None for score in group),
        measures=sum(commitments[score.commitment].parent is not None for score in group),
        late=sum(score.late for score in group),
        grades=_counted(given, rubric),
        mean=mean,
        percent=None if mean is None else rubric.percent(mean),
        weighting=weighting.name,
        basis=group[0].basis,
        cut_off=group[0].cut_off,
        rules=(rubric.rule, "V6", *(("D4",) if by == "control" else ())),
        codebook=group[0].codebook,
    )


def _counted(given: list[Score], rubric: Rubric) -> tuple[tuple[str, int], ...]:
    """Return how many have each grade of the scale, from least to most; means stand between the grades they divide."""
    counts = Counter(score.grade for score in given if score.grade is not None)
    if not rubric.points:
        return tuple((grade, counts[grade]) for grade in rubric.scale)
    order = {score.grade: score.points for score in given} | dict(rubric.points)
    ranked = sorted((points, grade) for grade, points in order.items() if grade is not None and points is not None)
    return tuple((grade, counts[grade]) for _, grade in ranked)


def _key(by: By, score: Score, commitment: Commitment) -> str:
    match by:
        case "plan":
            return NOT_STATED
        case "pillar":
            return commitment.pillar
        case "area":
            return f"{commitment.pillar}/{commitment.area or NOT_STATED}"
        case "control":
            return NOT_STATED if commitment.control is None else str(commitment.control)
        case "party":
            return score.party or NOT_STATED


def _refuse_mixtures(scores: list[Score]) -> None:
    kinds = {(score.rubric, score.cut_off, score.basis, score.codebook) for score in scores}
    if len(kinds) > 1:
        raise ValueError("scores of several rubric versions, cut-offs or bases are never rolled up together")
    if len({(score.commitment, score.party) for score in scores}) < len(scores):
        raise ValueError("the same commitment is scored twice")
