"""The one shape of every error of the API: a problem of RFC 9457, as application/problem+json."""

from http import HTTPStatus
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"
PREFIX = "/api/v1/"


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong in a request: where (``query``, ``body``), under which name, and what to write."""

    within: str
    name: str
    detail: str


class RefusedAct(msgspec.Struct, frozen=True, omit_defaults=True):
    """An act that the register's rules refuse: its place among those sent, the rule's code, and what it is about."""

    act: int
    code: str
    detail: str
    about: dict[str, str] = {}


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What went wrong (RFC 9457): ``type`` names the kind of problem, ``detail`` says what to do about this one.

    ``errors`` names each wrong parameter or field; ``refusals`` each act that the register's rules do not allow.
    """

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[Fault, ...] = ()
    refusals: tuple[RefusedAct, ...] = ()


# What each type of problem is, in one line: its title. ``GET /api/v1/problems`` tells them.
TITLES = {
    "bad-request": "The request cannot be understood",
    "unauthorised": "A token is needed",
    "forbidden": "The token's role may not do this",
    "not-found": "There is nothing at this address",
    "method-not-allowed": "This address does not take this method",
    "too-large": "The body is too large",
    "not-json": "The body is not application/json",
    "invalid": "A parameter or a field is not valid",
    "refused": "The register's rules do not allow this",
    "no-key": "This server cannot sign for the holder",
    "too-many-requests": "Too many requests",
    "server-error": "The portal failed",
    "no-room": "The server has no room left",
}
_BY_STATUS = {
    400: "bad-request", 401: "unauthorised", 403: "forbidden", 404: "not-found", 405: "method-not-allowed",
    413: "too-large", 415: "not-json", 422: "invalid", 429: "too-many-requests", 507: "no-room",
}  # fmt: skip


class ProblemError(Exception):
    """An error of the API, on its way to whoever asked."""

    def __init__(self, status: int, detail: str, kind: str = "", **more: Any) -> None:  # noqa: ANN401 errors, refusals
        super().__init__(detail)
        self.problem = problem(status, detail, kind, **more)


def problem(status: int, detail: str, kind: str = "", **more: Any) -> Problem:  # noqa: ANN401 errors or refusals
    """Return a problem; its type follows from the status, unless ``kind`` says more."""
    kind = kind or _BY_STATUS.get(
        status, "server-error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "bad-request"
    )
    return Problem(f"{settings.ORIGIN}{PREFIX}problems#{kind}", TITLES[kind], status, detail, **more)


def invalid(name: str, detail: str, within: str = "query") -> ProblemError:
    """Return the error that one parameter or field is not valid."""
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=(Fault(within, name, detail),))


def write(told: Problem, response: HttpResponse | None = None) -> HttpResponse:
    """Return a problem as an answer; or turn an answer into it, with the headers that it has."""
    response = HttpResponse() if response is None else response
    response.status_code = told.status
    response.content = msgspec.json.encode(told)
    response.headers["Content-Type"] = MEDIA_TYPE
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Length"] = str(len(response.content))
    for name in ("Content-Encoding", "ETag"):
        response.headers.pop(name, None)
    return response
