"""What the pages of a plan have in common."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from servanda_portal.pages.acting import author
from servanda_portal.pages.filters import read_day
from servanda_portal.queries.register import AsAt, Register
from servanda_portal.queries.registers import register

# In the order of the plan's own navigation.
_SECTIONS = {
    "plan": gettext_lazy("Plan"),
    "commitments": gettext_lazy("Commitments"),
    "changed": gettext_lazy("Changes"),
    "happenings": gettext_lazy("What happened"),
    "timeline": gettext_lazy("Timeline"),
    "meetings": gettext_lazy("Meetings"),
    "money": gettext_lazy("Money"),
    "indicators": gettext_lazy("Indicators"),
    "projects": gettext_lazy("Projects"),
    "disagreements": gettext_lazy("Disagreements"),
    "findings": gettext_lazy("Findings"),
    "searches": gettext_lazy("Searches"),
    "context": gettext_lazy("Context"),
    "documents": gettext_lazy("Documents"),
    "briefs": gettext_lazy("Briefs"),
    "ledger": gettext_lazy("Ledger"),
}


def find_register(plan: str, request: HttpRequest | None = None) -> Register:
    """Return a plan's register as whoever asks may see it. Raises Http404 where the portal publishes no such plan."""
    found = register(plan) if request is None else register(plan, author(request, plan), as_at(request))
    if found is None:
        raise Http404(_("No plan here is called “%(plan)s”.") % {"plan": plan})
    return found


def as_at(request: HttpRequest) -> AsAt | None:
    """Return the day in the past that the address asks for (``as-at``, ``by``); None for the present.

    Raises BadRequest where that is no day.
    """
    written = request.GET.get("as-at", "")
    if not written:
        return None
    day = read_day(written)
    return AsAt(day, "effective" if request.GET.get("by") == "effective" else "recorded")


def render_section(
    request: HttpRequest, found: Register, section: str, context: dict[str, Any], template: str = ""
) -> HttpResponse:
    """Render a page of a plan, with the plan's navigation."""
    sections = [
        (name, title, reverse(name, args=[found.agreement.id]), name == section) for name, title in _SECTIONS.items()
    ]
    page = {"register": found, "agreement": found.agreement, "sections": sections, **context}
    return render(request, template or f"{section}.html", page)
