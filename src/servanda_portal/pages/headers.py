"""Headers that every answer carries, beside those of Django's own settings."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]

_PERMISSIONS = (
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), usb=()"
)


def content_security_policy() -> str:
    """Return the policy: all comes from this portal, nothing runs that is not a file of it, nobody frames it."""
    parts = [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("connect", "img", "script", "style")),
        " ".join(("form-action 'self'", *settings.FORM_TARGETS)),
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    if settings.SECURE_SSL_REDIRECT:
        parts.append("upgrade-insecure-requests")
    return "; ".join(parts)


def security_headers(respond: Respond) -> Respond:
    """Add the policies of content, permissions and resources to every answer."""
    policy = content_security_policy()

    def answer(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers["Content-Security-Policy"] = policy
        response.headers["Permissions-Policy"] = _PERMISSIONS
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return answer
