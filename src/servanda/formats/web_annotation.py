"""Readings as a W3C Web Annotation page: each mention an annotation whose target is the quote in place.

Standard: https://www.w3.org/TR/annotation-model/ (text quote and text position selectors; positions count code points).
"""

from typing import Any

import msgspec

from servanda.reading.mention import Mention, Reading
from servanda.text.document import Document
from servanda.text.selectors import quote_selector

_ENCODER = msgspec.json.Encoder()


def annotation_page(document: Document, reading: Reading) -> bytes:
    """Return all mentions of a document as one AnnotationPage, as one line of JSON without its newline."""
    source = document.address or f"urn:sha256:{document.sha256}"
    return _ENCODER.encode(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:servanda:{document.sha256}:{reading.reader}",
            "type": "AnnotationPage",
            "items": [_annotation(document, mention, reading.reader, source) for mention in reading.mentions],
        }
    )


def _annotation(document: Document, mention: Mention, reader: str, source: str) -> dict[str, Any]:
    selector = quote_selector(document.text, mention.start, mention.end)
    return {
        "id": f"urn:servanda:{document.sha256}:{reader}:{mention.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": f"urn:servanda:{reader}", "type": "Software", "name": reader},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": mention.kind},
            # The value of a body is a text: JSON-LD would drop what it does not know of anything else.
            {"type": "TextualBody", "format": "application/json", "value": _ENCODER.encode(mention.value).decode()},
        ],
        "target": {
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": selector.quote,
                    "prefix": selector.prefix,
                    "suffix": selector.suffix,
                },
                {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
            ],
        },
    }
