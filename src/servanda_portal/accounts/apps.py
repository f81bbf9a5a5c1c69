"""The accounts application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who may act."""

    name = "servanda_portal.accounts"
    label = "accounts"
