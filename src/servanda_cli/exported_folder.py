"""An exported folder on this machine, verified with all its cores."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from servanda.ledger.checkpoint import read_checkpoint
from servanda.ledger.errors import LedgerError
from servanda.ledger.note import read_note
from servanda.record.export import CHECKPOINT, ENTRIES, FILES
from servanda.record.exported import ExportVerification
from servanda.record.fault import Fault
from servanda.record.signatures import Submit
from servanda.record.trust import Trust
from servanda_cli.progress import progress


class ExportedFolder:
    """A folder that ``record.export`` fills. Raises typer.BadParameter where the path is no such folder."""

    def __init__(self, folder: Path, trust: Trust | None, submit: Submit) -> None:
        if not any((folder / name).is_file() for name in FILES):
            raise typer.BadParameter(f"{folder}: no export is in there (no {ENTRIES})", param_hint="FOLDER")
        self._folder = folder
        self.verification = ExportVerification(self._lines, trust, submit)

    def faults(self) -> Iterator[Fault]:
        """Give every fault. Raises typer.BadParameter where a file is there and cannot be read."""
        try:
            yield from self.verification.faults()
        except OSError as error:
            raise typer.BadParameter(str(error), param_hint="FOLDER") from error

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


def _lines_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file
