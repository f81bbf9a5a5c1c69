"""What the codebook makes of a register: the three axes, the scores under each rubric, and their roll-ups."""

from collections.abc import Sequence
from typing import Any, Literal, get_args

from ninja import Query, Router
from pydantic import Field

from servanda.assessing.assessment import Assessment
from servanda.assessing.cut_off import CutOff, cut_off
from servanda.assessing.rolling_up import By, roll_up
from servanda.assessing.rubric import Rubric, RubricName
from servanda.assessing.rubrics import CURRENT
from servanda.assessing.scoring import scores
from servanda.register.commitment import Commitment
from servanda_portal.api.answering import find, get, page
from servanda_portal.api.answers import AssessmentItem, RollUps, page_of
from servanda_portal.api.parameters import OfDay, PagedOfDay
from servanda_portal.queries.register import Register

router = Router(tags=["Assessments"])


class AskedRollUps(OfDay):
    """Which roll-ups."""

    rubric: RubricName | None = Field(None, description="Only under this rubric, in its current version.")
    group: Literal["plan", "pillar", "area", "control", "party"] | None = Field(None, description="Only grouped so.")


@get(router, "/plans/{slug:plan}/assessments", "assessments", page_of(AssessmentItem, "Assessment"))
def assessments(plan: str, asked: Query[PagedOfDay]) -> Any:  # noqa: ANN401 a page
    """Give the three axes of every commitment with their rules, and its scores. Axes are never averaged."""
    found = find(plan, asked)
    counting = {one.reference for one in found.counting}
    day = _cut_off(found)

    def told(one: Assessment) -> AssessmentItem:
        given = {rubric.version: scores(one, rubric, day) for rubric in CURRENT.values()}
        return AssessmentItem(one.commitment, one.commitment in counting, one.group, one, given)

    placed = [
        ((version.first, version.place), one)
        for reference, one in found.assessments.items()
        if (version := found.state.version(Commitment, reference)) is not None
    ]
    return page(found, placed, asked, told)


@get(router, "/plans/{slug:plan}/roll-ups", "roll-ups", RollUps)
def roll_ups(plan: str, asked: Query[AskedRollUps]) -> RollUps:
    """Tell what the commitments that count score, under each rubric and grouping; each figure has its denominator."""
    found = find(plan, asked)
    rubrics = [rubric for name, rubric in CURRENT.items() if asked.rubric in {None, name}]
    groups: Sequence[By] = get_args(By) if asked.group is None else (asked.group,)
    return RollUps(plan, found.day, tuple(one for rubric in rubrics for one in _rolled(found, rubric, groups)))


def _rolled(found: Register, rubric: Rubric, groups: Sequence[By]) -> list[Any]:
    counting = {one.reference: one for one in found.counting}
    scored = [scores(found.assessments[reference], rubric, _cut_off(found)) for reference in counting]
    return [one for group in groups for one in roll_up(group, scored, counting)]


def _cut_off(found: Register) -> CutOff:
    return cut_off(found.agreement.term, found.day)
