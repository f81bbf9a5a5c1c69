"""The documents application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The tables of documents and readings."""

    name = "servanda_portal.documents"
    label = "documents"
