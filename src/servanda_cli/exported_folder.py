"""An exported folder on this machine, or the zip file that a portal made of it, verified with all its cores."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from servanda.ledger.checkpoint import read_checkpoint
from servanda.ledger.errors import LedgerError
from servanda.ledger.note import read_note
from servanda.record.export import CHECKPOINT, ENTRIES
from servanda.record.exported import ExportVerification
from servanda.record.fault import Fault
from servanda.record.signatures import Submit
from servanda.record.trust import Trust
from servanda_cli.progress import progress

_TAKE = "take the register's zip file from its page Ledger"


class ExportedFolder:
    """A folder that ``record.export`` fills. Raises typer.BadParameter where the path is no such folder."""

    def __init__(self, folder: Path, trust: Trust | None, submit: Submit) -> None:
        self._folder = _unpacked(folder)
        if not any((self._folder / name).is_file() for name in (ENTRIES, CHECKPOINT)):
            raise typer.BadParameter(
                f"{folder}: no exported ledger is in there (no {ENTRIES}); {_TAKE}", param_hint="FOLDER"
            )
        self.verification = ExportVerification(self._lines, trust, submit)

    def faults(self) -> Iterator[Fault]:
        """Give every fault. Raises typer.BadParameter where a file is there and cannot be read."""
        try:
            yield from self.verification.faults()
        except (OSError, zipfile.BadZipFile, zlib.error) as error:
            raise typer.BadParameter(str(error), param_hint="FOLDER") from error

    def leaves(self) -> Iterator[bytes]:
        """Give the leaves of the ledger once more."""
        return (line.removesuffix(b"\n") for line in _lines_of(self._folder / ENTRIES))

    def _lines(self, name: str) -> Iterable[bytes] | None:
        path = self._folder / name
        if not path.exists():
            return None
        lines = _lines_of(path)
        return progress(lines, self._stated_size(), "Verifying") if name == ENTRIES else lines

    def _stated_size(self) -> int:
        """Return how many entries the checkpoint says there are, to show how far it is."""
        try:
            return read_checkpoint(read_note((self._folder / CHECKPOINT).read_bytes()).text).size
        except (OSError, LedgerError):
            return 0


def _unpacked(path: Path) -> Path | zipfile.Path:
    """Return the folder, or the one folder that a zip file holds."""
    if not path.exists():
        raise typer.BadParameter(f"{path}: there is no such file or folder; check the path", param_hint="FOLDER")
    if not (path.is_dir() or path.is_file()):
        raise typer.BadParameter(f"{path}: neither a folder nor a file; name one", param_hint="FOLDER")
    if not zipfile.is_zipfile(path):
        if path.is_file():
            raise typer.BadParameter(f"{path}: no folder and no zip file; {_TAKE}", param_hint="FOLDER")
        return path
    try:
        inside = list(zipfile.Path(path).iterdir())
    except zipfile.BadZipFile as error:
        raise typer.BadParameter(f"{path}: {error}", param_hint="FOLDER") from error
    return inside[0] if len(inside) == 1 else zipfile.Path(path)


def _lines_of(path: Path | zipfile.Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file
