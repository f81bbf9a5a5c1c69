"""The scores of a brief: the rubrics side by side, by pillar, by party and by control level (CODEBOOK V6, D4)."""

from collections.abc import Mapping

import msgspec

from servanda.assessing.assessment import Assessment
from servanda.assessing.cut_off import CutOff
from servanda.assessing.rolling_up import RollUp, roll_up
from servanda.assessing.rubric import Rubric, RubricName
from servanda.assessing.rubrics import CURRENT
from servanda.assessing.scoring import scores
from servanda.register.commitment import Commitment


class ScoreTable(msgspec.Struct, frozen=True):
    """What one rubric version gives the plan or pillar: as a whole, and by each way of grouping."""

    rubric: str
    whole: tuple[RollUp, ...]
    by_pillar: tuple[RollUp, ...]
    by_party: tuple[RollUp, ...]
    by_control: tuple[RollUp, ...]


def score_tables(
    commitments: Mapping[str, Commitment],
    assessments: Mapping[str, Assessment],
    cut_off: CutOff,
    rubrics: Mapping[RubricName, Rubric] = CURRENT,
) -> tuple[ScoreTable, ...]:
    """Return a table for each rubric over the commitments, by reference."""
    made = []
    for rubric in rubrics.values():
        scored = [scores(assessments[reference], rubric, cut_off) for reference in commitments]
        made.append(
            ScoreTable(
                rubric.version,
                roll_up("plan", scored, commitments),
                roll_up("pillar", scored, commitments),
                roll_up("party", scored, commitments),
                roll_up("control", scored, commitments),
            )
        )
    return tuple(made)
