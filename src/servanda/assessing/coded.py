"""A coder's verdict beside what the codebook's table gives: both are kept and shown (CODEBOOK X, V8)."""

from collections.abc import Mapping

import msgspec

from servanda.assessing.assessment import Assessment
from servanda.assessing.cut_off import CutOff
from servanda.assessing.rubric import Rubric
from servanda.assessing.rubrics import RUBRICS
from servanda.assessing.scoring import Score, scores
from servanda.register.verdict import Verdict


class Coded(msgspec.Struct, frozen=True):
    """A verdict, and the score that the table gives in its place, under the verdict's own rubric version."""

    verdict: Verdict
    table: Score
    coder: Score

    @property
    def differs(self) -> bool:
        """Whether the coder gave another grade than the table."""
        return self.coder.grade != self.table.grade


def beside_the_table(
    verdict: Verdict, assessment: Assessment, cut_off: CutOff, rubrics: Mapping[str, Rubric] = RUBRICS
) -> Coded:
    """Return a verdict with what the table gives for the same commitment, party and rubric version.

    A later version of the rubric changes neither. Raises ValueError for a version or a grade that is not known, for
    a party that does not answer for the commitment, for a commitment that cannot be judged as worded (CODEBOOK D2),
    and for a verdict that differs without saying why.
    """
    rubric = rubrics.get(verdict.rubric_version)
    if rubric is None or rubric.name != verdict.rubric:
        raise ValueError(f"{verdict.id}: no version {verdict.rubric_version!r} of the rubric {verdict.rubric!r}")
    if verdict.score not in rubric.scale:
        raise ValueError(f"{verdict.id}: {verdict.score!r} is not on the scale {', '.join(rubric.scale)}")
    table = next((one for one in scores(assessment, rubric, cut_off) if one.party == verdict.party), None)
    if table is None or verdict.commitment != assessment.commitment:
        raise ValueError(f"{verdict.id}: {verdict.party!r} does not answer for {assessment.commitment}")
    if not table.reviewable:
        raise ValueError(f"{verdict.id}: {assessment.commitment} cannot be judged as worded (D2)")
    coder = msgspec.structs.replace(
        table,
        grade=verdict.score,
        points=rubric.points.get(verdict.score),
        late=table.late and verdict.score == table.grade,
        basis="verdict",
        rules=(rubric.rule, "V8"),
    )
    coded = Coded(verdict, table, coder)
    if coded.differs and verdict.differs is None:
        raise ValueError(
            f"{verdict.id}: it differs from the table, which gives {table.grade or 'no grade'}, without a reason"
        )
    return coded
