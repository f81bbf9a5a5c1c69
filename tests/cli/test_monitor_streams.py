"""Every kind of stream gives the same documents to the monitor."""

import gzip
import json
from pathlib import Path

import pytest

from servanda_cli.monitor_blocks import StreamError
from servanda_cli.monitor_sources import blocks, sources

ARTICLES = [
    {"id": "a", "text": "The ferry was late.", "language": "en", "date": "2026-02-03", "title": "Late"},
    {"id": "b", "text": "Le bac est à l’heure.", "language": "fr", "date": "2026-02-04", "title": "À l’heure"},
    {"id": "c", "text": "El transbordador no salió.", "language": "es", "date": "2026-02-05", "title": "Nada"},
]
LINES = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in ARTICLES).encode()
RSS = """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>Harbour Post</title><language>en-CA</language>
<item><title>Late</title><link>https://example.org/1</link><guid>g1</guid>
<pubDate>Tue, 03 Feb 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;The ferry was late.&lt;/p&gt;</description></item>
<item><title>&x;</title><link>https://example.org/2</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Rade</title>
<entry><id>e1</id><title>À l’heure</title><link href="https://example.org/3"/><published>2026-02-04T10:00:00Z</published>
<content type="html">&lt;p&gt;Le bac est à l’heure.&lt;/p&gt;</content></entry></feed>"""


def read(path, start=0):
    ((name, file),) = sources(path)
    return [json.loads(line) for block in blocks(name, file, start) for _, line in block.lines if line]


def test_plain_and_compressed_lines_are_the_same_documents(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    (tmp_path / "a.jsonl").write_bytes(LINES)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES))
    (tmp_path / "a.ndjson.zst").write_bytes(zstandard.compress(LINES))

    for name in ("a.jsonl", "a.jsonl.gz", "a.ndjson.zst"):
        assert read(tmp_path / name) == ARTICLES
        assert read(tmp_path / name, start=LINES.index(b"\n") + 1) == ARTICLES[1:]


def test_a_table_is_read_by_the_names_of_its_columns(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")

    rows = [{**article, "unknown": 7} for article in ARTICLES]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")

    assert read(tmp_path / "a.parquet") == ARTICLES
    assert read(tmp_path / "a.parquet", start=2) == ARTICLES[2:]


def test_feeds_give_their_entries_with_publisher_language_and_day(tmp_path):
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "a.atom").write_text(ATOM, encoding="utf-8")

    first, second = read(tmp_path / "a.rss")
    (entry,) = read(tmp_path / "a.atom")

    assert (first["id"], first["language"], first["date"], first["publisher"]) == (
        "g1",
        "en-CA",
        "2026-02-03",
        "Harbour Post",
    )
    assert "The ferry was late." in first["html"]
    assert "root:" not in json.dumps(second)  # no entity is fetched
    assert (entry["id"], entry["address"], entry["date"]) == ("e1", "https://example.org/3", "2026-02-04")


@pytest.mark.parametrize(
    "day", [{"int": 10**8, "type": "date32"}, {"int": -(2**62), "type": "timestamp"}], ids=["day", "moment"]
)
def test_a_row_whose_day_no_calendar_has_is_read_without_it(tmp_path, day):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    kind = pyarrow.date32() if day["type"] == "date32" else pyarrow.timestamp("us")
    table = pyarrow.table({"text": ["one", "two"], "date": pyarrow.array([day["int"], 0], kind)})
    parquet.write_table(table, tmp_path / "a.parquet")

    rows = read(tmp_path / "a.parquet")

    assert [(row["text"], (row.get("date") or "")[:10]) for row in rows] == [("one", ""), ("two", "1970-01-01")]


def archived():
    body = b"<html><body><p>The ferry was late.</p></body></html>"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
        "WARC-Date: 2026-02-03T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("cut", [20, 200, 320])
def test_an_archive_that_ends_inside_of_a_page_says_so(tmp_path, cut):
    pytest.importorskip("fastwarc")
    (tmp_path / "a.warc").write_bytes(archived() + archived()[:-cut])
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(archived()) + gzip.compress(archived())[: -cut // 4])

    (block,) = blocks("a.warc", tmp_path / "a.warc", 0)

    assert (len(block.lines), [(one.at, one.code) for one in block.refused]) == (1, [(1, "malformed")])
    with pytest.raises(StreamError, match="get the file again"):
        read(tmp_path / "a.warc.gz")


def test_pages_of_a_web_archive_are_read(tmp_path):
    pytest.importorskip("fastwarc")
    (tmp_path / "a.warc").write_bytes(archived())
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(archived()))

    (page,) = read(tmp_path / "a.warc")
    assert read(tmp_path / "a.warc.gz") == [page]

    assert (page["id"], page["date"]) == ("https://example.org/1", "2026-02-03")
    assert "The ferry was late." in page["html"]


def test_a_folder_is_read_by_name_streams_first_then_documents(tmp_path):
    (tmp_path / "b.jsonl").write_bytes(LINES)
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "note.txt").write_text("The ferry was late.", encoding="utf-8")

    assert [name for name, _ in sources(tmp_path)] == ["a.rss", "b.jsonl", ""]


def test_lines_that_are_too_long_are_refused_and_those_around_them_read(tmp_path, monkeypatch):
    monkeypatch.setattr("servanda_cli.monitor_blocks.LONGEST", 100)
    monkeypatch.setattr("servanda_cli.monitor_blocks.BLOCK", 150)
    lines = [b'{"text":"one"}', b'{"text":"' + b"x" * 1000 + b'"}', b'{"text":"two"}']
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines) + b"\n")

    ((name, file),) = sources(tmp_path / "a.jsonl")
    found = list(blocks(name, file, 0))

    assert [line for block in found for _, line in block.lines if line] == [lines[0], lines[2]]
    assert [(one.at, one.code) for block in found for one in block.refused] == [(len(lines[0]) + 1, "too_large")]
    assert found[-1].next == len(b"\n".join(lines)) + 1


def test_what_cannot_be_read_is_one_line(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(b"no gzip")
    (tmp_path / "a.bin").write_bytes(b"?")

    with pytest.raises(StreamError, match="get the file again"):
        read(tmp_path / "a.jsonl.gz")
    with pytest.raises(StreamError, match="no stream"):
        list(blocks("a.bin", tmp_path / "a.bin", 0))
    with pytest.raises(StreamError, match="no such file"):
        sources(Path("nowhere"))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.rss", b"\0" * 100, "no feed of RSS or Atom"),
        ("a.rss", b"no markup", "no feed of RSS or Atom"),
        ("a.xml", b"<html><body/></html>", "its root is html"),
        ("a.rss", b"<rss>" + b"<a>" * 1000, "no feed of RSS or Atom"),
        ("a.jsonl.gz", gzip.compress(LINES)[:15] + b"\xff" * 40, "get the file again"),
        ("a.jsonl.gz", gzip.compress(LINES)[:40], "get the file again"),
        ("a.jsonl.zst", b"no frame", "get the file again"),
        ("a.parquet", b"no table", "get the file again"),
        ("a.warc", b"no archive", "get the file again"),
    ],
)
def test_a_stream_whose_bytes_are_damaged_is_one_line_and_not_an_empty_stream(tmp_path, name, content, words):
    for module in ("zstandard", "pyarrow", "fastwarc"):
        pytest.importorskip(module)
    (tmp_path / name).write_bytes(content)

    with pytest.raises(StreamError, match=words):
        read(tmp_path / name)


@pytest.mark.parametrize("checksum", [False, True])
@pytest.mark.parametrize("sized", [False, True])
def test_a_stream_of_zstandard_is_whole_or_said_to_be_cut(tmp_path, checksum, sized):
    zstandard = pytest.importorskip("zstandard")
    packing = zstandard.ZstdCompressor(write_checksum=checksum, write_content_size=sized)
    frame = packing.compress(LINES * 2_000 + b" " * 300_000 + b"\n")
    skipped = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
    path = tmp_path / "a.jsonl.zst"

    path.write_bytes(frame + skipped + frame)
    assert len(list(blocks("a", path, 0))) > 0
    for length in (2, 4, 5, 9, len(frame) // 2, len(frame) - 1, len(frame) + 3, len(frame) + 10, 2 * len(frame)):
        path.write_bytes((frame + skipped + frame)[:length])
        with pytest.raises(StreamError, match=r"damaged Zstandard .*get the file again"):
            list(blocks("a", path, 0))


def test_millions_of_empty_lines_take_no_memory(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\n" * 3_000_000 + LINES)

    found = list(blocks("a", tmp_path / "a.jsonl", 0))

    assert [json.loads(line) for block in found for _, line in block.lines] == ARTICLES
    assert (found[-1].next, sum(block.size for block in found)) == (3_000_000 + len(LINES),) * 2


def test_a_feed_without_entries_is_empty(tmp_path):
    (tmp_path / "a.rss").write_text("<rss><channel><title>Harbour Post</title></channel></rss>", encoding="utf-8")

    assert read(tmp_path / "a.rss") == []


@pytest.mark.parametrize("day", ["99999999999999999999 Jan 2020 00:00:00", "Thu, 01 Jan 2020 99:00:00 GMT", "0"])
def test_an_entry_whose_day_is_none_is_read_without_it(tmp_path, day):
    item = f"<item><description>The ferry was late.</description><pubDate>{day}</pubDate></item>"
    (tmp_path / "a.rss").write_text(f"<rss><channel>{item}</channel></rss>", encoding="utf-8")

    (entry,) = read(tmp_path / "a.rss")

    assert "date" not in entry
