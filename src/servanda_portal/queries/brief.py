"""A brief on a plan, as at any day of its register."""

import datetime
from collections.abc import Mapping

from servanda.assessing.assessment import Assessment, assess
from servanda.briefs.brief import Brief, make_brief
from servanda.plans.plan import Plan


def brief(
    plan: Plan,
    day: datetime.date,
    pillar: str | None = None,
    assessments: Mapping[str, Assessment] | None = None,
) -> Brief:
    """Return the annual report of a plan, or the brief on one pillar. Raises ValueError for a pillar it has not.

    ``assessments`` are those of the day, where they are known already.
    """
    documents = {document.id: document for document in plan.documents}
    if assessments is None:
        assessments = assess(
            plan.agreement,
            plan.commitments,
            happenings=plan.happenings,
            positions=plan.positions,
            searches=plan.searches,
            documents=documents,
            day=day,
        )
    return make_brief(
        plan.agreement,
        commitments=plan.commitments,
        assessments=assessments,
        happenings=plan.happenings,
        contributions=plan.contributions,
        conflicts=plan.conflicts,
        forums=plan.forums,
        institutions=plan.actors.institutions,
        documents=documents,
        day=day,
        pillar=pillar,
    )
