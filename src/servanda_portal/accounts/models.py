"""The user: who somebody is and how to write to them. What they may do stands in the ledger, as role grants."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from servanda.register.author import ROLES, Author


class Language(models.TextChoices):
    """The languages in which the portal speaks, each by its own name."""

    ENGLISH = "en", "English"
    FRENCH = "fr", "Français"
    SPANISH = "es", "Español"


class User(AbstractBaseUser):
    """Somebody who can sign in.

    There is no superuser, and no permission is kept here: nobody can pass the register's rules by.
    ``demonstration`` marks an account that is entered without a password, on loopback and nowhere else.
    """

    display_name = models.CharField(_("Name"), max_length=200)
    email = models.EmailField(_("E-mail"), unique=True)
    language = models.CharField(_("Language"), max_length=2, choices=Language, default=Language.ENGLISH)
    demonstration = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = BaseUserManager["User"]()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    class Meta:
        """By name; one account an address, however it is capitalised."""

        ordering = ("display_name", "email")
        constraints = (models.UniqueConstraint(Lower("email"), name="one_account_an_address"),)

    def __str__(self) -> str:
        return self.display_name

    def get_full_name(self) -> str:
        """Return the name that pages and mails show."""
        return self.display_name


class Membership(models.Model):
    """A role that a user has in a register. The grant is an act in its ledger; this row says whose account it is.

    ``person`` is the salted digest of the user's name that the ledger holds; ``holder`` whose key signs for them.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    register = models.SlugField(max_length=100)
    grant = models.CharField(max_length=100)
    role = models.CharField(max_length=20)
    holder = models.CharField(max_length=100)
    person = models.CharField(max_length=64)

    class Meta:
        """One for each grant."""

        ordering = ("register", "id")
        constraints = (models.UniqueConstraint(fields=["register", "grant"], name="one_membership_a_grant"),)

    def __str__(self) -> str:
        return f"{self.role} for {self.holder} in {self.register}"

    @property
    def author(self) -> Author | None:
        """As whom its user acts; None where the role is none of the register's."""
        role = next((one for one in ROLES if one == self.role), None)
        return None if role is None else Author(role, self.holder, self.person)


class Token(models.Model):
    """A personal token, by which programs act as its owner does in one role; it goes when the role is taken back.

    Only the SHA-256 of the token is kept: it was made at random, so that nobody can guess it back. ``scope`` says what
    it is good for, ``expires`` the last day on which it is.
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="tokens")
    name = models.CharField(_("Name"), max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=20, choices=(("acts", "acts"),), default="acts")
    made = models.DateField()
    expires = models.DateField()

    class Meta:
        """The latest first."""

        ordering = ("-id",)

    def __str__(self) -> str:
        return self.name
