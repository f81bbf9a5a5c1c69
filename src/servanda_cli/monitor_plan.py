"""What a plan folder gives the monitor to look for."""

from collections import defaultdict
from pathlib import Path

from servanda.monitoring.watched import Watched
from servanda.plans.folder import load_plan
from servanda.plans.plan import Plan
from servanda.plans.vocabulary import vocabulary
from servanda.register.wording import Wording


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
        _told(plan),
    )


def _told(plan: Plan) -> dict[str, tuple[Wording, ...]]:
    told: dict[str, list[Wording]] = defaultdict(list)
    for happening in plan.happenings:
        for bearing in happening.bearings:
            told[bearing.commitment] += (happening.title, happening.summary)
    for position in plan.positions:
        told[position.commitment].append(position.summary)
    for project in plan.projects:
        for reference in project.commitments:
            told[reference] += (project.name, project.summary)
    return {reference: tuple(texts) for reference, texts in told.items()}
