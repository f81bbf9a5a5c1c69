"""The pages application."""

from django.apps import AppConfig
from django.conf import settings

from servanda_portal import translations


class PagesConfig(AppConfig):
    """Templates, static files and translations."""

    name = "servanda_portal.pages"
    label = "pages"

    def ready(self) -> None:
        """Compile the catalogues that have changed, before the first page asks for a translation."""
        translations.compile_catalogues(settings.LOCALE_PATHS[0])
