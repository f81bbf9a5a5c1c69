"""Who asks, by a personal token, and how often they may."""

import math
import time
from http import HTTPStatus

from django.core.cache import cache
from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from servanda_portal.accounts.demonstration import demonstration_allowed
from servanda_portal.api.problem import ProblemError
from servanda_portal.queries.tokens import Bearer, bearer

QUESTIONS = 60  # that a token may ask in a minute
_MINUTE = 60  # seconds


class PersonalToken(HttpBearer):
    """A personal token, made on the account page, sent as ``Authorization: Bearer``."""

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:
        """Return who bears the token; None where it is not good."""
        found = bearer(token, "acts")
        return None if found is None or (found.demonstration and not demonstration_allowed(request)) else found


class EachToken(BaseThrottle):
    """So many questions a minute for each token: counted by the cache, where adding is atomic."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count a question, and say whether it may be asked."""
        held: Bearer = request.auth  # type: ignore[attr-defined]  # ninja puts it there
        key = f"api.token.{held.token}.{int(time.time()) // _MINUTE}"
        cache.add(key, 0, timeout=2 * _MINUTE)
        return cache.incr(key) <= QUESTIONS

    def wait(self) -> float:
        """Return the seconds until the next minute begins."""
        return math.ceil(_MINUTE - time.time() % _MINUTE)


def of_register(request: HttpRequest, plan: str) -> Bearer:
    """Return who asks about a plan. Raises ProblemError (403) where their token is for another."""
    held: Bearer = request.auth  # type: ignore[attr-defined]  # ninja puts it there
    if held.register != plan:
        raise ProblemError(HTTPStatus.FORBIDDEN, f"This token acts in the register of {held.register!r} only.")
    return held
