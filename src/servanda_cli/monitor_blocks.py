"""Streams as blocks of JSON Lines: whatever a stream is kept in, what is judged has one shape."""

import gzip
import io
import os
from collections.abc import Iterator
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


class StreamError(Exception):
    """A stream that cannot be read; the message names it and says what to do."""


def plain_lines(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the blocks of a file of lines."""
    with path.open("rb") as file:
        file.seek(start)
        yield from _of_lines(file, name, start)


def gzip_lines(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the blocks of a file of lines compressed by gzip."""
    with gzip.open(path, "rb") as file:
        _skip(file, start)
        yield from _of_lines(file, name, start)


def zstandard_lines(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the blocks of a file of lines compressed by Zstandard."""
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


def documents(folder: Path, name: str, start: int) -> Iterator[Block]:
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
