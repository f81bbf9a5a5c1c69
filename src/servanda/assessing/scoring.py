"""Scores: an assessment under one rubric, for each party and for the commitment (CODEBOOK X, V2, V3, V4)."""

import datetime
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal

import msgspec

from servanda.assessing.assessment import Assessment
from servanda.assessing.cut_off import CutOff
from servanda.assessing.evidence import Evidence
from servanda.assessing.rubric import Rubric


class Score(msgspec.Struct, frozen=True):
    """What one rubric version gives a commitment, or one party's part in it (``party``), at a cut-off.

    ``grade`` is on the rubric's scale, or a fraction such as "-1/2" where it is a mean; None where none is given.
    ``points`` counts it where the scale is one of numbers. ``reviewable`` tells what cannot be judged (CODEBOOK D2)
    from what has no grade yet. ``basis`` says whether the codebook's table gave the grade or a coder did.
    """

    commitment: str
    party: str | None
    rubric: str
    grade: str | None
    points: Fraction | None
    late: bool
    reviewable: bool
    cut_off: CutOff
    basis: Literal["table", "verdict"]
    rules: tuple[str, ...]
    codebook: str

    @property
    def day(self) -> datetime.date:
        """The day up to which actions counted."""
        return self.cut_off.day


class Scores(msgspec.Struct, frozen=True):
    """The score of a commitment, and that of each party that answers for it. Both are shown (CODEBOOK V2)."""

    joint: Score
    parties: tuple[Score, ...]

    def __iter__(self) -> Iterator[Score]:
        yield self.joint
        yield from self.parties


def scores(assessment: Assessment, rubric: Rubric, cut_off: CutOff) -> Scores:
    """Return the scores of an assessment under a rubric.

    Raises ValueError when the assessment is not as at the cut-off: it would count other actions (CODEBOOK T1).
    """
    if assessment.day != cut_off.day:
        raise ValueError(
            f"the assessment is as at {assessment.day}, the cut-off on {cut_off.day}: assess it as at that"
        )
    parties = tuple(_score(assessment, rubric, cut_off, one.evidence, party=one.party) for one in assessment.parties)
    joint = _score(assessment, rubric, cut_off, assessment.evidence, party=None)
    if rubric.joint == "mean" and parties and joint.reviewable:
        points = _mean(score.points for score in parties)
        joint = msgspec.structs.replace(joint, points=points, grade=None if points is None else spelled(points))
    return Scores(joint, parties)


def spelled(points: Fraction) -> str:
    """Return points as a grade: with their sign, whole or as a fraction.

    >>> spelled(Fraction(1)), spelled(Fraction(-1, 2))
    ('+1', '-1/2')
    """
    return f"+{points}" if points > 0 else str(points)


def _score(assessment: Assessment, rubric: Rubric, cut_off: CutOff, evidence: Evidence, *, party: str | None) -> Score:
    row = rubric.row(evidence.value, evidence.step)
    grade = row.final if cut_off.final else row.interim
    timed = ("T2",) if row.final != row.interim else ()
    return Score(
        commitment=assessment.commitment,
        party=party,
        rubric=rubric.version,
        grade=grade,
        points=rubric.points.get(grade) if grade is not None else None,
        late=row.late and grade is not None,
        reviewable=evidence.value != "not_reviewable",
        cut_off=cut_off,
        basis="table",
        rules=(rubric.rule, "X", *timed, *evidence.rules),
        codebook=assessment.codebook,
    )


def _mean(points: Iterable[Fraction | None]) -> Fraction | None:
    """Return the mean; None as long as one is missing, which would let one party's score stand for both."""
    given = list(points)
    counted = [one for one in given if one is not None]
    return sum(counted, Fraction(0)) / len(given) if len(counted) == len(given) else None
