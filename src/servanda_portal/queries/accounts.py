"""Who may act in which register, as pages ask for it."""

from collections.abc import Iterable
from itertools import groupby

from servanda.register.agreement import Agreement
from servanda_portal.accounts.models import Membership, User
from servanda_portal.queries.register import Register
from servanda_portal.queries.registers import registers

Roles = list[tuple[Register, list[Membership]]]


def roles_of(user: User) -> list[tuple[Agreement, list[Membership]]]:
    """Return the roles that somebody has, by the agreement of each published register."""
    return [(found.agreement, roles) for found, roles in _by_register(user.memberships.all())]


def demonstrations() -> Roles:
    """Return the roles of demonstration accounts, with their users, by published register."""
    return _by_register(
        Membership.objects.filter(user__demonstration=True, user__is_active=True).select_related("user")
    )


def _by_register(memberships: Iterable[Membership]) -> Roles:
    """Group memberships, which come by register."""
    roles = {register: list(found) for register, found in groupby(memberships, key=lambda one: one.register)}
    if not roles:
        return []
    return [(one, roles[one.agreement.id]) for one in registers() if one.agreement.id in roles]
