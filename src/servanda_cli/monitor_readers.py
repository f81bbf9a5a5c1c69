"""Readers of streams that are no lines of JSON: feeds, web archives, Parquet tables."""

import datetime
import email.utils
import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree

from servanda.monitoring.batch import Refused
from servanda.monitoring.record import LONGEST, Record
from servanda_cli.monitor_blocks import BLOCK, Block, StreamError

_LARGEST_FEED = 32 << 20  # bytes
_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DATE = "{http://purl.org/dc/elements/1.1/}date"
_ROOTS = frozenset(("rss", "feed", "RDF", "channel"))
_COLUMNS = Record.__struct_fields__

Numbered = tuple[int, Record | Refused]


def feed(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the entries of an RSS or Atom feed."""
    content = path.read_bytes()
    if len(content) > _LARGEST_FEED:
        raise StreamError(f"{path}: a feed of more than {_LARGEST_FEED >> 20} MB; get it again")
    found = entries(content)
    if not found and (fault := _fault(content)) is not None:
        raise StreamError(f"{path}: no feed of RSS or Atom ({fault}); get the file again")
    yield from _blocks(name, start, enumerate(found))


def _fault(content: bytes) -> str | None:
    """Return why a file without entries is no feed; None for a feed that has none, and for an empty file."""
    try:
        root = _root(content, recover=False)
    except etree.XMLSyntaxError as error:
        return str(error)
    return None if root is None or etree.QName(root).localname in _ROOTS else f"its root is {root.tag}"


def entries(content: bytes) -> list[Record]:
    """Return the entries of a feed, in its order; none where the bytes are no feed."""
    try:
        root = _root(content, recover=True)
    except etree.XMLSyntaxError:  # nothing of it could be recovered
        root = None
    if root is None:
        return []
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.findtext("channel/language")
    publisher = root.findtext("channel/title") or root.findtext(f"{_ATOM}title")
    found = [_rss(item, publisher, language) for item in root.iter("item")]
    return found + [_atom(entry, publisher, language) for entry in root.iter(f"{_ATOM}entry")]


def _root(content: bytes, *, recover: bool) -> Any:  # noqa: ANN401 lxml's elements
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=recover, huge_tree=False)
    return etree.fromstring(content, parser) if content.strip() else None


def _rss(item: Any, publisher: str | None, language: str | None) -> Record:  # noqa: ANN401 lxml's elements
    address = item.findtext("link")
    return Record(
        id=item.findtext("guid") or address,
        html=_paragraph(item.findtext(_CONTENT) or item.findtext("description") or item.findtext("title")),
        language=language,
        date=_day(item.findtext("pubDate") or item.findtext(_DATE)),
        publisher=publisher,
        address=address,
        title=item.findtext("title"),
    )


def _atom(entry: Any, publisher: str | None, language: str | None) -> Record:  # noqa: ANN401 lxml's elements
    links = [link.get("href") for link in entry.iter(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
    body = entry.find(f"{_ATOM}content")
    body = entry.find(f"{_ATOM}summary") if body is None else body
    inside = etree.tostring(body, encoding="unicode", method="html") if body is not None and len(body) else None
    text = inside or (body.text if body is not None else None) or entry.findtext(f"{_ATOM}title")
    return Record(
        id=entry.findtext(f"{_ATOM}id"),
        html=_paragraph(text),
        language=language,
        date=_day(entry.findtext(f"{_ATOM}published") or entry.findtext(f"{_ATOM}updated")),
        publisher=publisher,
        address=links[0] if links else None,
        title=entry.findtext(f"{_ATOM}title"),
    )


def _paragraph(markup: str | None) -> str:
    return f"<html><body><p>{markup or ''}</p></body></html>"


def _day(written: str | None) -> str | None:
    """Return the day of a feed's date, which is ISO 8601 or that of an e-mail."""
    if not written:
        return None
    try:
        return datetime.datetime.fromisoformat(written.strip()).date().isoformat()
    except ValueError:
        pass
    try:
        return email.utils.parsedate_to_datetime(written).date().isoformat()
    except (ValueError, OverflowError):
        return None


def web_archive(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the pages of a WARC file: its responses and resources of HTML or plain text."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - in the extra "monitor"
    except ImportError as error:
        raise StreamError(f'{path}: to read WARC install Servanda with its extra "monitor"') from error

    def pages() -> Iterator[Numbered]:
        kinds = WarcRecordType.response | WarcRecordType.resource
        # Python's own gzip says where a file ends too early.
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            for number, page in enumerate(ArchiveIterator(file, record_types=kinds, parse_http=True)):
                if number < start:
                    continue
                kind = page.http_content_type or page.headers.get("Content-Type") or ""
                if "Content-Length" not in page.headers:
                    yield number, _cut(number)
                elif kind in {"text/html", "application/xhtml+xml", "text/plain"}:
                    yield number, _page(page, number, kind)

    try:
        yield from _blocks(name, start, pages())
    except zlib.error as error:
        raise StreamError(f"{path}: damaged gzip ({error}); get the file again") from error


def _cut(number: int) -> Refused:
    return Refused(number, "malformed", "the archive ends inside of it")


def _page(page: Any, number: int, kind: str) -> Record | Refused:  # noqa: ANN401 fastwarc ships no types
    content = page.reader.read(LONGEST + 1)
    if len(content) > LONGEST:
        return Refused(number, "too_large", f"more than {LONGEST} bytes in one page")
    if len(content) < page.content_length:
        return _cut(number)
    charset = page.http_charset or "utf-8"
    try:
        text = content.decode(charset, "replace")
    except LookupError:
        text = content.decode("utf-8", "replace")
    address = page.headers.get("WARC-Target-URI")
    date = (page.headers.get("WARC-Date") or "")[:10] or None
    if kind == "text/plain":
        return Record(id=address, text=text, date=date, address=address)
    return Record(id=address, html=text, date=date, address=address)


def table(path: Path, name: str, start: int) -> Iterator[Block]:
    """Yield the rows of a Parquet file: its columns have the names of the keys of a line of JSON."""
    try:
        from pyarrow import parquet  # noqa: PLC0415 - in the extra "monitor"
    except ImportError as error:
        raise StreamError(f'{path}: to read Parquet install Servanda with its extra "monitor"') from error

    def rows() -> Iterator[Numbered]:
        number = 0
        with parquet.ParquetFile(path) as file:
            columns = [column for column in file.schema_arrow.names if column in _COLUMNS]
            for batch in file.iter_batches(columns=columns, batch_size=1024):
                for row in _rows(batch):
                    if number >= start:
                        yield number, Record(**{key: _plain(key, value) for key, value in row.items()})
                    number += 1

    yield from _blocks(name, start, rows())


def _rows(batch: Any) -> list[dict[str, Any]]:  # noqa: ANN401 pyarrow ships no types
    """Return the rows of a batch; a day that no calendar has is none."""
    try:
        return list(batch.to_pylist())
    except (OverflowError, ValueError):
        columns = {name: [_cell(cell) for cell in batch.column(name)] for name in batch.schema.names}
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _cell(cell: Any) -> Any:  # noqa: ANN401 as above
    try:
        return cell.as_py()
    except (OverflowError, ValueError):
        return None


def _plain(key: str, value: Any) -> Any:  # noqa: ANN401 whatever a table holds
    if value is None or (key == "id" and isinstance(value, int)):
        return value
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _blocks(name: str, start: int, numbered: Iterable[Numbered]) -> Iterator[Block]:
    lines: list[tuple[int, bytes]] = []
    refused: list[Refused] = []
    size = 0
    following = start
    for number, one in numbered:
        if number < start:
            continue
        following = number + 1
        if isinstance(one, Refused):
            refused.append(one)
        else:
            line = msgspec.json.encode(one)
            lines.append((number, line))
            size += len(line)
        if size >= BLOCK:
            yield Block(name, tuple(lines), following, size, tuple(refused))
            lines, refused, size = [], [], 0
    if lines or refused:
        yield Block(name, tuple(lines), following, size, tuple(refused))
