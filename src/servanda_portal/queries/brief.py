"""A brief on a plan, as at a day of its register."""

import datetime

from servanda.assessing.assessment import assess
from servanda.briefs.brief import Brief
from servanda.briefs.make import Recorded, make_brief
from servanda.plans.plan import Plan
from servanda.register.reporting import Obstacle
from servanda.register.standing import Standing
from servanda.register.verdict import Verdict
from servanda_portal.queries.register import Register


def brief_of_plan(plan: Plan, day: datetime.date, pillar: str | None = None) -> Brief:
    """Return the annual report of a plan folder, or the brief on one pillar. Raises ValueError for one it has not."""
    assessments = assess(
        plan.agreement,
        plan.commitments,
        happenings=plan.happenings,
        positions=plan.positions,
        searches=plan.searches,
        documents={document.id: document for document in plan.documents},
        day=day,
    )
    return make_brief(_recorded(plan), assessments, day, pillar)


def brief_of_register(register: Register, pillar: str | None = None) -> Brief:
    """Return the same of a register as it stands, with what its parties and evaluators added to the plan."""
    recorded = _recorded(
        register.plan,
        tuple(register.state.all(Standing)),
        tuple(register.state.all(Obstacle)),
        tuple(register.state.all(Verdict)),
    )
    return make_brief(recorded, register.assessments, register.day, pillar)


def _recorded(
    plan: Plan,
    standings: tuple[Standing, ...] = (),
    obstacles: tuple[Obstacle, ...] = (),
    verdicts: tuple[Verdict, ...] = (),
) -> Recorded:
    return Recorded(
        agreement=plan.agreement,
        commitments=plan.commitments,
        happenings=plan.happenings,
        contributions=plan.contributions,
        conflicts=plan.conflicts,
        forums=plan.forums,
        institutions=plan.actors.institutions,
        documents=plan.documents,
        standings=standings,
        obstacles=obstacles,
        verdicts=verdicts,
    )
