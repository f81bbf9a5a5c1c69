"""What the pages of a plan have in common."""

import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from servanda_portal.pages import formats
from servanda_portal.pages.acting import author
from servanda_portal.pages.filters import read_day
from servanda_portal.pages.same_day import keep_day, on_another_day
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


class NotBegunError(Http404):
    """A register was not yet begun on a ``day``; ``instead`` is the same page, as that day is ``known`` or of today."""

    def __init__(self, day: datetime.date, instead: str, *, known: bool) -> None:
        words = _("Nothing was recorded in this register by %(day)s.")
        super().__init__(words % {"day": formats.day(day, get_language() or settings.LANGUAGE_CODE)})
        self.instead, self.known = instead, known


def find_register(plan: str, request: HttpRequest | None = None) -> Register:
    """Return a plan's register as whoever asks may see it. Raises Http404 where the portal publishes no such plan.

    Where it was not yet begun on the day asked for, that is said, with the page that there is instead.
    """
    viewer, asked = (None, None) if request is None else (author(request, plan), as_at(request))
    found = register(plan, viewer, asked)
    if found is not None:
        return found
    if request is None or asked is None or register(plan, viewer) is None:
        raise Http404(_("No plan here is called “%(plan)s”.") % {"plan": plan})
    known = AsAt(asked.day, "effective")
    is_known = asked != known and register(plan, viewer, known) is not None
    day = {"as-at": asked.day.isoformat(), "by": "effective"} if is_known else {}
    raise NotBegunError(asked.day, on_another_day(request, **day), known=is_known)


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
    response = render(request, template or f"{section}.html", page)
    if found.as_at is not None:
        response.content = keep_day(response.content.decode(), found)
    return response
