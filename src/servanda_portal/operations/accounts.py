"""Make and change accounts. What an account may do is not decided here: role grants are acts, in the ledger."""

from allauth.account.models import EmailAddress
from django.db import transaction

from servanda_portal.accounts.models import Language, User


class AccountError(Exception):
    """Why an account cannot be made."""


@transaction.atomic
def invite(email: str, display_name: str, language: str = Language.ENGLISH) -> User:
    """Make an account without a password, for somebody who will choose one by the link that they are sent.

    An address that was invited before and never used is invited again. Raises AccountError where the address already
    signs in.
    """
    address = email.strip().lower()
    user = User.objects.filter(email__iexact=address).first()
    if user is not None and (user.demonstration or user.has_usable_password()):
        raise AccountError(f"{address} already has an account; a lost password is asked for on the sign-in page")
    if user is None:
        user = User(email=address)
        user.set_unusable_password()
    _name(user, display_name, language)
    # The link goes to this address and nowhere else: who comes by it has shown that it is theirs.
    EmailAddress.objects.update_or_create(user=user, email=address, defaults={"verified": True, "primary": True})
    return user


@transaction.atomic
def demonstration_account(name: str, display_name: str, language: str = Language.ENGLISH) -> User:
    """Return the demonstration account of this name, made or brought up to date; it has no password and no mail."""
    address = f"{name}@demonstration.invalid"  # RFC 2606: nobody can ever receive mail there
    user = User.objects.filter(email=address).first() or User(email=address, demonstration=True)
    user.set_unusable_password()
    _name(user, display_name, language)
    return user


def change_account(user: User, display_name: str, language: str) -> None:
    """Change what somebody is called and in which language they are written to."""
    _name(user, display_name, language)


def _name(user: User, display_name: str, language: str) -> None:
    user.display_name, user.language = " ".join(display_name.split()), Language(language)  # on one line, as in mails
    user.save()
