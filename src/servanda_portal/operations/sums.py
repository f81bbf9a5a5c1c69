"""Check a backup against the SHA-256 of every file of it, which stand in a file as sha256sum writes it."""

import hashlib
import re
from pathlib import Path

from servanda.record.export import SUMS

_LINE = re.compile(r"([0-9a-f]{64}) [ *](?:\./)?(.+)")
_HINT = "copy the whole backup again"


class SumsError(Exception):
    """A folder that is not as it was backed up: which file, and what to do."""


def check_sums(folder: Path, needed: str) -> None:
    """Raise SumsError where a file of a backup is missing or changed, or its sums are; ``needed`` is always a file."""
    path = folder / SUMS
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        made = f"find . -type f ! -name {SUMS} -exec sha256sum {{}} + > {SUMS}"
        told = (
            f"nothing says whether the backup is whole; {_HINT}, or where an earlier version made it, run in it: {made}"
        )
        raise SumsError(f"{path}: the file is missing, so {told}") from error
    except UnicodeDecodeError as error:
        raise SumsError(f"{path}: not what servanda backup writes; {_HINT}") from error
    names = set()
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise SumsError(f"{path}:{number}: not what servanda backup writes; {_HINT}")
        names.add(match[2])
        _check(folder / match[2], match[1])
    if needed not in names:
        raise SumsError(f"{path}: does not name {needed}; {_HINT}")


def _check(path: Path, wanted: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise SumsError(f"{path}: the file is missing; {_HINT}") from error
    if found != wanted:
        raise SumsError(f"{path}: not as it was backed up; {_HINT}")
