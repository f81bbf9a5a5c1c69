"""Pages kept in memory: what the public was shown is given again, as it was compressed, until something changes.

A page is kept under its address, its language, whether it is compressed, and what tells that nothing it shows has
changed since: the plan's checkpoint, its documents and the day. The version of the program needs no telling: pages live
no longer than the process. Whoever has a session or a token is never given such a page, nor is theirs ever kept.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language_from_request

from servanda_portal.queries.shown import shown

Respond = Callable[[HttpRequest], HttpResponseBase]

_ROOM = 64 * 2**20  # bytes of all pages that are kept
_LARGEST = 2**20  # bytes of one of them
_PLAN = re.compile(r"/plans/([-\w]+)/")
_CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE")
_VARYING = {"", "accept-encoding", "accept-language", "cookie"}  # what pages are kept apart by


class _Page(NamedTuple):
    """An answer, and which page it was: the portal counts answers by page."""

    content: bytes
    headers: dict[str, str]
    match: ResolverMatch | None


class _Pages:
    """The pages that are kept: no more bytes than there is room for; the one not asked for the longest goes first."""

    def __init__(self, room: int) -> None:
        self._room, self._filled = room, 0
        self._pages: OrderedDict[Hashable, _Page] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> _Page | None:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def keep(self, key: Hashable, page: _Page) -> None:
        with self._lock:
            before = self._pages.pop(key, None)
            self._pages[key] = page
            self._filled += len(page.content) - (len(before.content) if before is not None else 0)
            while self._filled > self._room:
                self._filled -= len(self._pages.popitem(last=False)[1].content)

    def forget(self) -> None:
        with self._lock:
            self._pages.clear()
            self._filled = 0


_pages = _Pages(_ROOM)
forget = _pages.forget


def kept_pages(respond: Respond) -> Respond:
    """Answer the public with a page that is kept, or keep the one that is made; say to all what caches may do."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        key = _key(request) if _of_the_public(request) else None
        if key is None:
            response = respond(request)
            response.headers.setdefault("Cache-Control", "private, no-cache")
            return response
        # A reader who has the page already is told so only after it was made once: the others need it whole.
        asked = {name: request.META.pop(name) for name in _CONDITIONS if name in request.META}
        page = _pages.get(key)
        if page is None:
            made = respond(request)
            made.headers.setdefault("Cache-Control", "no-cache")
            if not isinstance(made, HttpResponse) or not _may_be_kept(request, made):
                request.META.update(asked)
                return made
            patch_vary_headers(made, ("Accept-Encoding", "Cookie"))
            page = _Page(made.content, dict(made.headers), request.resolver_match)
            _pages.keep(key, page)
        request.META.update(asked)
        request.resolver_match = page.match
        found = HttpResponse(page.content, headers=page.headers)
        return get_conditional_response(request, etag=page.headers.get("ETag"), response=found) or found

    return answer


def _of_the_public(request: HttpRequest) -> bool:
    """Whether nobody in particular asks to read something."""
    theirs = {settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys()
    return request.method == "GET" and not theirs and "Authorization" not in request.headers


def _key(request: HttpRequest) -> Hashable | None:
    """Return what a page is kept under; None where it is of a plan that is not published."""
    plan = _PLAN.search(request.path_info)
    state = shown(plan[1] if plan else None)
    if state is None:
        return None
    compressed = "gzip" in request.headers.get("Accept-Encoding", "")
    return request.get_host(), request.get_full_path(), get_language_from_request(request, True), compressed, state


def _may_be_kept(request: HttpRequest, made: HttpResponse) -> bool:
    """Whether an answer is the same for everybody: it sets no cookie, and no form in it is for its reader alone."""
    vary = {name.strip().lower() for name in made.headers.get("Vary", "").split(",")}
    control = made.headers.get("Cache-Control", "")
    return (
        made.status_code == 200
        and len(made.content) <= _LARGEST
        and not made.cookies
        and "CSRF_COOKIE" not in request.META
        and vary <= _VARYING
        and not re.search("no-store|private", control)
    )
