"""Open data: every file of a register at an address that stays, narrowed by the filters of the list of commitments."""

from django.http import HttpRequest, HttpResponse

from servanda.formats.files import FILES
from servanda_portal.pages.commitment_list import read_filters
from servanda_portal.pages.open_data import open_register
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.pages.views.shared import find_register

_SHOWN = {"feed.atom", "calendar.ics"}  # what programs subscribe to; the rest is saved


def register_file(request: HttpRequest, plan: str, name: str) -> HttpResponse:
    """Send a file of a register, of any day. Any program of any site may read it, as the public sees it."""
    found = find_register(plan, request)
    filters = read_filters(request.GET, found, commitment=tuple(found.commitments))
    language, file = page_language(), FILES[name]
    content = file.write(open_register(found, filters), language)
    charset = "; charset=utf-8" if file.media_type.startswith("text/") else ""
    stem, _, suffix = name.rpartition(".")
    saved_as = f"{plan}-{stem}{'-selection' if filters else ''}-{found.day}-{language}.{suffix}"
    return HttpResponse(
        content,
        content_type=f"{file.media_type}{charset}",
        headers={
            "Content-Disposition": f'{"inline" if name in _SHOWN else "attachment"}; filename="{saved_as}"',
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
        },
    )
