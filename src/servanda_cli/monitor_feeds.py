"""``servanda monitor --feeds``: poll the feeds of a plan, keep what they gave, and search what is new.

``feeds.yaml`` in the plan folder lists them::

    - address: https://example.org/news.rss
      publisher: Harbour Post
      language: en

In the output folder, ``archive/`` keeps every answer under its SHA-256, ``archive/answers.jsonl`` what was asked and
answered and when, and ``archive/entries.jsonl`` the entries that were new: that is the stream which is searched.
"""

import datetime
import email.utils
import hashlib
import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Annotated

import msgspec

from servanda.lexicon.language import Language
from servanda.monitoring.record import Record
from servanda.plans.strict_yaml import PlanError, read_yaml
from servanda_cli.monitor_blocks import StreamError
from servanda_cli.monitor_readers import entries
from servanda_cli.monitor_state import lock, read_lines
from servanda_cli.telling import tell

_AGENT = "Servanda (reads feeds of public news for the record of agreements)"
_LARGEST = 16 << 20  # bytes of one answer
_SECONDS = 30  # for one answer
_PAUSE = 2.0  # seconds between two questions to one host
_NOT_MODIFIED = 304
_BUSY = frozenset((429, 503))
_REST = 3_600  # seconds that a busy host is left alone where it does not say


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One feed of a plan."""

    address: Annotated[str, msgspec.Meta(pattern=r"^https?://")]
    publisher: str | None = None
    language: Language | None = None


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a feed answered, and when. ``sha256`` names the file in the archive; ``not_before`` is when to ask again."""

    address: str
    asked: datetime.datetime
    status: int
    sha256: str | None = None
    etag: str | None = None
    modified: str | None = None
    not_before: datetime.datetime | None = None
    detail: str | None = None


def poll(plan: Path, output: Path) -> Path:
    """Ask every feed of a plan what is new and return the stream of entries.

    A feed that does not answer is told on standard error, and the others are asked. Raises StreamError where the plan
    has no feeds or its list is not right.
    """
    try:
        feeds = read_yaml(plan / "feeds.yaml", list[Feed])
    except PlanError as error:
        raise StreamError(str(error)) from error
    for feed in feeds:
        _check(feed.address, plan)
    archive = output / "archive"
    archive.mkdir(parents=True, exist_ok=True)
    with (archive / "answers.jsonl").open("ab") as file:
        lock(file)
        _poll(feeds, archive)
    return archive / "entries.jsonl"


def _check(address: str, plan: Path) -> None:
    """Raise StreamError where an address can be none."""
    try:
        address.encode("ascii")
        (urllib.parse.urlsplit(address).hostname or "").encode("idna")
    except ValueError as error:
        told = f"{plan / 'feeds.yaml'}: {address!r} is no address ({error})"
        raise StreamError(f"{told}; copy it from a browser, which writes %C3%A9 for é") from error


def _poll(feeds: list[Feed], archive: Path) -> None:
    last = {answer.address: answer for answer in _answers(archive)}
    known = _known(archive / "entries.jsonl")
    asked: dict[str, float] = {}
    for feed in feeds:
        before = last.get(feed.address)
        if before is not None and before.not_before is not None and before.not_before > _now():
            continue
        _be_polite(feed.address, asked)
        answer, content = _ask(feed.address, before)
        if content is not None:
            (archive / f"{answer.sha256}.xml").write_bytes(content)
            _append(archive / "entries.jsonl", _new(content, feed, known))
        _append(archive / "answers.jsonl", [msgspec.json.encode(answer)])
        if answer.detail is not None:
            tell(f"{feed.address}: {answer.detail}")
    (archive / "entries.jsonl").touch()


def _ask(address: str, before: Answer | None) -> tuple[Answer, bytes | None]:
    """Ask for a feed, on condition that it has changed. Return the answer, and its bytes where it has."""
    headers = {"User-Agent": _AGENT, "Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9"}
    if before is not None and before.etag:
        headers["If-None-Match"] = before.etag
    if before is not None and before.modified:
        headers["If-Modified-Since"] = before.modified
    asked = _now()
    etag, modified = (before.etag, before.modified) if before is not None else (None, None)
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 the list takes only http and https
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310 as above
            content = _content(response)
            if len(content) > _LARGEST:
                return Answer(address, asked, response.status, detail="the feed is too large"), None
            sha256 = hashlib.sha256(content).hexdigest()
            found = response.headers
            return Answer(address, asked, response.status, sha256, found["ETag"], found["Last-Modified"]), content
    except urllib.error.HTTPError as error:
        with error:
            if error.code == _NOT_MODIFIED:
                return Answer(address, asked, error.code, etag=etag, modified=modified), None
            rest = _rest(error.headers.get("Retry-After"), asked) if error.code in _BUSY else None
            told = f"answered {error.code} {error.reason}"
            return Answer(address, asked, error.code, None, etag, modified, rest, told), None
    except (OSError, http.client.HTTPException, ValueError) as error:  # the last where it sends us to no address
        return Answer(address, asked, 0, None, etag, modified, None, f"does not answer: {error}"), None


def _content(response: http.client.HTTPResponse) -> bytes:
    """Return the bytes of an answer, one more where it is too large. Raises TimeoutError where it takes too long."""
    content = b""
    end = time.monotonic() + _SECONDS
    while len(content) <= _LARGEST and (piece := response.read1(_LARGEST + 1 - len(content))):
        content += piece
        if time.monotonic() > end:
            raise TimeoutError(f"not all came within {_SECONDS} seconds")
    return content


def _rest(written: str | None, asked: datetime.datetime) -> datetime.datetime:
    """Return when a busy host may be asked again: after the seconds or on the day that it says."""
    try:
        if written is not None and written.isdecimal():
            return asked + datetime.timedelta(seconds=int(written))
        return email.utils.parsedate_to_datetime(written or "").astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return asked + datetime.timedelta(seconds=_REST)


def _be_polite(address: str, asked: dict[str, float]) -> None:
    host = urllib.parse.urlsplit(address).netloc
    if (wait := asked.get(host, 0.0) + _PAUSE - time.monotonic()) > 0 and host in asked:
        time.sleep(wait)
    asked[host] = time.monotonic()


def _new(content: bytes, feed: Feed, known: set[str]) -> list[bytes]:
    """Return the entries of an answer that were not there before, as lines."""
    lines = []
    for entry in entries(content):
        if entry.sha256 not in known:
            known.add(entry.sha256)
            told = msgspec.structs.replace(
                entry, publisher=feed.publisher or entry.publisher, language=feed.language or entry.language
            )
            lines.append(msgspec.json.encode(told))
    return lines


def _known(path: Path) -> set[str]:
    return {entry.sha256 for entry in read_lines(path, Record)} if path.exists() else set()


def _answers(archive: Path) -> list[Answer]:
    return list(read_lines(archive / "answers.jsonl", Answer))


def _append(path: Path, lines: list[bytes]) -> None:
    with path.open("ab") as file:
        file.writelines(line + b"\n" for line in lines)


def _now() -> datetime.datetime:
    return datetime.datetime.now(tz=datetime.UTC)
