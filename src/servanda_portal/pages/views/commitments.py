"""The list of commitments, and the page of one."""

import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from servanda_portal.pages.commitment_list import DUE, choose, fields, read_filters
from servanda_portal.pages.commitment_page import findings_of, gaps_of, places_of, quotations, related, timeline
from servanda_portal.pages.commitment_record import recorded
from servanda_portal.pages.filters import FREE, address
from servanda_portal.pages.open_data import asked_day
from servanda_portal.pages.paging import part
from servanda_portal.pages.templatetags.servanda import period
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.queries.documents import quotes

_VIEW_TITLES = {"table": gettext_lazy("Table"), "list": gettext_lazy("List")}
VIEWS = tuple(_VIEW_TITLES)


def commitments(request: HttpRequest, plan: str) -> HttpResponse:
    """List commitments; every filter is in the address."""
    found = find_register(plan, request)
    asked = read_filters(request.GET, found, view=VIEWS, page=FREE)
    asked.pop("page", None)  # a part of this list is none of another
    filters = {name: value for name, value in asked.items() if name != "view"}
    here = {**asked, **asked_day(found)}
    offered: list[dict[str, Any]] = [field.offer(found, filters.get(field.name, "")) for field in fields(found)]
    chosen = choose(found, filters)
    counting = {one.reference for one in found.counting}
    context = {
        "rows": part(request, [(one, found.assessments[one.reference]) for one in chosen if one.reference in counting]),
        "apart": [(one, found.standings[one.reference]) for one in chosen if one.reference not in counting],
        "total": len(counting),
        "filters": filters,
        "fields": [field for field in offered if field["choices"]],
        "more": bool(filters.keys() - {"q", *(field["name"] for field in offered[:2])}),
        "due": [(name, title, filters.get(name, "")) for name, title in DUE.items()],
        "active": _active(offered, here),
        "view": asked.get("view", "table"),
        "views": [(title, address(here, view=name), name) for name, title in _VIEW_TITLES.items()],
    }
    return render_section(request, found, "commitments", context)


def _active(offered: list[dict[str, Any]], asked: dict[str, str]) -> list[tuple[object, object, str]]:
    """Return the filters that are set: the title, the value, and the address without it."""
    active = [
        (field["title"], field["chosen"], address(asked, **{field["name"]: None}))
        for field in offered
        if field["chosen"]
    ]
    for name, title in DUE.items():
        if name in asked:
            active.append((title, period(datetime.date.fromisoformat(asked[name])), address(asked, **{name: None})))
    if "q" in asked:
        active.append((gettext("Words"), asked["q"], address(asked, q=None)))
    return active


def commitment(request: HttpRequest, plan: str, reference: str) -> HttpResponse:
    """Show one commitment: its words first, then what became of it."""
    found = find_register(plan, request)
    one = found.commitments.get(reference)
    if one is None:
        raise Http404(gettext("This plan has no commitment “%(reference)s”.") % {"reference": reference})
    assessment = found.assessments[reference]
    quoted = quotes(plan, reference)
    places = places_of(found, quoted)
    permanent = settings.ORIGIN + reverse("commitment", args=[plan, reference])
    context = {
        "commitment": one,
        "address": permanent,
        "dated": permanent + address({"as-at": found.day.isoformat()}),
        "assessment": assessment,
        "rules": dict.fromkeys((*assessment.evidence.rules, *assessment.schedule.rules)),
        "passages": quotations(found, one, quoted, request.LANGUAGE_CODE),
        "timeline": timeline(found, one),
        "findings": findings_of(found, places, request.LANGUAGE_CODE),
        "gaps": gaps_of(found, places, request.LANGUAGE_CODE),
        **related(found, one),
        **recorded(request, found, one),
    }
    return render_section(request, found, "commitments", context, "commitment.html")
