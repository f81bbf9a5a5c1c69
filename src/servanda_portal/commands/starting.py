"""What every command of the portal does first."""

import os


def start() -> None:
    """Make the portal's settings and tables ready."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "servanda_portal.settings")
    import django  # noqa: PLC0415 the settings are read here, once the environment is right

    django.setup()
    make_tables()


def make_tables() -> None:
    """Bring the tables up to date, while no other command does."""
    from django.core.management import call_command  # noqa: PLC0415 needs the settings

    from servanda_portal.operations.turns import turn_at_the_tables  # noqa: PLC0415 needs the settings

    with turn_at_the_tables():
        call_command("migrate", verbosity=0, interactive=False)
