"""A portal with a SQLite database of its own, in a folder: thrown away, unless the folder is somebody's to keep."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
from django.core.management import call_command


@contextlib.contextmanager
def portal(home: Path | None = None) -> Iterator[Path]:
    """Set up a portal in a folder, or in one that is deleted afterwards; what uses its models is imported after that.

    Django is set up once for a process: a process has one such portal.
    """
    with contextlib.ExitStack() as stack:
        folder = home or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        os.environ |= {"SERVANDA_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "servanda_portal.settings"}
        os.environ.pop("SERVANDA_DATABASE", None)
        django.setup()
        call_command("migrate", verbosity=0)
        yield folder
