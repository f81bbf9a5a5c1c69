"""Errors: what happened, where, and what to do."""

import errno
import sqlite3
import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_DISK_FULL = "53100"  # as PostgreSQL says it


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what the page does not know, and what it does."""
    return _error(request, 400, str(exception))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this is not open to the reader."""
    return _error(request, 403, str(exception))


def unsure_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 Django tells it
    """Refuse a form that may not come from this portal, or that was open too long."""
    return _error(request, 403, "")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page. Only a message that a view wrote for people is shown."""
    said = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    instead, known = getattr(exception, "instead", ""), getattr(exception, "known", False)
    return _error(request, 404, said, instead=instead, known=known)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the portal failed, or that its disk is full."""
    full = _no_room(sys.exc_info()[1])
    return _error(request, HTTPStatus.INSUFFICIENT_STORAGE if full else HTTPStatus.INTERNAL_SERVER_ERROR, "")


def _no_room(error: BaseException | None) -> bool:
    """Whether a fault, or what it comes from, is that a disk is full."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            return True
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            return True
        if getattr(error, "sqlstate", None) == _DISK_FULL:
            return True
        error = error.__cause__
    return False


def _error(request: HttpRequest, status: int, detail: str, **more: object) -> HttpResponse:
    context = {"status": status, "detail": detail, "path": request.path, **more}
    return render(request, "error.html", context, status=status)
