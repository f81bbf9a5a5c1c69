"""The list of documents, and the page of one."""

from collections import Counter
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from servanda.register.cited_document import CitedDocument
from servanda_portal.operations.originals import draw_page
from servanda_portal.pages import document_page, words
from servanda_portal.pages.citing import citing
from servanda_portal.pages.document_page import switched
from servanda_portal.pages.filters import FREE, address, read_number, read_query
from servanda_portal.pages.finding_page import grouped, known, told
from servanda_portal.pages.leaves import leaves
from servanda_portal.pages.paging import part
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.queries import documents as stored
from servanda_portal.queries.documents import Found, ReadDocument


def documents(request: HttpRequest, plan: str) -> HttpResponse:
    """List the documents that the register cites, in parts: those that are here to be read first."""
    found = find_register(plan, request)
    read = {one.cited: one.counts for one in stored.summaries(found.agreement.id)}
    compared = stored.comparisons(found.agreement.id)
    listed = part(request, sorted(found.plan.documents, key=lambda one: one.id not in read))
    total = sum(one.id in read for one in found.plan.documents)
    context = {
        "listed": listed,
        "here": [(one, read[one.id], _beside(one, compared)) for one in listed if one.id in read],
        "cited": [one for one in listed if one.id not in read],
        "total": total,
        "left": listed.paginator.count - total,
        "others": stored.summaries(None),
    }
    return render_section(request, found, "documents", context)


def document(request: HttpRequest, plan: str, identity: str) -> HttpResponse:
    """Show a document that the register cites: its text where it is here, its citation where it is not."""
    found = find_register(plan, request)
    cited = found.documents.get(identity)
    if cited is None:
        raise Http404(_("This plan cites no document “%(identity)s”.") % {"identity": identity})
    sha256 = found.present.get(identity)
    read = stored.read_document(sha256, found.plan) if sha256 else None
    places = stored.found(found.agreement.id, sha256) if sha256 else []
    context = _reading(request, read, places) if read is not None else {}
    context |= {"cited": cited, "read": read, "beside": _beside(cited, stored.comparisons(found.agreement.id))}
    context["citing"] = citing(found, identity)
    return render_section(request, found, "documents", context, "document.html")


def findings(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what the documents of a plan show together: where they differ, what adds up, where they agree."""
    found = find_register(plan, request)
    identity = found.agreement.id
    groups = grouped(told(one, request.LANGUAGE_CODE) for one in known(found))
    versions = [
        (found.documents[cited], count)
        for (kind, cited), count in stored.comparisons(identity).items()
        if kind == "versions" and count
    ]
    return render_section(request, found, "findings", {**groups, "versions": versions})


def uncited(request: HttpRequest, sha256: str) -> HttpResponse:
    """Show a document that no plan cites."""
    read = stored.read_document(sha256, None)
    if read is None:
        raise Http404(_("No document with this SHA-256 was read here without a plan."))
    return render(request, "document.html", {"read": read, **_reading(request, read, [])})


def page_image(_request: HttpRequest, sha256: str, number: int) -> FileResponse:
    """Show the image of a page of a document, in any language: it is drawn from the document's own bytes."""
    drawing = draw_page(sha256, number)
    if drawing is None:
        raise Http404(_("This document has no page %(number)s that can be shown.") % {"number": number})
    headers = {"Cache-Control": "public, max-age=86400"}
    return FileResponse(drawing.open("rb"), content_type="image/png", headers=headers)


def _beside(cited: CitedDocument, compared: dict[tuple[str, str], int]) -> dict[str, tuple[str, int]]:
    """Return what a document can be read beside, by kind: the id of the comparison and how many differences it has."""
    keys = {"versions": cited.renders or cited.id, "changes": cited.id}
    return {kind: (key, compared[kind, key]) for kind, key in keys.items() if (kind, key) in compared}


def _reading(request: HttpRequest, read: ReadDocument, places: list[Found]) -> dict[str, Any]:
    query = read_query(request.GET, {"show": FREE, "excluded": ("yes",), "page": FREE, "at": FREE})
    layers = document_page.read_layers(query.get("show"))
    pages = document_page.pages_of(read.document.blocks, len(read.document.text))
    number = _page(query, pages)
    at = query.get("at", "")
    query = {**query, "at": "", "page": str(number) if number > 1 else ""}
    counts = Counter(mention.kind for mention in read.reading.mentions)
    language = request.LANGUAGE_CODE
    excluded = "excluded" in query
    rows = document_page.rows(read, pages[number - 1], layers, places, language, excluded=excluded)
    return {
        "leaves": leaves(read, rows, layers, places, read_number(at), language),
        "layers": [
            (kind, words.KIND[kind], counts[kind], kind in layers, address(query, show=switched(layers, kind)))
            for kind in document_page.KINDS
            if counts[kind]
        ],
        "excluded": excluded,
        "excluded_count": len(read.reading.excluded),
        "excluded_href": address(query, excluded=None if excluded else "yes"),
        "page": number,
        "page_links": [(one, address(query, page=str(one))) for one in range(1, len(pages) + 1)],
        "references": {place.reference for place in places},
    }


def _page(query: dict[str, str], pages: list[Any]) -> int:
    """Return which page the address asks for: by number, or by an offset of the text that stands on it."""
    if (offset := read_number(query.get("at", ""))) is not None:
        return next((number for number, page in enumerate(pages, 1) if page and page[-1].end > offset), 1)
    number = read_number(query.get("page", "1"))
    if number is None or not 1 <= number <= len(pages):
        raise Http404(_("This document has %(count)s pages.") % {"count": len(pages)})
    return number
