"""What the portal says of itself while it runs: for people on a console, or one JSON object a line for programs.

Every line that belongs to a request carries the request's id; the answer carries it too, as ``X-Request-Id``.
"""

import contextvars
import datetime
import json
import logging
import re
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

_identity: contextvars.ContextVar[str] = contextvars.ContextVar("request identity", default="")
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
_requests = logging.getLogger("servanda.requests")


def request_identity(respond: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request an id, the proxy's where it sent a plain one, and say how it was answered.

    The query is left out: what people look for is theirs.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        token = _identity.set(given if _GIVEN.fullmatch(given) else uuid.uuid4().hex)
        start = time.perf_counter()
        try:
            response = respond(request)
            response.headers["X-Request-Id"] = _identity.get()
            milliseconds = round(1000 * (time.perf_counter() - start), 1)
            fields = {"method": request.method, "path": _path(request), "status": response.status_code}
            _requests.info(
                "%(method)s %(path)s %(status)s", fields, extra={"fields": {**fields, "milliseconds": milliseconds}}
            )
            return response
        finally:
            _identity.reset(token)

    return answer


def _path(request: HttpRequest) -> str:
    """Return the path without the key by which a password is chosen: a log is read by more than its owner."""
    key = request.resolver_match.kwargs.get("key") if request.resolver_match else None
    return request.path.replace(key, "...") if key else request.path


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the request's id and answer where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if identity := _identity.get():
            line["request"] = identity
        line.update(getattr(record, "fields", {}))
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_settings(form: str) -> dict[str, Any]:
    """Return Django's LOGGING: ``console`` prints errors only, ``json`` a line for every request and fault."""
    if form not in {"console", "json"}:
        raise ImproperlyConfigured(f"SERVANDA_LOG is {form!r}; write console or json")
    level = "INFO" if form == "json" else "ERROR"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}, "console": {"format": "%(levelname)s %(name)s: %(message)s"}},
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": form}},
        "loggers": {
            name: {"handlers": ["stream"], "level": level, "propagate": False}
            for name in ("django", "servanda", "waitress")
        },
    }
