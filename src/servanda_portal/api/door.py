"""The way into the API. What answers is imported with the first question, so that pages start without it."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, get_resolver
from django.views.decorators.csrf import csrf_exempt

from servanda_portal.api import problem

_READING = ("GET", "HEAD", "OPTIONS")
_SAID = {
    HTTPStatus.BAD_REQUEST: "The portal does not take this request: look at its host, headers and length.",
    HTTPStatus.NOT_FOUND: f"Nothing is at this address. {problem.PREFIX} says where to begin.",
    HTTPStatus.INSUFFICIENT_STORAGE: "The server's disk is full. Nothing was recorded: ask again later.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Use a method that the header Allow names.",
}


def api_answers(respond: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give each answer of the API its headers, and each error, whoever made it, the API's one shape.

    A question for the head of an answer is asked as one for the whole: both have the same headers.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/api/"):
            return respond(request)
        request.COOKIES = {}  # so that no session is looked at, or touched
        method = request.method
        if method == "HEAD":
            request.method = "GET"
        try:
            response = respond(request)
        finally:
            request.method = method
        status = response.status_code
        if status >= HTTPStatus.BAD_REQUEST and response.headers.get("Content-Type") != problem.MEDIA_TYPE:
            said = _SAID.get(HTTPStatus(status), "Ask again later; if it stays, tell the operator the X-Request-Id.")
            problem.write(problem.problem(status, said), response)
        if method in _READING:
            _open_to_all(response)
        return response

    return answer


@csrf_exempt  # no cookie is looked at here, so that there is nothing to forge
def door(request: HttpRequest) -> HttpResponse:
    """Answer a question at an address of the API. Raises Http404 where there is none."""
    try:
        found = get_resolver("servanda_portal.api.urls").resolve(request.path_info)
    except Resolver404 as error:
        raise Http404 from error
    request.resolver_match = found
    if request.method == "OPTIONS":
        return _options(found.func(request, *found.args, **found.kwargs))
    response: HttpResponse = found.func(request, *found.args, **found.kwargs)
    if isinstance(response, HttpResponseNotAllowed):
        response.headers["Allow"] = _allowed(response)
    return response


def _options(refused: HttpResponse) -> HttpResponse:
    """Return what may be done at an address. Browsers of other sites may read, and nothing more."""
    return HttpResponse(
        status=HTTPStatus.NO_CONTENT,
        headers={
            "Allow": _allowed(refused),
            "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Headers": "If-None-Match",
            "Access-Control-Max-Age": "86400",
        },
    )


def _allowed(refused: HttpResponse) -> str:
    methods = {one.strip() for one in refused.headers.get("Allow", "").split(",")} - {""}
    return ", ".join(sorted(methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set())))


def _open_to_all(response: HttpResponse) -> None:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After, X-Request-Id"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
