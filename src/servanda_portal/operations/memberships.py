"""Give people roles in a register, and take them back: acts in its ledger, and whose account each one is."""

import secrets

from django.db import transaction

from servanda.ledger.salted import SALT_SIZE
from servanda.record.body import name_body
from servanda.register.acts.keys import GrantRole, RevokeRole
from servanda.register.author import Author, Role
from servanda.register.keys import Grant
from servanda_portal.accounts.models import Membership, User
from servanda_portal.entries.models import Body
from servanda_portal.operations.act import act

_DIGITS = 8  # bytes of randomness in the id of a grant


@transaction.atomic
def give_role(register: str, user: User, role: Role, holder: str, by: Author) -> Membership:
    """Give a user a role for a holder: the name stands beside the ledger, its salted digest in it.

    Raises Refusal where ``by`` may not give it.
    """
    name = name_body(user.display_name, secrets.token_bytes(SALT_SIZE))
    grant = Grant(secrets.token_hex(_DIGITS), name.digest, role, holder)
    act(register, by, [GrantRole(grant)])
    Body.objects.create(ledger_id=register, digest=name.digest, salt=name.salt, content=name.content)
    return Membership.objects.create(
        user=user, register=register, grant=grant.id, role=role, holder=holder, person=name.digest
    )


@transaction.atomic
def take_role(membership: Membership, by: Author) -> None:
    """Take a role back. What was done in it stands. Raises Refusal where ``by`` may not."""
    act(membership.register, by, [RevokeRole(membership.grant)])
    membership.delete()
