"""Refuse a PDF whose streams unpack to far more than a page holds, before they are unpacked to be drawn.

What pdfium makes of a page takes some fourteen times the memory of its instructions, and it ends the whole process
where there is no more. Only streams packed with Flate alone are measured, which nearly all are; images are not unpacked
to be read.
"""

import re
import zlib

from servanda.text.loaders.errors import UnreadableError
from servanda.text.loaders.limits import Limits

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY = 1_024  # bytes before a stream in which its dictionary says what it is
_PACKED_AGAIN = 4  # times that a stream may be packed inside another


def refuse_bombs(content: bytes, limits: Limits) -> None:
    """Raise UnreadableError (``too_large``) where a stream unpacks to more than ``limits.page_bytes``."""
    end = 0
    while match := _STREAM.search(content, end):
        end = content.find(b"endstream", match.end())
        end = end if end >= 0 else len(content)
        dictionary = content[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b"obj")[2]
        if (
            not _IMAGE.search(dictionary)
            and _unpacked(content[match.end() : end], limits.page_bytes) > limits.page_bytes
        ):
            raise UnreadableError("too_large", "has a page that unpacks to far more than a text; check its origin")


def _unpacked(packed: bytes, most: int) -> int:
    """Return how many bytes a stream unpacks to, counted to just above ``most``; 0 where it is not packed."""
    size = 0
    for _ in range(_PACKED_AGAIN):
        if len(packed) < 2 or packed[0] & 15 != 8 or (packed[0] * 256 + packed[1]) % 31:
            break
        try:
            packed = zlib.decompressobj().decompress(packed, most + 1)
        except zlib.error:
            break
        size = max(size, len(packed))
    return size
