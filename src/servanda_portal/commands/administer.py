"""Commands for whoever administers a register: ``servanda make-key``, ``rotate-key``, ``grant`` and ``revoke``."""

from typing import Annotated, get_args

import typer

from servanda.register.author import Role
from servanda_portal.commands.acting import acting
from servanda_portal.commands.speaking import console, refused
from servanda_portal.commands.starting import start

_Register = Annotated[str, typer.Argument(help="The id of the agreement, as in its address.")]
_Holder = Annotated[str, typer.Argument(help="A party's id (CA), or that of an evaluator or observer.")]
_Email = Annotated[str, typer.Argument(help="The address of somebody who was invited.")]


def make_key(register: _Register, holder: _Holder) -> None:
    """Make the key with which a party, an evaluator or an observer signs; this server keeps it.

    Example: servanda make-key canada-mexico-2025-2028 watch-group
    """
    start()
    from servanda_portal.operations.memberships import make_holder  # noqa: PLC0415 needs the tables

    with acting("make-key"):
        make_holder(register, holder)
    console.print(f"{holder} can sign in {register}. Give people roles for it with: servanda grant", markup=False)


def rotate_key(register: _Register, holder: _Holder) -> None:
    """Put a new key in the place of a holder's own, as after a suspicion that somebody has seen it.

    Example: servanda rotate-key canada-mexico-2025-2028 keeper
    """
    start()
    from servanda_portal.operations import memberships  # noqa: PLC0415 needs the tables

    with acting("rotate-key"):
        memberships.rotate_key(register, memberships.own_author(register, holder))
    console.print(f"{holder} signs with a new key in {register}.", markup=False)


def grant(
    register: _Register,
    email: _Email,
    role: Annotated[str, typer.Argument(metavar="|".join(get_args(Role)), help="What they may do.")],
    holder: _Holder,
) -> None:
    """Give somebody who was invited a role in a register. The grant is an act in its ledger.

    Example: servanda grant canada-mexico-2025-2028 ana@example.org reviewer keeper
    """
    start()
    from servanda_portal.accounts.models import User  # noqa: PLC0415 needs the tables
    from servanda_portal.operations.memberships import administrator, give_role  # noqa: PLC0415 needs the tables

    chosen: Role | None = next((one for one in get_args(Role) if one == role), None)
    user = User.objects.filter(email__iexact=email, demonstration=False).first()
    if chosen is None:
        raise refused("grant", f"{role}: is no role; there are {', '.join(get_args(Role))}")
    if user is None:
        raise refused("grant", f"{email}: nobody was invited at this address; servanda invite {email} --name NAME")
    with acting("grant"):
        give_role(register, user, chosen, holder, administrator(register))
    console.print(f"{user.display_name} is {role} for {holder} in {register}.", markup=False)


def revoke(register: _Register, email: _Email) -> None:
    """Take back every role that somebody has in a register. What they did stands.

    Example: servanda revoke canada-mexico-2025-2028 ana@example.org
    """
    start()
    from servanda_portal.operations.memberships import take_roles  # noqa: PLC0415 needs the tables

    with acting("revoke"):
        taken = take_roles(register, email)
    if not taken:
        raise refused("revoke", f"{email}: has no role in {register}")
    console.print(f"{email} has no role in {register} any more.", markup=False)
