"""Whether an address, or whoever asks, is this machine itself."""

import ipaddress

from django.http import HttpRequest

# A proxy in front may make the public look local. What it adds gives it away.
_FORWARDED = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP")


def is_loopback(host: str) -> bool:
    """Whether a host, by name or address, is this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def is_local(request: HttpRequest) -> bool:
    """Whether a request comes from this machine, and through no proxy that says so."""
    return is_loopback(request.META.get("REMOTE_ADDR", "")) and not any(name in request.META for name in _FORWARDED)
