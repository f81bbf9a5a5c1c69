"""What a run of the monitor has done, kept so that it can be killed at any moment and go on exactly there.

Four files in the output folder: ``candidates.jsonl`` and ``set_aside.jsonl`` are only appended to; ``state.jsonl`` has
one line for the run and then one for each block, written after what the block gave is safely on disk, with the lengths
of the two files. What stands beyond those lengths was not finished, and is cut off when the run goes on.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from servanda.monitoring.batch import Counts, Judged, Refused
from servanda.monitoring.candidate import Candidate
from servanda_cli.monitor_blocks import Block, StreamError


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

        Raises StreamError where the folder holds another search.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.run = run
        self.counts = Counts()
        self.duplicates = 0
        self.places: dict[str, int] = {}
        self._journal, known = _journal(folder / "state.jsonl", run)
        lengths = (known[-1].candidates, known[-1].set_aside) if known else (0, 0)
        self._candidates = _cut(folder / "candidates.jsonl", lengths[0])
        self._set_aside = _cut(folder / "set_aside.jsonl", lengths[1])
        for done in known:
            self._count(done)
        self._seen = {line.candidate.document.sha256 for line in lines(folder)}

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
        done = Done(block.source, block.next, self._candidates.tell(), self._set_aside.tell(), duplicates, counts)
        self._journal.write(msgspec.json.encode(done) + b"\n")
        _to_disk(self._journal)
        self._count(done)

    def close(self) -> None:
        """Close the files."""
        for file in (self._candidates, self._set_aside, self._journal):
            file.close()

    def _count(self, done: Done) -> None:
        self.places[done.source] = done.next
        self.duplicates += done.duplicates
        self.counts.add(done.counts)


def lines(folder: Path) -> Iterator[Line]:
    """Yield what stands in the candidates of an output folder."""
    decoder = msgspec.json.Decoder(Line)
    with (folder / "candidates.jsonl").open("rb") as file:
        for line in file:
            yield decoder.decode(line)


def _journal(path: Path, run: Run) -> tuple[BinaryIO, list[Done]]:
    """Open the journal behind its last whole line, and return the blocks that it knows."""
    file = path.open("a+b")
    file.seek(0)
    whole = file.read()
    whole = whole[: whole.rfind(b"\n") + 1]
    first, *rest = whole.splitlines() or [b""]
    if first and msgspec.json.decode(first, type=Run) != run:
        file.close()
        raise StreamError(f"{path.parent}: holds another search; give another --output, or the same stream and options")
    file.truncate(len(whole))
    file.seek(0, os.SEEK_END)
    if not first:
        file.write(msgspec.json.encode(run) + b"\n")
        _to_disk(file)
    return file, [msgspec.json.decode(line, type=Done) for line in rest]


def _cut(path: Path, length: int) -> BinaryIO:
    file = path.open("a+b")
    file.truncate(length)
    file.seek(0, os.SEEK_END)
    return file


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
