"""What changed in a register since a day."""

import datetime
from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from servanda_portal.pages.acting import author
from servanda_portal.pages.filters import FREE, address, read_day, read_query
from servanda_portal.pages.open_data import asked_day
from servanda_portal.pages.paging import part
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.pages.what_changed import KINDS, by_day, changes

_LATELY = datetime.timedelta(days=90)
_A_PAGE = 50


def changed(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what changed since a day (``since``; the last ninety days where none is asked for), by kind of record."""
    found = find_register(plan, request)
    asked = read_query(request.GET, {"since": FREE, "record": tuple(KINDS), "page": FREE})
    since = read_day(asked["since"]) if "since" in asked else found.day - _LATELY
    every, left = changes(found, author(request, plan), since)
    wanted = asked.get("record")
    here = {"since": since.isoformat(), **asked_day(found)}
    shown = [one for one in every if wanted in {None, one.kind}]
    listed = part(request, shown, _A_PAGE)
    counts = Counter(one.kind for one in every)
    context = {
        "since": since,
        "days": by_day(list(listed)),
        "count": len(shown),
        "listed": listed,
        "left": left,
        "record": wanted or "",
        "kinds": [
            (title, counts[name], address(here, record=None if name == wanted else name), name == wanted)
            for name, title in KINDS.items()
            if counts[name]
        ],
        "feed": reverse("file", args=[plan, "feed.atom"]),
    }
    return render_section(request, found, "changed", context)
