"""The portal's own folder: the database, the secret, the compiled catalogues. It is never part of the project."""

import contextlib
import os
import secrets
from pathlib import Path


def home() -> Path:
    """Return the folder, made where it is not there yet: ``SERVANDA_HOME``, else ``.servanda`` where one works."""
    folder = Path(os.environ.get("SERVANDA_HOME", ".servanda")).resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret() -> str:
    """Return this installation's secret, generated at first run. Nobody else ever has it."""
    path = home() / "secret"
    if not path.exists():
        # Written aside and linked into place: of two processes that start at once, one wins and both read the same.
        aside = path.with_name(f"secret.{os.getpid()}")
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):
            os.link(aside, path)
        aside.unlink()
    return path.read_text(encoding="ascii")
