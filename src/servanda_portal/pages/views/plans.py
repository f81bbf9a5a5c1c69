"""The page of a plan: the sentence, every commitment as a small square, what is late, next and new, and the money."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from servanda_portal.pages.contributions import bars
from servanda_portal.pages.sentence import sentence
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.queries.register import Register

_FEW = 5


def plan(request: HttpRequest, plan: str) -> HttpResponse:
    """Show a plan."""
    found = find_register(plan, request)
    return render_section(
        request,
        found,
        "plan",
        {
            "sentence": sentence(found),
            "pillars": _pillars(found),
            "late": _late(found)[:_FEW],
            "next": _next(found)[:_FEW],
            "changed": sorted(found.plan.happenings, key=lambda one: one.when.start, reverse=True)[:_FEW],
            "bars": bars(found.plan.contributions),
        },
    )


def _pillars(found: Register) -> list[tuple[Any, list[tuple[Any, Any]]]]:
    """Return each pillar with its commitments and their assessments."""
    pillars = []
    for pillar in found.agreement.pillars:
        within = [one for one in found.commitments.values() if one.pillar == pillar.id]
        pillars.append((pillar, [(one, found.assessments[one.reference]) for one in within]))
    return pillars


def _late(found: Register) -> list[tuple[Any, Any]]:
    """Return what is overdue, the longest first."""
    overdue = [
        (found.commitments[reference], assessment)
        for reference, assessment in found.assessments.items()
        if assessment.schedule.value == "overdue"
    ]
    return sorted(overdue, key=lambda pair: -(pair[1].schedule.days or 0))


def _next(found: Register) -> list[tuple[Any, Any]]:
    """Return what falls due on a date of its own, the nearest first."""
    coming = [
        (found.commitments[reference], assessment)
        for reference, assessment in found.assessments.items()
        if assessment.schedule.value in {"ahead", "due_soon"} and assessment.schedule.basis != "assumed"
    ]
    return sorted(coming, key=lambda pair: pair[1].schedule.days or 0)
