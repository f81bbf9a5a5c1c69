"""Find the rows of a table among the lines of a PDF: neighbours with as many pieces, under one another."""

from collections.abc import Sequence

from servanda.text.loaders.pdf_lines import Line
from servanda.text.loaders.pdf_notes import marker_of

_CELL_GAP = 1.5  # of the type size: wider, and two words stand in two cells
_ALIGNED = 1.0  # of the type size: left or right edges of cells under one another differ less


def find_rows(lines: Sequence[Line]) -> dict[int, list[Line]]:
    """Return the cells of each line that is a row, by its index; a row has another above or below it."""
    cells = [_cells(line) for line in lines]
    rows: dict[int, list[Line]] = {}
    for index in range(1, len(lines)):
        if len(cells[index]) > 1 and _are_aligned(cells[index - 1], cells[index]):
            rows[index - 1], rows[index] = cells[index - 1], cells[index]
    return rows


def _cells(line: Line) -> list[Line]:
    pieces = line.pieces(_CELL_GAP)
    return [line] if len(pieces[0].words) == 1 and len(pieces) == 2 and _is_item(line) else pieces


def _is_item(line: Line) -> bool:
    """Whether the first word is a list marker, set apart from what it marks."""
    word = line.words[0].text
    return marker_of(line) is not None or len(word) == 1 or word.endswith((".", ")"))


def _are_aligned(above: Sequence[Line], below: Sequence[Line]) -> bool:
    return len(above) == len(below) and all(
        min(abs(one.box.left - other.box.left), abs(one.box.right - other.box.right)) < _ALIGNED * one.size
        for one, other in zip(above, below, strict=True)
    )
