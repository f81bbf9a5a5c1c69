"""The short pages: what happened, meetings, projects, disagreements, searches, context."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from servanda.register.happening import Happening
from servanda_portal.pages import words
from servanda_portal.pages.meeting_page import falling_due, gatherings
from servanda_portal.pages.paging import part
from servanda_portal.pages.project_map import project_map
from servanda_portal.pages.views.shared import find_register, render_section

_OF_A_FORUM = 10  # meetings that one page shows, the latest on the first


def happenings(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what happened, the latest first."""
    found = find_register(plan, request)
    latest = found.once("happenings", lambda: _latest(found.plan.happenings))
    return render_section(request, found, "happenings", {"happenings": part(request, latest)})


def _latest(happenings: Iterable[Happening]) -> list[Happening]:
    return sorted(happenings, key=lambda one: (one.when.start, one.when.end), reverse=True)


def meetings(request: HttpRequest, plan: str) -> HttpResponse:
    """Show each forum with its meetings, what they decided, and what falls due."""
    found = find_register(plan, request)
    forums = found.once("gatherings", lambda: gatherings(found))
    held = sum(one.standing == "held" for one in found.plan.forums.meetings)
    due = falling_due(forums)
    most = max((len(one.meetings) for one in forums), default=0)
    shown = part(request, range(most), _OF_A_FORUM)
    latest = f"-{shown.number * _OF_A_FORUM}:{-(shown.number - 1) * _OF_A_FORUM or ''}"
    context = {"forums": forums, "held": held, "due": due, "shown": shown, "latest": latest}
    return render_section(request, found, "meetings", context)


def projects(request: HttpRequest, plan: str) -> HttpResponse:
    """Show infrastructure that the agreement or its texts name."""
    found = find_register(plan, request)
    return render_section(request, found, "projects", {"map": project_map(found)})


def disagreements(request: HttpRequest, plan: str) -> HttpResponse:
    """Show the questions on which sources disagree, with every answer kept (CODEBOOK E6)."""
    return render_section(request, find_register(plan, request), "disagreements", {})


def searches(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what was looked for and not found (CODEBOOK E5)."""
    found = find_register(plan, request)
    return render_section(request, found, "searches", {"searches": part(request, found.plan.searches)})


def context(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what surrounds the agreement. It never counts as evidence."""
    found = find_register(plan, request)
    topics = [topic for topic in words.TOPIC if any(note.topic == topic for note in found.plan.context)]
    grouped = [(topic, [note for note in found.plan.context if note.topic == topic]) for topic in topics]
    return render_section(request, found, "context", {"topics": grouped})
