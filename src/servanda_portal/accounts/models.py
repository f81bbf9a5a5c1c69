"""The user, the portal's own from the first migration on."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who can sign in."""
