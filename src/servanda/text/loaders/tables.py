"""Tables typed in plain text: neighbouring lines with the same number of cells between tabs or bars."""

import re
from collections.abc import Iterator, Sequence

from servanda.text.markers import starts_with_marker

Span = tuple[int, int]

_SEPARATOR = re.compile(r"\s*(?:\t|\|)\s*")
_RULE = re.compile(r"[\s|:+=-]+")  # the line of a Markdown table under its head

_NUMBER = re.compile(
    r"[A-Z]?\d{0,3}(?:\.\d{1,3}){0,3}[.)]?|n(?:\.?\s?[º°o]\.?|r\.?)|#", re.IGNORECASE
)  # a cell that numbers its row: "1.1", "A.2", "3)", or says so


def split_row(text: str, start: int, end: int) -> list[Span]:
    """Return the cells of a line that are not empty, without the space around them; none for a rule between rows."""
    if _RULE.fullmatch(text, start, end):
        return []
    cells: list[Span] = []
    begin = start
    for match in _SEPARATOR.finditer(text, start, end):
        cells.append((begin, match.start()))
        begin = match.end()
    cells.append((begin, end))
    return [cell for cell in cells if cell[0] < cell[1]]


def find_rows(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last but one index of each run of lines that are rows of one table."""
    first = 0
    while first < len(lines):
        last, width = first, _width(text, *lines[first])
        if width > 1:
            while last + 1 < len(lines) and _width(text, *lines[last + 1]) in {width, 0}:
                last += 1
            if last > first:
                yield first, last + 1
        first = last + 1


def _width(text: str, start: int, end: int) -> int:
    """Return how many cells a line has: 0 for a rule between rows."""
    if "\t" not in text[start:end] and "|" not in text[start:end]:
        return 1
    if _RULE.fullmatch(text, start, end):
        return 0
    cells = split_row(text, start, end)
    numbered = _NUMBER.fullmatch(text, *cells[0]) is not None
    return 1 if starts_with_marker(text, start, end) and not numbered else len(cells)
