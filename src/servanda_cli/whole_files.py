"""Files and folders that are there as a whole or not at all, whatever is interrupted (a crash, a full disk)."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_file(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file in the place of the one before it. Raises OSError, and then one of the two is there, whole.

    Where there is a link, it goes on leading to the file; what is no file (a device, a pipe) is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _settle_folder(path.parent)


def write_folder(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]], *, private: bool = False) -> None:
    """Write a new folder of files, each given as its name (which may hold folders) and the pieces of its content.

    ``private`` keeps all others from reading it.

    Raises FileExistsError when there is such a folder already, OSError when it cannot be written; then there is none,
    or all of it where only the last step failed, which makes it last.
    """
    if folder.exists():
        raise FileExistsError(f"{folder} is there already; name a folder that is not, or remove it")
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        unfinished.chmod(0o700 if private else 0o755)
        for name, pieces in files:
            (unfinished / name).parent.mkdir(parents=True, exist_ok=True)
            with (unfinished / name).open("xb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
        for inside in (unfinished, *(path for path in unfinished.rglob("*") if path.is_dir())):
            _settle_folder(inside)
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    _settle_folder(folder.parent)


def _settle_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system lets a folder be opened."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
