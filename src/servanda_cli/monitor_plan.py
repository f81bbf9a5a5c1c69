"""What a plan folder gives the monitor to look for."""

from pathlib import Path

from servanda.monitoring.watched import Watched
from servanda.plans.folder import load_plan
from servanda.plans.plan import Plan
from servanda.plans.vocabulary import vocabulary


def watched_folder(folder: Path) -> Watched:
    """Return what is watched for a plan folder. Raises PlanError where the folder is not right."""
    return watched_plan(load_plan(folder))


def watched_plan(plan: Plan) -> Watched:
    """Return what is watched for a plan."""
    return Watched(
        plan.agreement,
        plan.commitments,
        vocabulary(plan),
        tuple(forum.name for forum in plan.forums.forums),
        {document.id: document.language for document in plan.documents},
    )
