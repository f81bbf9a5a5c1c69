"""The mail by which an account is taken into use: it leads to the page where its owner chooses a password."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from servanda_portal.accounts.models import User

_SECONDS_A_DAY = 86_400


def invitation(user: User) -> EmailMessage:
    """Return the invitation, in the language of the account. Its link works once, for as long as the settings say."""
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    with translation.override(user.language):
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
        context = {
            "user": user,
            "link": f"{settings.ORIGIN}{path}",
            "origin": settings.ORIGIN,
            "days": settings.PASSWORD_RESET_TIMEOUT // _SECONDS_A_DAY,
        }
        subject = render_to_string("account/email/invitation_subject.txt", context).strip()
        body = render_to_string("account/email/invitation_message.txt", context)
    return EmailMessage(subject, body, to=[user.email])
