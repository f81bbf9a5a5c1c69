"""A document: one rendition of one text, as everything else in Servanda sees it."""

import datetime
from typing import Literal

import msgspec

from servanda.lexicon.language import Language

BlockKind = Literal["title", "heading", "paragraph", "list_item", "table_cell", "footnote"]


class Block(msgspec.Struct, frozen=True, gc=False):
    """A heading, paragraph, list item or table cell: ``text[start:end]``, without its marker or surrounding space.

    ``level`` is that of a heading, from 1, or how many lists are around that of an item; 0 where nothing tells.
    ``marker`` is the bullet, number or letter that stood before a list item or an article ("•", "1.", "a)").
    ``row`` counts the rows of the document's tables from 0, so that the cells of one measure stay together.
    """

    kind: BlockKind
    start: int
    end: int
    language: Language
    level: int = 0
    marker: str = ""
    row: int | None = None


class Part(msgspec.Struct, frozen=True, gc=False):
    """A stretch with an authority of its own: a joint statement, then one side's release.

    ``authority`` is what the part is (``joint``, ``official``, ``press``); ``publisher`` and ``country`` say whose.
    """

    start: int
    end: int
    authority: str
    publisher: str | None = None
    country: str | None = None


class Box(msgspec.Struct, frozen=True, gc=False):
    """A rectangle on a page, in points from the top left corner of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Origin(msgspec.Struct, frozen=True, gc=False):
    """Where ``text[start:end]`` came from: an HTML node path, a Word paragraph and run, or a place on a PDF page."""

    start: int
    end: int
    node: str | None = None
    box: Box | None = None


class Document(msgspec.Struct, frozen=True, gc=False):
    """One rendition of one text.

    Offsets everywhere count Unicode code points of ``text``, the canonical text. ``sha256`` is that of the bytes.
    ``country`` is the publisher's (ISO 3166-1 alpha-2): it gives a bare "$" its currency. Blocks are in order and do
    not overlap; what is between them is white space and list markers. ``issues`` are codes of what the loader assumed.
    """

    name: str
    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    language: Language
    date: datetime.date | None = None
    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    country: str | None = None
    parts: tuple[Part, ...] = ()
    origins: tuple[Origin, ...] = ()
    issues: tuple[str, ...] = ()

    def part_at(self, offset: int) -> Part | None:
        """Return the part that holds this offset, or None where the document has no parts there."""
        return next((part for part in self.parts if part.start <= offset < part.end), None) if self.parts else None
