"""How every question is answered: its parameters checked, 304 where nothing has changed, lists in pages."""

import base64
import binascii
import functools
import hashlib
import importlib.metadata
import inspect
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from ninja import Router

from servanda_portal.api.parameters import OfDay, Paged, refuse_unknown
from servanda_portal.api.problem import ProblemError, invalid
from servanda_portal.api.shapes import encode
from servanda_portal.queries.fingerprint import fingerprint
from servanda_portal.queries.register import Register
from servanda_portal.queries.registers import register

Place = tuple[int | str, ...]
View = Callable[..., Any]

# What each operation answers with, by its name: the schema is made from it.
ANSWERS: dict[str, tuple[HTTPStatus, Any]] = {}
_VERSION = importlib.metadata.version("servanda")


def get(
    router: Router,
    path: str,
    name: str,
    answers: Any,  # noqa: ANN401 any shape
    *,
    prefix: str = "",
    extra: dict[str, Any] | None = None,
) -> Callable[[View], View]:
    """Answer GET at a path with a value of a shape. ``prefix`` begins parameters that only a plan's own ids end."""

    def keep(view: View) -> View:
        known: set[str] = set()
        parameters = inspect.signature(view).parameters
        needs_request = "request" in parameters

        @functools.wraps(view)
        def answer(request: HttpRequest, **asked: Any) -> HttpResponse:  # noqa: ANN401 what the path and address say
            refuse_unknown(request, known | {one for one in request.GET if prefix and one.startswith(prefix)})
            etag = _etag(request, asked.get("plan"))
            unchanged = get_conditional_response(request, etag=etag) if etag else None
            if unchanged is not None:
                return unchanged
            mark = _mark(request)
            asked = {one: _without_mark(value, mark) for one, value in asked.items()}
            found = view(request, **asked) if needs_request else view(**asked)
            if isinstance(found, Page) and found.next is not None:
                found = msgspec.structs.replace(found, next=mark + found.next)
            response = HttpResponse(encode(found), content_type="application/json")
            response.headers["Cache-Control"] = "no-cache"
            if etag:
                response.headers["ETag"] = etag
            if links := _links(request, found):
                response.headers["Link"] = links
            return response

        if not needs_request:
            asking = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)
            vars(answer)["__signature__"] = inspect.Signature([asking, *parameters.values()])
        ANSWERS[name] = (HTTPStatus.OK, answers)
        made: View = router.get(path, operation_id=name, url_name=name, openapi_extra=extra)(answer)
        operation = router.path_operations[path].operations[0]
        for model in operation.models:
            if model.__ninja_param_source__ == "query":
                known.update(model.__ninja_flatten_map__)
        return made

    return keep


def find(plan: str, asked: OfDay | None = None) -> Register:
    """Return a plan's register as the public sees it. Raises ProblemError (404) where there is none."""
    found = register(plan, None, None if asked is None else asked.day)
    if found is None:
        when = "" if asked is None or asked.as_at is None else f", or it was not founded by {asked.as_at}"
        raise missing(f"No plan here is called {plan!r}{when}. /api/v1/plans lists them.")
    return found


def refuse_unknown_commitment(found: Register, reference: str | None) -> None:
    """Raise ProblemError where a list is asked for what names a commitment that the plan has not."""
    if reference is not None and reference not in found.commitments:
        raise invalid("commitment", f"This plan has no commitment {reference!r}.")


def missing(detail: str) -> ProblemError:
    """Return the error that something is not here."""
    return ProblemError(HTTPStatus.NOT_FOUND, detail)


class Page(msgspec.Struct, frozen=True):
    """A part of a list: how long the whole is, its items, and the cursor of the next page (None on the last)."""

    plan: str
    day: str
    count: int
    items: Sequence[Any]
    next: str | None


def page(
    found: Register, placed: Iterable[tuple[Place, Any]], paged: Paged, tell: Callable[[Any], Any] = lambda one: one
) -> Page:
    """Return a part of a list. What is in it comes in any order, each with its place; ``tell`` makes an item of it.

    A cursor is the place of the last item that was given: what is added meanwhile moves nothing out of its place.
    """
    whole = sorted(placed, key=lambda pair: pair[0])
    after = read_cursor(paged.cursor, whole[0][0] if whole else ())
    left = [pair for pair in whole if after is None or pair[0] > after]
    given = left[: paged.limit]
    onward = write_cursor(given[-1][0]) if len(left) > len(given) else None
    return Page(found.agreement.id, found.day.isoformat(), len(whole), [tell(one) for _, one in given], onward)


def write_cursor(place: Place) -> str:
    """Return a place as a cursor."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def read_cursor(cursor: str | None, like: Place) -> Place | None:
    """Return the place that a cursor stands for, which is made like another. Raises ProblemError where it is not."""
    if cursor is None:
        return None
    try:
        written = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        place = msgspec.json.decode(written, type=tuple[int | str, ...])
    except (binascii.Error, msgspec.DecodeError, ValueError) as error:
        raise _no_cursor() from error
    if like and [type(one) for one in place] != [type(one) for one in like]:
        raise _no_cursor()
    return place


def _mark(request: HttpRequest) -> str:
    """Return what begins the cursors of a list: places in one list are often places in another too."""
    return hashlib.sha256(request.path.encode()).hexdigest()[:8] + "."


def _without_mark(asked: Any, mark: str) -> Any:  # noqa: ANN401 what the path and address say
    """Return what is asked for, its cursor as the list wrote it. Raises ProblemError where it is another list's."""
    if not isinstance(asked, Paged) or asked.cursor is None:
        return asked
    if not asked.cursor.startswith(mark):
        raise _no_cursor()
    return asked.model_copy(update={"cursor": asked.cursor.removeprefix(mark)})


def _no_cursor() -> ProblemError:
    return invalid("cursor", "This is no cursor of this list: leave it out to begin again.")


def _links(request: HttpRequest, found: object) -> str:
    """Return the Link header of a list (RFC 8288)."""
    onward = getattr(found, "next", None)
    if onward is None:
        return ""
    query = {**request.GET.dict(), "cursor": onward}
    first = {name: value for name, value in request.GET.dict().items() if name != "cursor"}
    here = f"{settings.ORIGIN}{request.path}"
    start = f"{here}?{urlencode(first)}" if first else here
    return f'<{here}?{urlencode(query)}>; rel="next", <{start}>; rel="first"'


def _etag(request: HttpRequest, plan: str | None) -> str | None:
    """Return the ETag of an answer about a plan; others get one from their bytes."""
    state = None if plan is None else fingerprint(plan)
    if state is None:
        return None
    asked = sorted(request.GET.items())
    whole = msgspec.json.encode((_VERSION, settings.ORIGIN, state, request.path_info, asked))
    return f'"{hashlib.sha256(whole).hexdigest()[:32]}"'
