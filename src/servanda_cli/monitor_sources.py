"""The sources of a stream: which files it has, and what reads each."""

from collections.abc import Callable, Iterator
from pathlib import Path

from servanda.text.loaders import readable_files
from servanda.text.loaders.names import called
from servanda_cli.monitor_blocks import Block, StreamError, documents, gzip_lines, plain_lines, zstandard_lines
from servanda_cli.monitor_readers import feed, table, web_archive

Reader = Callable[[Path, str, int], Iterator[Block]]

READERS: dict[str, Reader] = {
    ".jsonl": plain_lines,
    ".ndjson": plain_lines,
    ".jsonl.gz": gzip_lines,
    ".ndjson.gz": gzip_lines,
    ".jsonl.zst": zstandard_lines,
    ".ndjson.zst": zstandard_lines,
    ".rss": feed,
    ".atom": feed,
    ".xml": feed,
    ".warc": web_archive,
    ".warc.gz": web_archive,
    ".parquet": table,
}


def sources(stream: Path) -> list[tuple[str, Path]]:
    """Return the sources of a stream by name, in the order in which they are read.

    A folder is read file by file; its documents (text, HTML, PDF, Word) are one source, named by the empty string.
    """
    if stream.is_file():
        return [(called(stream.name), stream)]
    if not stream.is_dir():
        raise StreamError(f"{stream}: there is no such file or folder; check the path")
    inside = sorted(path for path in stream.rglob("*") if path.is_file() and not path.name.startswith("."))
    files = [(called(path.relative_to(stream).as_posix()), path) for path in inside if reader_of(path) is not None]
    documents: list[tuple[str, Path]] = [("", stream)] if readable_files(stream) else []
    if not files and not documents:
        raise StreamError(f"{stream}: no document or stream in this folder")
    return files + documents


def blocks(name: str, path: Path, start: int) -> Iterator[Block]:
    """Yield the blocks of a source from a place on. Raises StreamError where the source cannot be read."""
    reader = documents if path.is_dir() else reader_of(path)
    if reader is None:
        raise StreamError(f"{path}: no stream; monitor reads folders and {', '.join(READERS)}")
    try:
        yield from reader(path, name, start)
    except (OSError, EOFError, ValueError) as error:
        raise StreamError(f"{path}: {error}; get the file again") from error


def reader_of(path: Path) -> Reader | None:
    """Return what reads a file as a stream, by its name; None for what is no stream."""
    name = path.name.lower()
    return next((reader for suffix, reader in READERS.items() if name.endswith(suffix)), None)
