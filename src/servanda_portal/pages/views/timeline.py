"""The timeline of a plan, as a picture and as a list."""

import itertools
from collections import Counter

from django.http import HttpRequest, HttpResponse

from servanda.register.author import Author
from servanda_portal.pages.acting import author
from servanda_portal.pages.filters import FREE, address, read_query
from servanda_portal.pages.open_data import asked_day
from servanda_portal.pages.paging import part
from servanda_portal.pages.plan_timeline import LANES, Picture, Point, picture, points
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.queries.register import Register

_A_PAGE = 100


def timeline(request: HttpRequest, plan: str) -> HttpResponse:
    """Show a plan's timeline; ``kind`` keeps one kind."""
    found = find_register(plan, request)
    wanted = read_query(request.GET, {"kind": tuple(LANES), "page": FREE}).get("kind")
    every, drawn, counts = found.once(("timeline", page_language()), lambda: _drawn(found, author(request, plan)))
    shown = [one for one in every if wanted in {None, one.kind}]
    listed = part(request, shown, _A_PAGE)
    context = {
        "picture": drawn,
        "years": [
            (year, [(one, one.tell(found)) for one in group])
            for year, group in itertools.groupby(listed, key=lambda one: one.when.end.year)
        ],
        "count": len(shown),
        "listed": listed,
        "kinds": [
            (title, counts[name], address(asked_day(found), kind=None if name == wanted else name), name == wanted)
            for name, title in LANES.items()
            if counts[name]
        ],
        "titles": LANES,
    }
    return render_section(request, found, "timeline", context)


def _drawn(found: Register, viewer: Author | None) -> tuple[list[Point], Picture, Counter[str]]:
    """Return everything that has a day, the picture of it, and how many there are of each kind."""
    every = points(found, viewer)
    return every, picture(found, every), Counter(one.kind for one in every)
