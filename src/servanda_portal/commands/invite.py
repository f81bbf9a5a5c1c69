"""``servanda invite``: make an account and send its owner the link by which they choose a password."""

from typing import Annotated

import typer

from servanda_portal.commands.speaking import console, refused
from servanda_portal.commands.starting import start


def invite(
    email: Annotated[str, typer.Argument(help="The address that signs in, and to which the link is sent.")],
    name: Annotated[str, typer.Option(help="The name that others see.")],
    language: Annotated[
        str, typer.Option(metavar="en|fr|es", help="The language in which they are written to.")
    ] = "en",
) -> None:
    """Invite somebody who may act: nobody needs an account to read."""
    start()
    from django.core.exceptions import ValidationError  # noqa: PLC0415 needs the settings
    from django.core.validators import validate_email  # noqa: PLC0415 needs the settings

    from servanda_portal.accounts.invitation import invitation  # noqa: PLC0415 needs the tables
    from servanda_portal.operations.accounts import AccountError  # noqa: PLC0415 needs the tables
    from servanda_portal.operations.accounts import invite as invite_account  # noqa: PLC0415 needs the tables

    if language not in {"en", "fr", "es"}:
        raise refused("invite", f"--language {language}: write en, fr or es")
    try:
        validate_email(email)
    except ValidationError as error:
        raise refused("invite", f"{email}: is no e-mail address; write it as name@example.org") from error
    try:
        user = invite_account(email, name, language)
    except AccountError as error:
        raise refused("invite", str(error)) from error
    invitation(user).send()
    console.print(f"{user.email} is invited. What they may do is granted in the register.", markup=False)
