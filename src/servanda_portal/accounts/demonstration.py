"""Demonstration accounts: entered without a password on one's own machine, to see a register as each role sees it.

Three locks, each of which holds by itself. The door opens to nobody but a browser on this machine, under an origin on
loopback. Only accounts made for demonstration pass it. And where the origin is not on loopback, nobody is ever taken
for a demonstration account, whatever a session says.
"""

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest
from django.http.request import split_domain_port

from servanda_portal.accounts.models import User
from servanda_portal.network import is_local, is_loopback


def demonstration_allowed(request: HttpRequest) -> bool:
    """Whether this request may enter a demonstration account: it comes from this machine, to an origin on loopback."""
    host, _ = split_domain_port(request.get_host())
    return settings.ON_LOOPBACK and is_loopback(host) and is_local(request)


class DemonstrationBackend(BaseBackend):
    """Knows demonstration accounts, and only where the origin is on loopback."""

    def authenticate(
        self, request: HttpRequest | None, *, demonstration: int | None = None, **_others: object
    ) -> User | None:
        """Return the demonstration account with this id, where the request may enter it."""
        if demonstration is None or request is None or not demonstration_allowed(request):
            return None
        return self.get_user(demonstration)

    def get_user(self, user_id: int) -> User | None:
        """Return the account of a session; None beyond loopback."""
        if not settings.ON_LOOPBACK:
            return None
        return User.objects.filter(pk=user_id, demonstration=True, is_active=True).first()
