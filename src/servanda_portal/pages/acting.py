"""In which role a reader sees a register and acts in it."""

from typing import get_args

from django.http import HttpRequest

from servanda.register.author import Author, Role
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
    for membership in memberships(request, register):
        for role in get_args(Role):
            if role == membership.role:
                return Author(role, membership.holder, membership.person)
    return None
