"""Streams as blocks of JSON Lines: whatever a stream is kept in, what is judged has one shape."""

import gzip
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from servanda.monitoring.batch import Refused
from servanda.monitoring.record import LONGEST, Record
from servanda.text.loaders import UnreadableError, load_path, readable_files

# Bytes of lines that are judged at once; tests make it small.
BLOCK = int(os.environ.get("SERVANDA_MONITOR_BLOCK", "8388608"))


class Block(msgspec.Struct, frozen=True):
    """A stretch of one source: lines of JSON with their places, and what could not even be made a line.

    A place is a byte offset in a file of lines (as it is uncompressed), else the number of the document in its source.
    ``next`` is the place at which to go on; ``size`` counts the bytes that were read for it.
    """

    source: str
    lines: tuple[tuple[int, bytes], ...]
    next: int
    size: int
    refused: tuple[Refused, ...] = ()


Reader = Callable[[Path, str, int], Iterator[Block]]


class StreamError(Exception):
    """A stream that cannot be read; the message names it and says what to do."""


def sources(stream: Path) -> list[tuple[str, Path]]:
    """Return the sources of a stream by name, in the order in which they are read.

    A folder is read file by file; its documents (text, HTML, PDF, Word) are one source, named by the empty string.
    """
    if stream.is_file():
        return [(stream.name, stream)]
    if not stream.is_dir():
        raise StreamError(f"{stream}: there is no such file or folder; check the path")
    inside = sorted(path for path in stream.rglob("*") if path.is_file() and not path.name.startswith("."))
    files = [(path.relative_to(stream).as_posix(), path) for path in inside if reader_of(path) is not None]
    documents: list[tuple[str, Path]] = [("", stream)] if readable_files(stream) else []
    if not files and not documents:
        raise StreamError(f"{stream}: no document or stream in this folder")
    return files + documents


def blocks(name: str, path: Path, start: int) -> Iterator[Block]:
    """Yield the blocks of a source from a place on. Raises StreamError where the source cannot be read."""
    reader = _documents if path.is_dir() else reader_of(path)
    if reader is None:
        raise StreamError(f"{path}: no stream; monitor reads folders, .jsonl (.gz, .zst), .xml, .warc and .parquet")
    try:
        yield from reader(path, name, start)
    except (OSError, EOFError, ValueError) as error:
        raise StreamError(f"{path}: {error}; get the file again") from error


def reader_of(path: Path) -> Reader | None:
    """Return what reads a file as a stream, by its name; None for what is no stream."""
    name = path.name.lower()
    return next((reader for suffix, reader in READERS.items() if name.endswith(suffix)), None)


def _plain(path: Path, name: str, start: int) -> Iterator[Block]:
    with path.open("rb") as file:
        file.seek(start)
        yield from _of_lines(file, name, start)


def _gzip(path: Path, name: str, start: int) -> Iterator[Block]:
    with gzip.open(path, "rb") as file:
        _skip(file, start)
        yield from _of_lines(file, name, start)


def _zstandard(path: Path, name: str, start: int) -> Iterator[Block]:
    try:
        import zstandard  # noqa: PLC0415 - in the extra "monitor"
    except ImportError as error:
        raise StreamError(f'{path}: to read .zst install Servanda with its extra "monitor"') from error
    with path.open("rb") as raw, zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True) as unpacked:
        file = io.BufferedReader(unpacked, BLOCK)
        _skip(file, start)
        yield from _of_lines(file, name, start)


def _skip(file: BinaryIO | io.BufferedIOBase, count: int) -> None:
    while count > 0 and (piece := file.read(min(count, BLOCK))):
        count -= len(piece)


def _of_lines(file: BinaryIO | io.BufferedIOBase, name: str, start: int) -> Iterator[Block]:
    """Yield whole lines, about ``BLOCK`` bytes at once. Of a line that is too long only its length is kept."""
    place = start
    rest = b""
    while True:
        piece = file.read(BLOCK)
        end = not piece
        whole, newline, tail = (rest + piece).rpartition(b"\n")
        if not end and not newline and len(tail) <= LONGEST:
            rest = tail
            continue
        lines: list[tuple[int, bytes]] = []
        first = place
        for line in whole.split(b"\n") if newline else ():
            lines.append((place, line))
            place += len(line) + 1
        refused: tuple[Refused, ...] = ()
        if end and tail:
            lines.append((place, tail))
            place += len(tail)
            tail = b""
        elif len(tail) > LONGEST:
            length = len(tail) + _to_the_end_of_the_line(file)
            refused = (Refused(place, "too_large", f"more than {LONGEST} bytes in one line"),)
            place, tail = place + length, b""
        if lines or refused:
            yield Block(name, tuple(lines), place, place - first, refused)
        if end:
            return
        rest = tail


def _to_the_end_of_the_line(file: BinaryIO | io.BufferedIOBase) -> int:
    length = 0
    while piece := file.readline(BLOCK):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return length


def _documents(folder: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the documents of a folder, one block each; a place is the number of the document, by path."""
    for number, path in enumerate(readable_files(folder)):
        if number >= start:
            yield document_block(path, path.relative_to(folder).as_posix(), name, number)


def document_block(path: Path, shown: str, name: str, number: int) -> Block:
    """Return one document as a block; one that cannot be read is refused with its reason."""
    size = path.stat().st_size
    try:
        document = load_path(path, name=shown)
    except UnreadableError as error:
        return Block(name, (), number + 1, size, (Refused(number, error.code, str(error)),))
    record = Record(
        id=shown,
        text=document.text,
        language=document.language,
        date=document.date.isoformat() if document.date else None,
        publisher=document.publisher,
        address=document.address,
        title=document.title,
    )
    return Block(name, ((number, msgspec.json.encode(record)),), number + 1, size)


READERS: dict[str, Reader] = {
    ".jsonl": _plain,
    ".ndjson": _plain,
    ".jsonl.gz": _gzip,
    ".ndjson.gz": _gzip,
    ".jsonl.zst": _zstandard,
    ".ndjson.zst": _zstandard,
}
