"""Write the canonical text of a PDF from the lines of its pages."""

import dataclasses
import itertools
from collections.abc import Sequence

import msgspec

from servanda.text.document import Box, Origin
from servanda.text.loaders.builder import Builder
from servanda.text.loaders.draft import Draft, DraftBlock
from servanda.text.loaders.limits import Limits
from servanda.text.loaders.pdf_lines import Line, Stretch
from servanda.text.loaders.pdf_paragraphs import Paragraph, PlacedLine, join_lines, known_words, place, read, write
from servanda.text.loaders.structure import classify

_LARGE = 1.15  # of the size of the text: from here, a heading


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """The text of a page in reading order, and the lines of each of its footnotes, the marker first."""

    stretches: list[Stretch]
    notes: list[list[Line]]


def write_text(pages: Sequence[Page], body_size: float, limits: Limits) -> Draft:
    """Return the text of pages; ``body_size`` is the type size of most of it."""
    placed = place([stretch for page in pages for stretch in page.stretches])
    return _Writer(known_words(placed), body_size, limits).write(join_lines(placed, body_size), pages)


class _Writer:
    def __init__(self, known: frozenset[str], body_size: float, limits: Limits) -> None:
        self._known = known
        self._body_size = body_size
        self._builder = Builder(limits)
        self._row = 0
        self._sizes: dict[int, float] = {}  # of the type of each paragraph, by the index of its block

    def write(self, groups: Sequence[Sequence[PlacedLine]], pages: Sequence[Page]) -> Draft:
        noted = 0  # pages whose footnotes are written
        for group, following in itertools.zip_longest(groups, groups[1:]):
            if group[0].cells:
                self._add_row(group[0].cells)
            else:
                self._sizes[len(self._builder.blocks)] = group[0].line.size
                written = write([(placed.text, placed.line) for placed in group], self._known)
                self._add(DraftBlock("paragraph", 0, 0), written)
            finished = following[0].line.box.page - 1 if following else len(pages)
            for page in pages[noted:finished]:
                self._add_notes(page)
            noted = max(noted, finished)
        text = self._builder.text
        return Draft(text=text, blocks=self._classified(text), origins=self._builder.origins)

    def _add(self, block: DraftBlock, written: Paragraph) -> None:
        start = self._builder.add(block, written.text)
        begins = [start + offset for offset, _ in written.boxes]
        ends = [*begins[1:], start + len(written.text)]
        self._builder.origins += [
            Origin(begin, end, box=_rounded(box))
            for begin, end, (_, box) in zip(begins, ends, written.boxes, strict=True)
        ]

    def _add_row(self, cells: Sequence[Line]) -> None:
        for cell in cells:
            text = read(cell)
            self._add(DraftBlock("table_cell", 0, 0, row=self._row), Paragraph(text, [(0, cell.box)]))
        self._row += 1

    def _add_notes(self, page: Page) -> None:
        for first, *others in page.notes:
            begun = Line(first.words[1:])
            written = write([(read(line), line) for line in (begun, *others)], self._known)
            self._add(DraftBlock("footnote", 0, 0, marker=first.words[0].text), written)

    def _classified(self, text: str) -> list[DraftBlock]:
        """Return the blocks, with headings and list items among the paragraphs."""
        blocks = list(self._builder.blocks)
        sizes = list(self._sizes.values())
        large = {index for index, size in enumerate(sizes) if size >= _LARGE * self._body_size}
        levels = sorted({round(sizes[index]) for index in large}, reverse=True)
        has_title = False  # the first of the largest type, where type tells
        spans = [(blocks[index].start, blocks[index].end) for index in self._sizes]
        for number, (index, block) in enumerate(zip(self._sizes, classify(text, spans, large), strict=True)):
            level = levels.index(round(sizes[number])) + 1 if number in large else 0
            kind = block.kind
            if levels and kind in {"title", "heading"}:
                kind = "heading" if has_title or level != 1 else "title"
                has_title = has_title or level == 1
            blocks[index] = msgspec.structs.replace(block, kind=kind, level=level)
        return blocks


def _rounded(box: Box) -> Box:
    return Box(box.page, *(round(side, 2) for side in (box.left, box.top, box.right, box.bottom)))
