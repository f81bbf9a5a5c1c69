"""The list of commitments, and the page of one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from servanda_portal.pages.commitment_list import FIELDS, choose, read_filters
from servanda_portal.pages.commitment_page import findings_of, gaps_of, quotations, related, timeline
from servanda_portal.pages.commitment_record import recorded
from servanda_portal.pages.filters import address
from servanda_portal.pages.views.shared import find_register, render_section


def commitments(request: HttpRequest, plan: str) -> HttpResponse:
    """List commitments; every filter is in the address."""
    found = find_register(plan, request)
    filters = read_filters(request.GET, found)
    chosen = choose(found, filters)
    fields: list[dict[str, Any]] = [field.offer(found, filters.get(field.name, "")) for field in FIELDS]
    active = [
        (field["title"], field["chosen"], address(filters, **{field["name"]: None}))
        for field in fields
        if field["chosen"]
    ]
    if "q" in filters:
        active.append((gettext("Words"), filters["q"], address(filters, q=None)))
    rows = [(one, found.assessments[one.reference]) for one in chosen]
    return render_section(
        request, found, "commitments", {"rows": rows, "filters": filters, "fields": fields, "active": active}
    )


def commitment(request: HttpRequest, plan: str, reference: str) -> HttpResponse:
    """Show one commitment: its words first, then what became of it."""
    found = find_register(plan, request)
    one = found.commitments.get(reference)
    if one is None:
        raise Http404(gettext("This plan has no commitment “%(reference)s”.") % {"reference": reference})
    assessment = found.assessments[reference]
    context = {
        "commitment": one,
        "assessment": assessment,
        "rules": dict.fromkeys((*assessment.evidence.rules, *assessment.schedule.rules)),
        "passages": quotations(found, one, request.LANGUAGE_CODE),
        "timeline": timeline(found, one),
        "findings": findings_of(found, one, request.LANGUAGE_CODE),
        "gaps": gaps_of(found, one, request.LANGUAGE_CODE),
        **related(found, one),
        **recorded(request, found, one),
    }
    return render_section(request, found, "commitments", context, "commitment.html")
