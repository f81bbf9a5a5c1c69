"""What a run of the monitor has done, kept so that it can be killed at any moment and go on exactly there.

Four files in the output folder: ``candidates.jsonl`` and ``set_aside.jsonl`` are only appended to; ``state.jsonl`` has
one line for the run and then one for each block, written after what the block gave is safely on disk, with the lengths
of the two files. What stands beyond those lengths was not finished, and is cut off when the run goes on.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from servanda.monitoring.batch import Counts, Judged, Refused
from servanda.monitoring.candidate import Candidate
from servanda_cli.monitor_blocks import Block, StreamError, Tail

Data = TypeVar("Data")

_AGAIN = "put back the file as it was, or search again with another --output"


class Run(msgspec.Struct, frozen=True):
    """What makes two runs the same search: a folder goes on only with its own."""

    stream: str
    register: str
    rule: str
    agreement: str
    since: str | None
    until: str | None
    languages: tuple[str, ...]
    shard: str


class Done(msgspec.Struct, frozen=True):
    """A block that is done: where to go on in its source, and how long the two files are since."""

    source: str
    next: int
    candidates: int
    set_aside: int
    duplicates: int
    counts: Counts
    tail: Tail | None = None


class SetAside(msgspec.Struct, frozen=True):
    """A document that could not be read."""

    source: str
    at: int
    code: str
    detail: str


class Place(msgspec.Struct, frozen=True):
    """Where in the stream a document stands."""

    source: str
    at: int


class Line(msgspec.Struct, frozen=True):
    """One line of ``candidates.jsonl``."""

    stream: Place
    candidate: Candidate


class State:
    """The output folder of a run."""

    def __init__(self, folder: Path, run: Run) -> None:
        """Open the folder and go back to the last block that was finished.

        Raises StreamError where the folder holds another search, another run writes into it, or its files are not as
        the monitor left them; OSError where it cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.run = run
        self.counts = Counts()
        self.duplicates = 0
        self.places: dict[str, int] = {}
        self.tails: dict[str, Tail | None] = {}
        with contextlib.ExitStack() as opened:
            self._journal, known = _journal(opened.enter_context((folder / "state.jsonl").open("a+b")), run)
            lengths = (known[-1].candidates, known[-1].set_aside) if known else (0, 0)
            self._candidates = _cut(opened.enter_context((folder / "candidates.jsonl").open("a+b")), lengths[0])
            self._set_aside = _cut(opened.enter_context((folder / "set_aside.jsonl").open("a+b")), lengths[1])
            for done in known:
                self._count(done)
            self._seen = {line.candidate.document.sha256 for line in lines(folder)}
            opened.pop_all()

    def keep(self, block: Block, judged: Judged) -> None:
        """Write what a block gave, and then that it is done."""
        duplicates = 0
        for document in judged.proposed:
            if document.sha256 in self._seen:
                duplicates += 1
                continue
            self._seen.add(document.sha256)
            place = msgspec.json.encode(Place(block.source, document.at))
            for line in document.lines:
                self._candidates.write(b'{"stream":' + place + b',"candidate":' + line + b"}\n")
        refused: tuple[Refused, ...] = tuple(sorted((*block.refused, *judged.refused), key=lambda one: one.at))
        for one in refused:
            self._set_aside.write(msgspec.json.encode(SetAside(block.source, one.at, one.code, one.detail)) + b"\n")
        counts = msgspec.structs.replace(judged.counts, documents=judged.counts.documents + len(block.refused))
        _to_disk(self._candidates)
        _to_disk(self._set_aside)
        lengths = (self._candidates.tell(), self._set_aside.tell())
        done = Done(block.source, block.next, *lengths, duplicates, counts, block.tail)
        self._journal.write(msgspec.json.encode(done) + b"\n")
        _to_disk(self._journal)
        self._count(done)

    def close(self) -> None:
        """Close the files."""
        for file in (self._candidates, self._set_aside, self._journal):
            with contextlib.suppress(OSError):  # what is not on disk yet is not counted as done either
                file.close()

    def _count(self, done: Done) -> None:
        self.places[done.source] = done.next
        self.tails[done.source] = done.tail
        self.duplicates += done.duplicates
        self.counts.add(done.counts)


def lines(folder: Path) -> Iterator[Line]:
    """Yield what stands in the candidates of an output folder. Raises StreamError where it is not what was written."""
    yield from read_lines(folder / "candidates.jsonl", Line)


def read_lines(path: Path, shape: type[Data]) -> Iterator[Data]:
    """Yield the lines of a file that the monitor wrote. Raises StreamError where they are not as it wrote them."""
    decoder = msgspec.json.Decoder(shape)
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                yield _decoded(path, number, line, decoder)
    except OSError as error:
        raise StreamError(f"{path}: {error.strerror}; {_AGAIN}") from error


def _journal(file: BinaryIO, run: Run) -> tuple[BinaryIO, list[Done]]:
    """Return the journal behind its last whole line, and the blocks that it knows; nobody else may write to it."""
    path = Path(file.name)
    lock(file)
    file.seek(0)
    whole = file.read()
    whole = whole[: whole.rfind(b"\n") + 1]
    first, *rest = whole.splitlines() or [b""]
    if first:
        _check(path, _decoded(path, 1, first, msgspec.json.Decoder(Run)), run)
    blocks = msgspec.json.Decoder(Done)
    known = [_decoded(path, number, line, blocks) for number, line in enumerate(rest, 2)]
    file.truncate(len(whole))
    file.seek(0, os.SEEK_END)
    if not first:
        file.write(msgspec.json.encode(run) + b"\n")
        _to_disk(file)
    return file, known


def lock(file: BinaryIO) -> None:
    """Keep a file for this process until it is closed. Raises StreamError where another process has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        folder = Path(file.name).parent
        raise StreamError(f"{folder}: another run writes into it; let it end, or give another --output") from error
    except OSError:  # a file system without locks: nobody can be kept out
        return


def _check(path: Path, held: Run, run: Run) -> None:
    other = [name for name in Run.__struct_fields__ if getattr(held, name) != getattr(run, name)]
    if other:
        raise StreamError(
            f"{path.parent}: holds another search (another {', '.join(other)});"
            " give another --output, or the same stream, plan and options"
        )


def _decoded(path: Path, number: int, line: bytes, decoder: msgspec.json.Decoder[Data]) -> Data:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StreamError(f"{path}:{number}: no line of the monitor ({error}); {_AGAIN}") from error


def _cut(file: BinaryIO, length: int) -> BinaryIO:
    if file.seek(0, os.SEEK_END) < length:
        raise StreamError(f"{file.name}: {length} bytes were written, and not all are there; {_AGAIN}")
    file.truncate(length)
    file.seek(0, os.SEEK_END)
    return file


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
