"""In which role a reader sees a register and acts in it."""

from django.http import HttpRequest

from servanda.register.author import Author
from servanda_portal.accounts.models import Membership, User

_CHOSEN = "acting"  # in the session: register -> membership


def memberships(request: HttpRequest, register: str) -> list[Membership]:
    """Return the roles that the reader has in a register, the chosen one first."""
    user = request.user
    if not isinstance(user, User):
        return []
    chosen = request.session.get(_CHOSEN, {}).get(register)
    return sorted(user.memberships.filter(register=register), key=lambda one: one.pk != chosen)


def choose(request: HttpRequest, membership: Membership) -> None:
    """See and act in another of one's roles from now on."""
    request.session[_CHOSEN] = {**request.session.get(_CHOSEN, {}), membership.register: membership.pk}


def author(request: HttpRequest, register: str) -> Author | None:
    """Return as whom the reader acts in a register; None for the public."""
    return next((author for one in memberships(request, register) if (author := one.author)), None)
