"""What machines ask: is the portal alive, can it answer, how does it fare.

They ask under whatever name they know this host by, so that these three answer before hosts, HTTPS and sessions are
looked at.
"""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST

from servanda_portal.metrics import exposition
from servanda_portal.network import is_local


def machine_pages(respond: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer ``/healthz``, ``/readyz`` and ``/metrics``, and leave every other address to the portal."""
    pages = {"/healthz": _alive, "/readyz": _ready, "/metrics": _metrics}

    def answer(request: HttpRequest) -> HttpResponse:
        page = pages.get(request.path_info)
        if page is None:
            return respond(request)
        response = page(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return answer


def _alive(_request: HttpRequest) -> HttpResponse:
    """Say that the process answers. It looks at nothing else: a database that is away must not restart the portal."""
    return _line("alive")


def _ready(_request: HttpRequest) -> HttpResponse:
    """Say whether the database answers and has the tables of this version."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return _line("the database does not answer", 503)
    return (
        _line("the tables are of another version: servanda serve brings them up to date", 503)
        if waiting
        else _line("ready")
    )


def _metrics(request: HttpRequest) -> HttpResponse:
    """Give the numbers to a caller on this machine, or to one that bears the token."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token = settings.METRICS_TOKEN
    if is_local(request) or (token and secrets.compare_digest(given.encode(), token.encode())):
        return HttpResponse(exposition(), content_type=CONTENT_TYPE_LATEST)
    return _line("give the token of SERVANDA_METRICS_TOKEN as Authorization: Bearer", 403)


def _line(said: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{said}\n", content_type="text/plain; charset=utf-8", status=status)
