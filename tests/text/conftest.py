"""Documents made for one test, and a short way to say what blocks were found."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from reportlab.pdfgen import canvas

from servanda.text.document import Document
from servanda.text.loaders import load_bytes

Lines = list[tuple[float, float, float, str]]  # left, from the top, type size, words
PAGE = (400, 600)  # points


@pytest.fixture
def load() -> Callable[..., Document]:
    """Load a text or bytes; the name says the format."""

    def load_content(content: str | bytes, name: str = "text.txt", **options: Any) -> Document:
        return load_bytes(content if isinstance(content, bytes) else content.encode(), name=name, **options)

    return load_content


@pytest.fixture
def blocks() -> Callable[[Document], list[tuple[str, str, str]]]:
    """Return the kind, marker and words of each block."""

    def blocks_of(document: Document) -> list[tuple[str, str, str]]:
        return [(block.kind, block.marker, document.text[block.start : block.end]) for block in document.blocks]

    return blocks_of


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Set lines of type on pages, in points from the top left corner."""

    def pages_of(*pages: Lines, **options: Any) -> bytes:
        buffer = io.BytesIO()
        drawing = canvas.Canvas(buffer, pagesize=PAGE, **options)
        for lines in pages:
            for left, top, size, words in lines:
                drawing.setFont("Times-Roman", size)
                drawing.drawString(left, PAGE[1] - top, words)
            drawing.showPage()
        drawing.save()
        return buffer.getvalue()

    return pages_of
