"""The API, version 1: its routes, its errors, its description."""

import functools
from http import HTTPStatus

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from servanda_portal.api import problem
from servanda_portal.api.openapi import openapi
from servanda_portal.api.parameters import refuse_unknown
from servanda_portal.api.problem import Fault, ProblemError
from servanda_portal.api.routes import acts, assessments, commitments, documents, ledger, plans, records

_ABOUT = """Everything public that this portal holds, and acts with a personal token.

Lists come in pages: follow `next`, or the header Link. Decimals and days are text. Answers about a plan have an ETag
that changes with its ledger. Every error is a problem of RFC 9457. Parameters and fields that are not known are
refused. Data are CC BY 4.0; what is imaginary says so."""

api = NinjaAPI(
    title="Servanda",
    version=plans.VERSION,
    description=_ABOUT,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api-1",
)
for each in (plans, commitments, records, documents, assessments, ledger, acts):
    api.add_router("", each.router)


@api.get("/openapi.json", include_in_schema=False)
def description(request: HttpRequest) -> HttpResponse:
    """Describe the API."""
    refuse_unknown(request, ())
    return HttpResponse(description_bytes(), content_type="application/json", headers={"Cache-Control": "no-cache"})


@functools.cache
def description_bytes() -> bytes:
    """Return the description of the API as it is sent."""
    return msgspec.json.encode(openapi(api), order="sorted")


@api.exception_handler(ProblemError)
def _told(_request: HttpRequest, error: ProblemError) -> HttpResponse:
    return problem.write(error.problem)


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = tuple(
        Fault(str(one["loc"][0]), str(one["loc"][-1]), str(one["msg"]).removeprefix("Value error, "))
        for one in error.errors
    )
    said = "; ".join(f"{fault.name}: {fault.detail}" for fault in faults)
    return problem.write(problem.problem(HTTPStatus.UNPROCESSABLE_ENTITY, said, errors=faults))


@api.exception_handler(Http404)
def _missing(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return problem.write(problem.problem(HTTPStatus.NOT_FOUND, "Nothing is at this address."))


@api.exception_handler(AuthenticationError)
def _unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    said = "Send a personal token, made on the account page and still good, as Authorization: Bearer."
    response = problem.write(problem.problem(HTTPStatus.UNAUTHORIZED, said))
    response.headers["WWW-Authenticate"] = 'Bearer realm="servanda"'
    return response


@api.exception_handler(Throttled)
def _too_many(_request: HttpRequest, _error: Throttled) -> HttpResponse:
    return problem.write(problem.problem(HTTPStatus.TOO_MANY_REQUESTS, "Wait as long as Retry-After says, in seconds."))


@api.exception_handler(HttpError)
def _other(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem.write(problem.problem(error.status_code, str(error)))


urlpatterns = [path(problem.PREFIX.lstrip("/"), api.urls)]
