"""Give holders keys and people roles in a register: acts in its ledger, and whose account each role is."""

import secrets

from django.db import transaction

from servanda.ledger.keys import PrivateKey
from servanda.ledger.salted import SALT_SIZE
from servanda.record.body import name_body
from servanda.record.signing import key_record
from servanda.register.acts.keys import GrantRole, MakeKey, RevokeRole, RotateKey
from servanda.register.author import KEEPER, OPERATOR, Author, Role
from servanda.register.circumstances import CIRCLES
from servanda.register.keys import Grant, Key
from servanda.register.refusal import Refusal
from servanda_portal.accounts.models import Membership, User
from servanda_portal.entries.models import Body, Ledger
from servanda_portal.operations.act import act
from servanda_portal.operations.folded import folded
from servanda_portal.operations.keys import make_next_key, make_signing_key, signing_key, take_next_key

_DIGITS = 8  # bytes of randomness in the id of a grant


def administrator(register: str) -> Author:
    """Return as whom this server administers a register: its keeper, or the operator of one that the parties keep."""
    kept_by = folded(register).agreement.kept_by
    return Author("observer", KEEPER) if kept_by == "observer" else Author("administrator", OPERATOR)


def own_author(register: str, holder: str) -> Author:
    """Return as whom a holder acts about its own key."""
    if holder in {party.id for party in folded(register).agreement.parties}:
        return Author("party_lead", holder)
    return Author("administrator" if holder == OPERATOR else "observer", holder)


@transaction.atomic
def make_holder(register: str, holder: str) -> None:
    """Make the first key of a holder and keep it here; whoever has a role for the holder signs with it.

    Raises Refusal where the holder has a key already, or nobody may be called so, and NoKeyError where its name cannot
    be that of a file.
    """
    by = administrator(register)
    if holder in CIRCLES:
        raise Refusal("key_in_use", kind="key", key=holder)
    key = key_record(make_signing_key(register, holder).public, holder, "held_by_server")
    act(register, by, [MakeKey(key)])


def rotate_key(register: str, author: Author) -> None:
    """Put a new key in the place of the author's own, which is here; what the old one signed stands.

    Whenever this is interrupted, the key that the register takes for active is here. Raises NoKeyError where it is not.
    """
    with transaction.atomic():
        Ledger.objects.select_for_update().get(register=register)  # one rotation at a time
        old = _settled_key(register, author.holder)
        fresh = make_next_key(register, author.holder)
        act(register, author, [RotateKey(old.public.id, key_record(fresh.public, author.holder, "held_by_server"))])
    with transaction.atomic():
        Ledger.objects.select_for_update().get(register=register)
        _settled_key(register, author.holder)


def _settled_key(register: str, holder: str) -> PrivateKey:
    """Return the active key of a holder, put in its place where it still was the next one."""
    active = {one.id for one in folded(register).all(Key) if (one.holder, one.standing) == (holder, "active")}
    key = signing_key(register, holder, active)
    if key.public.id != signing_key(register, holder).public.id:
        take_next_key(register, holder)
    return key


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


@transaction.atomic
def take_roles(register: str, email: str) -> int:
    """Take back every role that somebody has in a register, and return how many there were."""
    mine = list(Membership.objects.filter(register=register, user__email__iexact=email))
    for membership in mine:
        take_role(membership, administrator(register))
    return len(mine)
