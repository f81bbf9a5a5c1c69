"""What the address asks for. A parameter or a value that a page does not know is refused, never ignored."""

import contextlib
import datetime
from collections.abc import Mapping, Sequence

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

FREE = None  # any text
_EARLIEST = 1000  # year: before the first day of all, there would be none to count from
_DIGITS = 10
DAY = ("as-at", "by")  # of which day a page is: every page of a plan knows these, and views.shared reads them


def read_query(query: QueryDict, known: Mapping[str, Sequence[str] | None]) -> dict[str, str]:
    """Return the parameters of an address, without empty ones and without those that ask for a day.

    ``known`` maps each parameter to the values it may have, or to FREE. Raises BadRequest, which says what is wrong and
    what would be right, for any other parameter or value, or one given twice.
    """
    values = {}
    for name in query:
        if name in DAY:
            continue
        if name not in known:
            raise BadRequest(
                _("This page has no filter “%(name)s”. It has: %(known)s.")
                % {"name": name, "known": ", ".join(known) or "–"}
            )
        given = query.getlist(name)
        if len(given) > 1:
            raise BadRequest(_("The filter “%(name)s” is given twice; give it once.") % {"name": name})
        allowed = known[name]
        if given[0] and allowed is not FREE and given[0] not in allowed:
            raise BadRequest(
                _("The filter “%(name)s” has no value “%(value)s”. It has: %(known)s.")
                % {"name": name, "value": given[0], "known": ", ".join(allowed)}
            )
        if given[0].strip():
            values[name] = given[0].strip()
    return values


def read_day(written: str) -> datetime.date:
    """Return a day that an address asks for. Raises BadRequest where it is none."""
    day = None
    with contextlib.suppress(ValueError):
        day = datetime.date.fromisoformat(written)
    if day is None or day.year < _EARLIEST:
        raise BadRequest(_("“%(written)s” is no day; write it as 2026-03-31.") % {"written": written})
    return day


def read_number(written: str) -> int | None:
    """Return a number that somebody wrote, from 0 to some billions; None where it is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _DIGITS else None


def address(values: Mapping[str, str], **changes: str | None) -> str:
    """Return a query string with some values changed (None takes one out), or "?" alone where none is left."""
    query = QueryDict(mutable=True)
    for name, value in (dict(values) | changes).items():
        if value:
            query[name] = value
    return f"?{query.urlencode(safe=',')}"
