"""Make and revoke personal tokens."""

import datetime

from servanda_portal.accounts.models import Membership, Token, User
from servanda_portal.accounts.tokens import new_token, token_digest


def make_token(membership: Membership, name: str, days: int) -> str:
    """Make a token that is good for so many days, and return it: it is never seen again."""
    token = new_token()
    today = datetime.datetime.now(datetime.UTC).date()
    Token.objects.create(
        membership=membership,
        name=name,
        digest=token_digest(token),
        made=today,
        expires=today + datetime.timedelta(days=days),
    )
    return token


def revoke_token(user: User, token: int) -> None:
    """Revoke one of somebody's own tokens; nothing where it is not theirs."""
    Token.objects.filter(pk=token, membership__user=user).delete()
