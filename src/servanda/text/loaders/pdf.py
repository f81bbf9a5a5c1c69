"""Load PDF: words by their places, lines by columns, paragraphs by lines, each with its boxes on the pages.

Heads, feet and page numbers are left out; footnotes follow the paragraph that is open at the foot of their page.
"""

import threading
from collections import Counter
from collections.abc import Sequence

import pypdfium2

from servanda.text.loaders.draft import Draft
from servanda.text.loaders.errors import UnreadableError
from servanda.text.loaders.limits import Limits, refuse_more
from servanda.text.loaders.pdf_lines import Line, Stretch, read_pages
from servanda.text.loaders.pdf_margins import without_margins
from servanda.text.loaders.pdf_notes import take_notes
from servanda.text.loaders.pdf_streams import refuse_bombs
from servanda.text.loaders.pdf_text import Page, write_text
from servanda.text.loaders.pdf_words import Word, read_words

PDFIUM = threading.Lock()  # pdfium is not safe for threads: whoever uses it holds this
_PASSWORD = 4  # pdfium's FPDF_ERR_PASSWORD


def load_pdf(content: bytes, limits: Limits) -> Draft:
    """Return the canonical text and blocks of a PDF.

    Raises UnreadableError: ``encrypted``, ``damaged``, ``no_text`` (a scan), ``too_large``.
    """
    with PDFIUM:
        pages = _read_pages(content, limits)
    if not any(words for _, words in pages):
        raise UnreadableError("no_text", "has pages but no text, as a scan has; recognise its text (OCR) and read that")
    inside = without_margins(pages)
    columns = read_pages(inside if any(inside) else [words for _, words in pages])
    body_size = _body_size([line for page in columns for stretch in page for line in stretch.lines])
    return write_text([_page(stretches, body_size) for stretches in columns], body_size, limits)


def _read_pages(content: bytes, limits: Limits) -> list[tuple[float, list[Word]]]:
    """Return the height and the words of each page."""
    refuse_bombs(content, limits)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise UnreadableError(
                "encrypted", "is protected by a password; save a copy without one and read that"
            ) from error
        raise UnreadableError("damaged", "is a damaged PDF; get the file again") from error
    try:
        refuse_more(limits, pages=len(document))
        pages: list[tuple[float, list[Word]]] = []
        characters = 0
        for index in range(len(document)):
            page = document[index]
            words = read_words(page, index + 1)
            pages.append((page.get_height(), words))
            page.close()
            characters += sum(len(word.text) + 1 for word in words)
            refuse_more(limits, characters=characters)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("damaged", f"has a damaged page, number {index + 1}; get the file again") from error
    finally:
        document.close()
    return pages


def _page(stretches: Sequence[Stretch], body_size: float) -> Page:
    page = Page([], [])
    for stretch in stretches:
        lines, notes = take_notes(stretch, body_size)
        page.notes.extend(notes)
        if lines:
            page.stretches.append(Stretch(stretch.column, lines))
    return page


def _body_size(lines: Sequence[Line]) -> float:
    """Return the type size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += sum(len(word.text) for word in line.words)
    return max(sizes, key=lambda size: (sizes[size], size))
