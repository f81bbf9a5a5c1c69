"""A document of a stream: one object of JSON Lines, read strictly enough to be judged."""

import datetime
import hashlib
import re

import msgspec

from servanda.lexicon.language import LANGUAGES, Language
from servanda.text.identify import identify
from servanda.text.loaders import UnreadableError, load_bytes

LONGEST = 4 << 20  # bytes of one line; what is longer is no article
_LONGEST_TITLE = 8_192  # characters, also of the address and all else that every candidate repeats
_READ: dict[str, Language] = {language: language for language in LANGUAGES}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class RefusedError(Exception):
    """A document that cannot be read; ``code`` says why: "too_large", "malformed", "no_text", or a loader's code."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """One document as a stream has it: ``text``, or else ``html``; the rest where it is known.

    ``date`` is ISO 8601, of which the day counts; ``language`` a tag of which the first part counts ("en-CA").
    """

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    language: str | None = None
    date: str | None = None
    publisher: str | None = None
    address: str | None = None
    title: str | None = None

    @property
    def day(self) -> datetime.date | None:
        """The day of the document, None where it has none that can be read."""
        match = _DAY.match(self.date or "")
        try:
            return datetime.date.fromisoformat(match[0]) if match else None
        except ValueError:  # "2026-02-30"
            return None

    @property
    def tag(self) -> str | None:
        """The language that the stream states, in two letters; None where it states none."""
        return self.language[:2].lower() if self.language else None

    @property
    def sha256(self) -> str:
        """The SHA-256 of what the document says: documents with the same one are one text."""
        content = f"{self.title or ''}\n\n{self.html if self.text is None else self.text}"
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


_DECODER = msgspec.json.Decoder(Record)


def decode(line: bytes) -> Record:
    """Return the document of a line. Raises RefusedError where it is too long, not JSON, or of another shape."""
    if len(line) > LONGEST:
        raise RefusedError("too_large", f"{len(line)} bytes in one document; at most {LONGEST} are read")
    try:
        record = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError("malformed", str(error)) from error
    if record.text is None and record.html is None:
        raise RefusedError("no_text", "neither text nor html")
    if len(line) > _LONGEST_TITLE:
        _check_lengths(record)
    return record


def _check_lengths(record: Record) -> None:
    for name in ("id", "language", "date", "publisher", "address", "title"):
        value = getattr(record, name)
        if isinstance(value, str) and len(value) > _LONGEST_TITLE:
            raise RefusedError("too_large", f"a {name} of {len(value)} characters; at most {_LONGEST_TITLE} are read")


def opened(record: Record) -> Record:
    """Return a document with its text, read from its HTML where it has no text.

    Raises RefusedError with the loader's code where the HTML cannot be read, or says too much of itself.
    """
    if record.text is not None:
        return record
    try:
        document = load_bytes((record.html or "").encode("utf-8", "replace"), name="page.html")
    except (UnreadableError, RecursionError) as error:
        raise RefusedError(getattr(error, "code", "malformed"), str(error)) from error
    found = msgspec.structs.replace(
        record,
        text=document.text,
        html=None,
        language=record.language or document.language,
        date=record.date or (document.date.isoformat() if document.date else None),
        publisher=record.publisher or document.publisher,
        address=record.address or document.address,
        title=record.title or document.title,
    )
    _check_lengths(found)
    return found


def spoken(record: Record) -> Language | None:
    """Return the language of a document: as it states, else as its words tell; None for one that is not read."""
    tag = record.tag
    return identify((record.text or "").split("\n"))[0] if tag is None else _READ.get(tag)
