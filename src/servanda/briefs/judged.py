"""What evaluators judged, beside what the codebook's tables give, and how far their coders agree (CODEBOOK V8, V10)."""

from collections.abc import Iterable, Mapping

import msgspec

from servanda.assessing.assessment import Assessment
from servanda.assessing.cut_off import CutOff
from servanda.assessing.reliability import Reliability, coders_agreement
from servanda.assessing.rubric import Rubric
from servanda.assessing.rubrics import RUBRICS
from servanda.assessing.scoring import Score, scores
from servanda.register.verdict import Verdict


class Judged(msgspec.Struct, frozen=True):
    """A final verdict, and the table's score for the same on the day of the brief.

    ``table`` is None where the verdict is under a rubric of the evaluator's own, which the codebook does not compute.
    """

    verdict: Verdict
    table: Score | None

    @property
    def differs(self) -> bool:
        """Whether the table gives another grade."""
        return self.table is not None and self.table.grade != self.verdict.score


class Agreed(msgspec.Struct, frozen=True):
    """How far one evaluator's coders agree under one rubric version."""

    evaluator: str
    rubric: str
    reliability: Reliability


def judged(
    verdicts: Iterable[Verdict],
    assessments: Mapping[str, Assessment],
    cut_off: CutOff,
    rubrics: Mapping[str, Rubric] = RUBRICS,
) -> tuple[Judged, ...]:
    """Return the final verdicts on the commitments assessed, in the order of these, then of parties and evaluators."""
    places = {reference: place for place, reference in enumerate(assessments)}
    final = [one for one in verdicts if one.standing == "final" and one.commitment in places]
    final.sort(key=lambda one: (places[one.commitment], one.party or "", one.evaluator, one.id))
    return tuple(Judged(one, _of_the_table(one, assessments, cut_off, rubrics)) for one in final)


def agreed(
    verdicts: Iterable[Verdict], assessments: Mapping[str, Assessment], rubrics: Mapping[str, Rubric] = RUBRICS
) -> tuple[Agreed, ...]:
    """Return how far coders agree, for each evaluator and rubric version under which something was coded twice."""
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.commitment in assessments and verdict.rubric_version in rubrics:
            groups.setdefault((verdict.evaluator, verdict.rubric_version), []).append(verdict)
    found = [
        Agreed(evaluator, version, coders_agreement(group, rubrics[version]))
        for (evaluator, version), group in sorted(groups.items())
    ]
    return tuple(one for one in found if one.reliability.units)


def _of_the_table(
    verdict: Verdict, assessments: Mapping[str, Assessment], cut_off: CutOff, rubrics: Mapping[str, Rubric]
) -> Score | None:
    rubric = rubrics.get(verdict.rubric_version)
    if rubric is None:
        return None
    made = scores(assessments[verdict.commitment], rubric, cut_off)
    return next((one for one in made if one.party == verdict.party), None)
