"""The timeline of a plan, as a picture and as a list."""

import itertools

from django.http import HttpRequest, HttpResponse

from servanda_portal.pages.acting import author
from servanda_portal.pages.filters import address, read_query
from servanda_portal.pages.plan_timeline import LANES, picture, points
from servanda_portal.pages.views.shared import find_register, render_section


def timeline(request: HttpRequest, plan: str) -> HttpResponse:
    """Show a plan's timeline; ``kind`` keeps one kind."""
    found = find_register(plan, request)
    wanted = read_query(request.GET, {"kind": tuple(LANES)}).get("kind")
    every = points(found, author(request, plan))
    shown = [one for one in every if wanted in {None, one.kind}]
    context = {
        "picture": picture(found, every),
        "years": [(year, list(group)) for year, group in itertools.groupby(shown, key=lambda one: one.when.end.year)],
        "count": len(shown),
        "kinds": [
            (title, count, address({}, kind=None if name == wanted else name), name == wanted)
            for name, title in LANES.items()
            if (count := sum(one.kind == name for one in every))
        ],
        "titles": LANES,
    }
    return render_section(request, found, "timeline", context)
