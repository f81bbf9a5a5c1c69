"""A brief on a plan, as at a day of its register."""

import datetime
from collections.abc import Mapping

from servanda.assessing.assessment import Assessment
from servanda.assessing.of_state import assess_state
from servanda.briefs.brief import Brief
from servanda.briefs.make import Recorded, make_brief
from servanda.plans.enacted import enacted
from servanda.plans.plan import Plan
from servanda.register.actors import Institution
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution
from servanda.register.forum import Forum, Forums, Meeting
from servanda.register.happening import Happening
from servanda.register.notes import Conflict
from servanda.register.reporting import Obstacle
from servanda.register.standing import Standing
from servanda.register.state import State
from servanda.register.verdict import Verdict
from servanda_portal.queries.register import Register


def brief_of_plan(plan: Plan, day: datetime.date, pillar: str | None = None) -> Brief:
    """Return the annual report of a plan folder, or the brief on one pillar, as everybody may see it on the day.

    Raises ValueError for a pillar that the plan has not, and Refusal where the register's rules do not allow its acts.
    """
    state = enacted(plan, day)
    return _brief(state, assess_state(state, day), day, pillar)


def brief_of_register(register: Register, pillar: str | None = None) -> Brief:
    """Return the same of a register, on its last day and as its viewer sees it."""
    return _brief(register.state, register.assessments, register.day, pillar)


def _brief(state: State, assessments: Mapping[str, Assessment], day: datetime.date, pillar: str | None) -> Brief:
    recorded = Recorded(
        agreement=state.agreement,
        commitments=tuple(state.all(Commitment)),
        happenings=tuple(state.all(Happening)),
        contributions=tuple(state.all(Contribution)),
        conflicts=tuple(state.all(Conflict)),
        forums=Forums(tuple(state.all(Forum)), tuple(state.all(Meeting))),
        institutions=tuple(state.all(Institution)),
        documents=tuple(state.all(CitedDocument)),
        standings=tuple(state.all(Standing)),
        obstacles=tuple(state.all(Obstacle)),
        verdicts=tuple(state.all(Verdict)),
    )
    return make_brief(recorded, assessments, day, pillar)
