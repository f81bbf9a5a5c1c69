"""The imaginary plan of the project, and a brief on it."""

from pathlib import Path

import pytest

from servanda.assessing.assessment import assess
from servanda.briefs.make import Recorded, make_brief
from servanda.plans.folder import load_plan

EXAMPLE = Path(__file__).parents[2] / "plans" / "example"


@pytest.fixture(scope="session")
def plan():
    """Load the plan once."""
    return load_plan(EXAMPLE)


@pytest.fixture(scope="session")
def brief_on(plan):
    """Return a function that makes the brief on a pillar, or the annual report."""

    def make(pillar=None, day=plan.agreement.recorded_until, **more):
        documents = {one.id: one for one in plan.documents}
        assessments = assess(
            plan.agreement, plan.commitments, happenings=plan.happenings, positions=plan.positions,
            searches=plan.searches, documents=documents, day=day,
        )  # fmt: skip
        held = {name: getattr(plan, name) for name in Recorded.__struct_fields__ if hasattr(plan, name)}
        recorded = Recorded(institutions=plan.actors.institutions, **{**held, **more})
        return make_brief(recorded, assessments, day, pillar)

    return make
