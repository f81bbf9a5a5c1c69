"""Texts beside one another: the language versions of one, and what a later one changed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from servanda_portal.pages import changes_page
from servanda_portal.pages.comparison_words import changed
from servanda_portal.pages.filters import address, read_query
from servanda_portal.pages.versions_page import rows
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.queries import documents as stored


def versions(request: HttpRequest, plan: str, identity: str) -> HttpResponse:
    """Show the language versions of a text side by side; ``only=gaps`` leaves out where they say the same."""
    found = find_register(plan, request)
    query = read_query(request.GET, {"only": ("gaps",)})
    laid = stored.versions(found.agreement.id, identity)
    if laid is None:
        raise Http404(_("No two language versions of “%(identity)s” are here.") % {"identity": identity})
    texts = stored.texts(found.agreement.id, laid.documents)
    only_gaps = "only" in query
    context = {
        "cited": found.documents[identity],
        "rows": rows(laid, texts, request.LANGUAGE_CODE, only_gaps=only_gaps),
        "paragraphs": len(laid.rows),
        "gaps": len(laid.gaps),
        "languages_here": len(laid.documents),
        "only_gaps": only_gaps,
        "switch": address(query, only=None if only_gaps else "gaps"),
    }
    return render_section(request, found, "documents", context, "versions.html")


def changes(request: HttpRequest, plan: str, identity: str) -> HttpResponse:
    """Show what a text changed in the one that it supersedes; ``kind`` shows changes of one kind only."""
    found = find_register(plan, request)
    kind = read_query(request.GET, {"kind": tuple(changes_page.SIGNS)}).get("kind")
    compared = stored.changes(found.agreement.id, identity)
    if compared is None:
        raise Http404(_("No text that “%(identity)s” supersedes is here beside it.") % {"identity": identity})
    texts = stored.texts(found.agreement.id, (compared.earlier, compared.later))
    context = {
        "earlier": found.documents[compared.earlier],
        "later": found.documents[compared.later],
        "rows": changes_page.rows(compared, texts, kind),
        "kinds": [
            (one, count, changed(one, count), one == kind, address({}, kind=None if one == kind else one))
            for one, count in changes_page.counts(compared).items()
        ],
        "total": len(compared.changes),
    }
    return render_section(request, found, "documents", context, "changes.html")
