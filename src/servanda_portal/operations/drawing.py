"""The pages of a PDF: their sizes, and each as an image."""

import struct
import zlib

import pypdfium2

from servanda.text.loaders.pdf import PDFIUM

MEDIA_TYPE = "application/pdf"
Size = tuple[float, float]  # width and height of a page, in points

_SCALE = 2.0  # pixels a point: sharp on a fine screen, and about 100 KB for a page of text
_LARGEST = 2400  # pixels of the longer side: a page may be as large as its file says
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def page_sizes(content: bytes) -> list[Size]:
    """Return the size of each page of a PDF as it is shown."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        try:
            return [document.get_page_size(index) for index in range(len(document))]
        finally:
            document.close()


def draw(content: bytes, number: str) -> bytes:
    """Return the PNG of a page of a PDF, counted from 1; nothing where there is no such page."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        try:
            if not 1 <= int(number) <= len(document):
                return b""
            page = document[int(number) - 1]
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
