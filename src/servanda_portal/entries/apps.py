"""The ledger as a Django application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EntriesConfig(AppConfig):
    """Entries, bodies beside them, and checkpoints; guarded after every migration."""

    name = "servanda_portal.entries"
    label = "entries"

    def ready(self) -> None:
        """Put the guards back after every migration: SQLite drops them when a table is remade."""
        from servanda_portal.entries.guards import guard  # noqa: PLC0415 models are ready here, and not before

        post_migrate.connect(guard, sender=self, dispatch_uid="guard_the_ledger")
