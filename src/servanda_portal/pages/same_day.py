"""A page as at a day: its links lead to the same day, so that a figure opens what it counts."""

import html
import re

from django.http import HttpRequest

from servanda_portal.pages.filters import DAY, address
from servanda_portal.pages.open_data import asked_day
from servanda_portal.queries.register import Register

_LINK = re.compile(r'(<a\b[^>]*?\shref=")(/[^"#]*)')
_WORK = "/work/"  # acts are of the present
_STARTS_AGAIN = (*DAY, "page")  # another day has another list, of other parts


def keep_day(page: str, found: Register) -> str:
    """Return a page whose links within its plan ask for its day.

    What asks for a day already stays as it is, and what is done today: work, and the link marked ``data-today``.
    """
    within = re.compile(rf"/\w+/plans/{re.escape(found.agreement.id)}/")
    day = html.escape(address(asked_day(found)).removeprefix("?"))

    def asked(link: re.Match[str]) -> str:
        before, to = link.groups()
        if not within.match(to) or _WORK in to or "as-at=" in to or "data-today" in before:
            return link[0]
        return f"{before}{to}{'&amp;' if '?' in to else '?'}{day}"

    return _LINK.sub(asked, page)


def on_another_day(request: HttpRequest, **day: str) -> str:
    """Return the address of the same page as at another day, today where none is given."""
    return request.path + address(asked_beside_the_day(request) | day).removesuffix("?")


def asked_beside_the_day(request: HttpRequest) -> dict[str, str]:
    """Return what the address asks for beside the day, which another day of the page keeps."""
    return {name: request.GET[name] for name in request.GET if name not in _STARTS_AGAIN}
