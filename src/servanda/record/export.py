"""A register as a folder of plain files, for everybody or for one viewer: what anybody needs to verify it.

The same register, viewer and day give the same bytes. What a viewer may not see is not left out of the ledger: its
entry is there, sealed, and its body is not.
"""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from string import Template

from servanda.ledger import base64_text
from servanda.ledger.canonical import canonical_bytes, read_canonical
from servanda.record.body import Body
from servanda.record.fold import Fold, View, is_visible
from servanda.record.reading import read_stored
from servanda.register.as_json import to_json
from servanda.register.author import Author
from servanda.register.keys import Grant
from servanda.register.state import State

README, ENTRIES, BODIES, RECORDS = "README.txt", "entries.jsonl", "bodies.jsonl", "records.jsonl"
CHECKPOINT, SUMS = "checkpoint", "SHA256SUMS"
FILES = (ENTRIES, BODIES, RECORDS, CHECKPOINT, README, SUMS)


def export(
    leaves: Iterable[bytes],
    bodies: Mapping[str, Body],
    checkpoint: bytes,
    viewer: Author | None,
    day: datetime.date,
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give the files of an export, each as its name and the bytes to write, piece by piece.

    ``viewer`` is for whom, None for the public, and ``day`` the day on which they look. ``checkpoint`` is a signed note
    over exactly these leaves. Take each file's pieces to their end before the next file: the later ones depend on them.
    """
    exporting = _Export(leaves, bodies, View(viewer, day))
    files = {
        ENTRIES: exporting.entries(),
        BODIES: exporting.bodies(),
        RECORDS: (line + b"\n" for line in record_lines(exporting.state)),
        CHECKPOINT: iter([checkpoint]),
        README: exporting.readme(),
    }
    yield from with_sums(files.items())


def with_sums(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give files, each as its name and the pieces of its content, and behind them the file of their sums."""
    sums: list[bytes] = []
    for name, pieces in files:
        yield name, _summed(name, pieces, sums)
    yield SUMS, sums


def record_lines(state: State) -> Iterator[bytes]:
    """Write each present record of a state as one line: its kind and key, and the entry that made this version."""
    for kind, key, version in state.versions():
        yield to_json({"kind": kind, "key": key, "entry": version.entry, "record": version.record})


def sum_line(name: str, digest: str) -> bytes:
    """Write a line as ``sha256sum`` writes and checks it."""
    return f"{digest}  {name}\n".encode()


def body_line(body: Body) -> bytes:
    """Write a body as one line."""
    written = {"content": read_canonical(body.content), "digest": body.digest, "salt": base64_text.encode(body.salt)}
    return canonical_bytes(written)


class _Export:
    """One pass over the leaves, which finds out what else the viewer may see."""

    def __init__(self, leaves: Iterable[bytes], bodies: Mapping[str, Body], view: View) -> None:
        self._leaves, self._bodies, self._view = leaves, bodies, view
        self._fold = Fold(bodies, view=view)
        self._shown: dict[str, Body] = {}
        self._register = ""
        self._size = 0

    @property
    def state(self) -> State:
        """What the viewer sees of the register, once the entries were gone through."""
        return self._fold.state

    def entries(self) -> Iterator[bytes]:
        for leaf in self._leaves:
            entry = read_stored(leaf)
            self._register, self._size = entry.register, self._size + 1
            if entry.sealed is not None and is_visible(entry, self.state, self._view):
                self._show(entry.sealed)
            self._show_name(entry.by.person, entry.by.holder)
            folded = self._fold.add(entry)
            for _, _, version in () if folded is None else folded.made:
                if isinstance(version.record, Grant):
                    self._show_name(version.record.person, version.record.holder)
            yield leaf + b"\n"

    def bodies(self) -> Iterator[bytes]:
        for body in self._shown.values():
            yield body_line(body) + b"\n"

    def readme(self) -> Iterator[bytes]:
        viewer = self._view.viewer
        template = resources.files(__package__).joinpath("README.export.txt").read_text(encoding="utf-8")
        yield (
            Template(template)
            .substitute(
                register=self._register,
                entries=self._size,
                viewer="public" if viewer is None else f"{viewer.holder} ({viewer.role})",
                day=self._view.day,
            )
            .encode()
        )

    def _show(self, digest: str) -> None:
        body = self._bodies.get(digest)
        if body is not None:
            self._shown[digest] = body

    def _show_name(self, person: str | None, holder: str) -> None:
        """Show who acts for a holder to that holder alone."""
        viewer = self._view.viewer
        if person is not None and viewer is not None and viewer.holder == holder:
            self._show(person)


def _summed(name: str, pieces: Iterable[bytes], sums: list[bytes]) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
        yield piece
    sums.append(sum_line(name, digest.hexdigest()))
