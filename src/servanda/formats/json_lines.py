"""Readings as JSON Lines, exactly in the shape of DESIGN section 12.

Offsets count Unicode code points; Decimals are strings; keys come in one order, so the same input gives the same bytes.
"""

from typing import Any

import msgspec

from servanda.reading.mention import Reading
from servanda.text.document import Document

_ENCODER = msgspec.json.Encoder()


def document_fields(document: Document) -> dict[str, Any]:
    """Return what JSON says of a document."""
    return {
        "name": document.name,
        "sha256": document.sha256,
        "language": document.language,
        "date": document.date,
        "title": document.title,
        "publisher": document.publisher,
        "parts": [{"start": part.start, "end": part.end, "authority": part.authority} for part in document.parts],
    }


def reading_line(document: Document, reading: Reading) -> bytes:
    """Return one document's reading as one line of JSON, without its newline."""
    return _ENCODER.encode(
        {
            "document": document_fields(document),
            "mentions": reading.mentions,
            "excluded": reading.excluded,
            "issues": reading.issues,
            "reader": reading.reader,
        }
    )
