"""The register application."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register's tables."""

    name = "servanda_portal.register"
    label = "register"
