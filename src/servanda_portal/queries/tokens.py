"""Personal tokens: whose they are, and for whom they act."""

import datetime
from typing import NamedTuple

from servanda.register.author import Author
from servanda_portal.accounts.models import Token, User
from servanda_portal.accounts.tokens import token_digest


class Bearer(NamedTuple):
    """Whoever bears a token: as whom they act in which register. ``demonstration`` counts on one's own machine only."""

    token: int
    register: str
    author: Author
    demonstration: bool


def bearer(token: str, scope: str) -> Bearer | None:
    """Return who bears a token; None where it is not known, no longer good, or not for this. One query."""
    today = datetime.datetime.now(datetime.UTC).date()
    good = Token.objects.filter(
        digest=token_digest(token), scope=scope, expires__gte=today, membership__user__is_active=True
    )
    found = good.select_related("membership__user").first()
    if found is None:
        return None
    held = found.membership
    author = held.author
    return None if author is None else Bearer(found.pk, held.register, author, held.user.demonstration)


def tokens_of(user: User) -> list[Token]:
    """Return somebody's tokens, the latest first. One query."""
    return list(Token.objects.filter(membership__user=user).select_related("membership"))
