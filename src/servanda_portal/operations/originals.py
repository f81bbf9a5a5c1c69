"""The bytes of documents that have pages, kept so that their pages can be drawn.

They stand in the portal's own folder under their SHA-256; drawings stand beside them and may go at any time.
"""

import os
import shutil
import struct
import threading
import zlib
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

from servanda.text.loaders.pdf import PDFIUM
from servanda_portal.home import home

MEDIA_TYPE = "application/pdf"
Size = tuple[float, float]  # width and height of a page, in points

_SCALE = 2.0  # pixels a point: sharp on a fine screen, and about 100 KB for a page of text
_LARGEST = 2400  # pixels of the longer side: a page may be as large as its file says
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def keep_original(sha256: str, content: bytes) -> list[Size]:
    """Keep the bytes of a PDF that could be read, and return the size of each page as it is shown."""
    path = _original(sha256)
    path.parent.mkdir(exist_ok=True)
    _write(path, content)
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        try:
            return [document.get_page_size(index) for index in range(len(document))]
        finally:
            document.close()


def has_original(sha256: str) -> bool:
    """Whether the bytes are kept."""
    return _original(sha256).exists()


def keep_originals(shas: Iterable[str]) -> None:
    """Drop the bytes and the drawings of every document that is not among these."""
    kept = set(shas)
    for path in home().glob("originals/*"):
        if path.stem not in kept:
            path.unlink()
    for folder in home().glob("drawings/*"):
        if folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def draw_page(sha256: str, number: int) -> Path | None:
    """Return the PNG of a page, counted from 1; None where the document or the page is not there, or cannot be drawn.

    A page is drawn when it is first asked for.
    """
    drawing = home() / "drawings" / sha256 / f"{number}.png"
    if drawing.exists():
        return drawing
    original = _original(sha256)
    if not original.exists():
        return None
    try:
        with PDFIUM:
            image = _draw(original, number - 1)
    except (pypdfium2.PdfiumError, IndexError):
        return None
    drawing.parent.mkdir(parents=True, exist_ok=True)
    _write(drawing, image)
    return drawing


def _original(sha256: str) -> Path:
    return home() / "originals" / f"{sha256}.pdf"


def _draw(original: Path, index: int) -> bytes:
    document = pypdfium2.PdfDocument(original)
    try:
        page = document[index]
        scale = min(_SCALE, _LARGEST / max(*page.get_size(), 1))
        bitmap = page.render(scale=scale, rev_byteorder=True)
        return _png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()


def _png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """Return rows of red, green and blue as a PNG (W3C PNG, third edition, 5 and 11.2)."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # 8 bits a sample, colour, no interlace
    rows = b"".join(b"\0" + pixels[start : start + 3 * width] for start in range(0, height * stride, stride))
    return _SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _write(path: Path, content: bytes) -> None:
    """Write a file aside and rename it: two readers may ask for one page at once."""
    aside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    aside.write_bytes(content)
    aside.replace(path)
