"""Load Word: headings, paragraphs, list items with the markers that Word shows, table cells and footnotes.

What was deleted, moved away or hidden is left out; what was inserted is in. Footnotes follow the text.
"""

import re
from collections.abc import Iterator

from lxml import etree

from servanda.text.document import BlockKind
from servanda.text.headings import looks_like_heading
from servanda.text.loaders.builder import Builder, clean
from servanda.text.loaders.draft import Draft, DraftBlock
from servanda.text.loaders.limits import Limits
from servanda.text.loaders.structure import mark_items
from servanda.text.loaders.word_package import WordPackage
from servanda.text.loaders.word_styles import Numbering, ParagraphStyle, Styles

_SPACE = re.compile(r"[ \t\r\n\v\f]+")
_SHOWN = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}
_LEFT_OUT = {"del", "moveFrom", "Fallback", "pPr", "sdtPr", "instrText", "delText", "object"}


def load_docx(content: bytes, limits: Limits) -> Draft:
    """Return the canonical text and blocks of a Word file.

    Raises UnreadableError: ``damaged``, ``encrypted``, ``too_large``.
    """
    package = WordPackage(content, limits)
    builder = Builder(limits)
    _WordText(package, builder).read()
    text = builder.text
    return Draft(text=text, blocks=mark_items(text, builder.blocks), origins=builder.origins)


class _WordText:
    """One reading of a package into a builder, with what is counted on the way."""

    def __init__(self, package: WordPackage, builder: Builder) -> None:
        self._package = package
        self._builder = builder
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering)
        self._paragraphs = 0
        self._tables = 0
        self._rows = 0
        self._notes: list[str] = []  # ids of the footnotes that were referred to, in order
        self._boxes: list[etree._Element] = []  # text boxes of the paragraph that is being read

    def read(self) -> None:
        for body in self._package.document.iterchildren("{*}body"):
            self._read_blocks(body)
        self._read_notes()

    def _read_blocks(self, parent: etree._Element) -> None:
        for child in parent:
            name = _local(child)
            if name == "p":
                self._paragraphs += 1
                self._read_paragraph(child, f"paragraph {self._paragraphs}")
            elif name == "tbl":
                self._read_table(child)
            elif name not in _LEFT_OUT:
                self._read_blocks(child)

    def _read_paragraph(self, paragraph: etree._Element, node: str, row: int | None = None) -> None:
        text = _SPACE.sub(" ", clean("".join(self._words(paragraph)))).strip()
        boxes, self._boxes = self._boxes, []
        style = self._styles.of(paragraph.find("{*}pPr"))
        marker = self._numbering.marker(style.place) if style.place else ""
        if any(character.isalnum() for character in text):
            kind = "table_cell" if row is not None else self._kind(style, text, paragraph)
            level = style.place.depth if kind == "list_item" and style.place else style.level
            self._builder.add(DraftBlock(kind, 0, 0, level, marker if row is None else "", row), text, node)
        for box in boxes:
            self._read_blocks(box)

    def _kind(self, style: ParagraphStyle, text: str, paragraph: etree._Element) -> BlockKind:
        if style.is_title or (style.level == 1 and not self._builder.blocks):
            return "title"
        if style.level:
            return "heading"
        if style.place:
            return "list_item"
        return "heading" if _is_bold(paragraph) and looks_like_heading(text, 0, len(text)) else "paragraph"

    def _words(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            name = _local(child)
            if name == "t":
                yield child.text or ""
            elif name in _SHOWN:
                yield _SHOWN[name]
            elif name == "footnoteReference":
                self._notes.append(_identity(child))
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name not in _LEFT_OUT and not (name == "r" and child.find("{*}rPr/{*}vanish") is not None):
                yield from self._words(child)

    def _read_table(self, table: etree._Element) -> None:
        rows = list(table.iterchildren("{*}tr"))
        if all(len(list(row.iterchildren("{*}tc"))) < 2 for row in rows):  # a frame around text
            for row in rows:
                for cell in row.iterchildren("{*}tc"):
                    self._read_blocks(cell)
            return
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(rows, 1):
            row_of_all, self._rows = self._rows, self._rows + 1
            for cell_number, cell in enumerate(row.iterchildren("{*}tc"), 1):
                self._read_cell(cell, f"table {number} row {row_number} cell {cell_number}", row_of_all)

    def _read_cell(self, cell: etree._Element, node: str, row: int) -> None:
        for child in cell:
            if _local(child) == "p":
                self._read_paragraph(child, node, row)
            elif _local(child) == "tbl":
                self._read_table(child)
            elif _local(child) not in _LEFT_OUT:
                self._read_cell(child, node, row)

    def _read_notes(self) -> None:
        root = self._package.footnotes
        notes = {_identity(note): note for note in ([] if root is None else root.iterchildren("{*}footnote"))}
        for number, identity in enumerate(self._notes, 1):
            note = notes.get(identity)
            if note is None:
                continue
            paragraphs = ("".join(self._words(paragraph)) for paragraph in note.iter("{*}p"))
            text = _SPACE.sub(" ", clean(" ".join(paragraphs))).strip()
            if text:
                self._builder.add(DraftBlock("footnote", 0, 0, marker=str(number)), text, f"footnote {number}")


def _is_bold(paragraph: etree._Element) -> bool:
    """Whether every run with words is set in bold."""
    runs = [run for run in paragraph.iter("{*}r") if run.find("{*}t") is not None]
    bold = [run.find("{*}rPr/{*}b") for run in runs]
    return bool(bold) and all(mark is not None and "0" not in mark.attrib.values() for mark in bold)


def _identity(element: etree._Element) -> str:
    return element.get(f"{{{etree.QName(element).namespace}}}id", "")


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
