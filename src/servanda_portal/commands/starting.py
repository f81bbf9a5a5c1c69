"""What every command of the portal does first."""

import os


def start() -> None:
    """Make the portal's settings and tables ready."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "servanda_portal.settings")
    import django  # noqa: PLC0415 the settings are read here, once the environment is right

    django.setup()

    from django.core.management import call_command  # noqa: PLC0415 needs the settings

    call_command("migrate", verbosity=0, interactive=False)
