"""What changed in a register since a day."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from servanda_portal.pages.acting import author
from servanda_portal.pages.filters import FREE, address, read_day, read_query
from servanda_portal.pages.open_data import asked_day
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.pages.what_changed import KINDS, by_day, changes

_LATELY = datetime.timedelta(days=90)


def changed(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what changed since a day (``since``; the last ninety days where none is asked for), by kind of record."""
    found = find_register(plan, request)
    asked = read_query(request.GET, {"since": FREE, "record": tuple(KINDS)})
    since = read_day(asked["since"]) if "since" in asked else found.day - _LATELY
    every, left = changes(found, author(request, plan), since)
    wanted = asked.get("record")
    here = {"since": since.isoformat(), **asked_day(found)}
    context = {
        "since": since,
        "days": by_day([one for one in every if wanted in {None, one.kind}]),
        "count": sum(wanted in {None, one.kind} for one in every),
        "left": left,
        "record": wanted or "",
        "kinds": [
            (title, count, address(here, record=None if name == wanted else name), name == wanted)
            for name, title in KINDS.items()
            if (count := sum(one.kind == name for one in every))
        ],
        "feed": reverse("file", args=[plan, "feed.atom"]),
    }
    return render_section(request, found, "changed", context)
