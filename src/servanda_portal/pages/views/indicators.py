"""The page of indicators."""

from django.http import HttpRequest, HttpResponse

from servanda_portal.pages.indicator_page import indicators as told
from servanda_portal.pages.views.shared import find_register, render_section


def indicators(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what is counted for commitments, from which baseline, to which target, and how far."""
    found = find_register(plan, request)
    every = told(found)
    reached = sum(bool(counted) and counted[0].percent >= 100 for _indicator, counted in every)
    return render_section(request, found, "indicators", {"indicators": every, "reached": reached})
