"""How sign-in by django-allauth differs here: nobody signs up, and demonstration accounts have no password."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from servanda_portal.accounts.models import User


class AccountBackend(AuthenticationBackend):
    """Signs in by address and password; never a demonstration account."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        """Whether this is an account of a person, and in use."""
        return super().user_can_authenticate(user) and isinstance(user, User) and not user.demonstration


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation; mails are in the reader's own language."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 allauth gives it
        """Nobody signs up."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language that the account prefers, wherever the page was."""
        user = User.objects.filter(email__iexact=email).first()
        with translation.override(user.language if user else translation.get_language()):
            super().send_mail(template_prefix, email, context)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """An OpenID Connect provider vouches for people who were invited; it makes no account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 allauth gives them
        """Nobody signs up."""
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names the portal in authenticator apps, and keys until their owners do."""

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 allauth's word
        """Return the name that a new key is given before its owner gives one."""
        held = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Security key %(number)s") % {"number": held + 1}

    def get_totp_issuer(self) -> str:
        """Return the portal's name with its host: one person may have accounts on several."""
        return f"Servanda {self._get_site_name()}"

    def build_totp_svg(self, url: str) -> str:
        """Return the square that an app reads, as a part of the page: no page may draw from a data address."""
        drawn: str = super().build_totp_svg(url)
        return mark_safe(drawn.partition("?>")[2])  # noqa: S308 it holds squares and none of the address's characters
