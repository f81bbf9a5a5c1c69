"""Which format a file has: its first bytes say, and its name must agree."""

from pathlib import PurePath
from typing import Literal

from servanda.text.loaders.errors import UnreadableError

Format = Literal["plain", "html", "pdf", "docx"]

SUFFIXES: dict[str, Format] = {
    ".txt": "plain", ".text": "plain", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
    ".docx": "docx",
}  # fmt: skip

MEDIA_TYPES: dict[Format, str] = {
    "plain": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_SAYS: dict[Format, str] = {"plain": "plain text", "html": "HTML", "pdf": "PDF", "docx": "Word"}
_BINARY = {
    b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"\x1f\x8b": "gzip data",
    b"II*\0": "a TIFF image", b"MM\0*": "a TIFF image", b"SQLite format 3": "a database", b"\x7fELF": "a program",
    b"7z\xbc\xaf": "a 7-Zip archive", b"Rar!": "a RAR archive",
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Word files, and of encrypted new ones
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_LOOKED_AT = 65_536  # bytes


def find_format(content: bytes, name: str) -> Format:
    """Return the format of a file. Raises UnreadableError where its content is none, or not the one its name says."""
    named = SUFFIXES.get(PurePath(name).suffix.lower())
    found = _of_content(content)
    if named is None or named == found or (found == "plain" and named == "html"):
        return named or found
    if found == "plain":
        raise UnreadableError("wrong_type", f"is called {_SAYS[named]} but is not; get the original file again")
    raise UnreadableError("wrong_type", f"is called {_SAYS[named]} but holds {_SAYS[found]}; rename it to match")


def _of_content(content: bytes) -> Format:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        if b"word/" in content:  # names of members stand in a ZIP as they are
            return "docx"
        raise UnreadableError("unsupported", "is a ZIP archive but not a Word document; unpack it and read its files")
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise UnreadableError("encrypted", "is protected by a password; save a copy without one and read that")
        raise UnreadableError("unsupported", "is an Office file of before 2007; save it as .docx or PDF and read that")
    if content.startswith(b"{\\rtf"):
        raise UnreadableError("unsupported", "is Rich Text; save it as .docx or PDF and read that")
    _refuse_binary(content)
    head = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(_HTML_STARTS) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head):
        return "html"
    return "plain"


def _refuse_binary(content: bytes) -> None:
    for start, what in _BINARY.items():
        if content.startswith(start):
            raise UnreadableError("wrong_type", f"is {what}, not text; get the text itself, or a PDF with text")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    head = content[:_LOOKED_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\0" in content or controls * 50 > len(head):
        raise UnreadableError("wrong_type", "holds binary data, not text; if it is text, save it as UTF-8")
