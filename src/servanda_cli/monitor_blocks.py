"""Streams as blocks of JSON Lines: whatever a stream is kept in, what is judged has one shape."""

import gzip
import hashlib
import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import typer

from servanda.monitoring.batch import Refused
from servanda.monitoring.record import LONGEST, Record
from servanda.text.loaders import UnreadableError, load_path, readable_files
from servanda.text.loaders.names import called
from servanda_cli.zstandard_frames import check_end


def _block(written: str) -> int:
    if not written.isdecimal() or not int(written):
        raise typer.BadParameter(
            f"{written!r} is no number of bytes; write 2097152", param_hint="SERVANDA_MONITOR_BLOCK"
        )
    return int(written)


# Bytes of lines that are judged at once. Few are sent from process to process in half the time, within the cache, and
# several processes end together. Tests make it smaller.
BLOCK = _block(os.environ.get("SERVANDA_MONITOR_BLOCK", "2097152"))


class Tail(msgspec.Struct, frozen=True):
    """The last line of a block by its place and SHA-256: where it is no more there, the stream is another."""

    at: int
    sha256: str


class Block(msgspec.Struct, frozen=True):
    """A stretch of one source: lines of JSON with their places, and what could not even be made a line.

    A place is a byte offset in a file of lines (as it is uncompressed), else the number of the document in its source.
    ``next`` is the place at which to go on; ``size`` counts the bytes that were read for it. ``tail`` is the last line
    before ``next``, whichever shard it belongs to; None where that could not be made a line.
    """

    source: str
    lines: tuple[tuple[int, bytes], ...]
    next: int
    size: int
    refused: tuple[Refused, ...] = ()
    tail: Tail | None = None


class StreamError(Exception):
    """A stream that cannot be read; the message names it and says what to do."""


def tail_of(block: Block) -> Tail | None:
    """Return the last line of a whole block; None where something that is no line comes after it, or it is too long."""
    if not block.lines:
        return None
    at, line = block.lines[-1]
    if len(line) > LONGEST or any(one.at > at for one in block.refused):
        return None
    return Tail(at, _sha256(line))


def going_on(found: Iterator[Block], tail: Tail, path: Path) -> Iterator[Block]:
    """Yield the blocks after a tail, of those that begin with it.

    Raises StreamError where they do not: the stream is shorter than it was, or another.
    """
    first = next(found, None)
    if first is None or not first.lines or first.lines[0][0] != tail.at or _sha256(first.lines[0][1]) != tail.sha256:
        raise StreamError(
            f"{path}: what was read before has changed, at {tail.at}; put the stream back, or give another --output"
        )
    rest = msgspec.structs.replace(first, lines=first.lines[1:], size=first.size - len(first.lines[0][1]))
    if rest.lines or rest.refused:
        yield rest
    yield from found


def _sha256(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def plain_lines(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the blocks of a file of lines."""
    with path.open("rb") as file:
        file.seek(start)
        yield from _of_lines(file, name, start)


def gzip_lines(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the blocks of a file of lines compressed by gzip."""
    try:
        with gzip.open(path, "rb") as file:
            _skip(file, start)
            yield from _of_lines(file, name, start)
    except zlib.error as error:
        raise StreamError(f"{path}: damaged gzip ({error}); get the file again") from error


def zstandard_lines(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the blocks of a file of lines compressed by Zstandard."""
    try:
        import zstandard  # noqa: PLC0415 - in the extra "monitor"
    except ImportError as error:
        raise StreamError(f'{path}: to read .zst install Servanda with its extra "monitor"') from error
    unpacking = zstandard.ZstdDecompressor()
    try:
        with path.open("rb") as raw, unpacking.stream_reader(raw, read_across_frames=True) as unpacked:
            check_end(raw)
            raw.seek(0)
            file = io.BufferedReader(unpacked, BLOCK)
            _skip(file, start)
            yield from _of_lines(file, name, start)
    except (zstandard.ZstdError, EOFError) as error:
        raise StreamError(f"{path}: damaged Zstandard ({error}); get the file again") from error


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
            if line:  # millions that are empty would be no documents, but places
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
        if place > first:
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


def documents(folder: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the documents of a folder, one block each; a place is the number of the document, by path."""
    for number, path in enumerate(readable_files(folder)):
        if number >= start:
            yield document_block(path, called(path.relative_to(folder).as_posix()), name, number)


def document_block(path: Path, shown: str, name: str, number: int) -> Block:
    """Return one document as a block; one that cannot be read is refused with its reason."""
    size = path.stat().st_size
    try:
        document = load_path(path, name=shown)
    except UnreadableError as error:
        return Block(name, (), number + 1, size, (Refused(number, error.code, called(str(error))),))
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
