"""The page of money and contributions in kind."""

from django.http import HttpRequest, HttpResponse

from servanda_portal.pages.contributions import bars
from servanda_portal.pages.paging import part
from servanda_portal.pages.views.shared import find_register, render_section

_A_PAGE = 10  # contributions, each with its transactions


def money(request: HttpRequest, plan: str) -> HttpResponse:
    """Show every contribution, from what was announced to what was paid, with its sources."""
    found = find_register(plan, request)
    every = found.once("bars", lambda: bars(found.plan.contributions))
    return render_section(request, found, "money", {"bars": part(request, every, _A_PAGE)})
