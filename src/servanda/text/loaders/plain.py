"""Load plain text: decode it, and find its headings, paragraphs, list items and tables.

The canonical text is the file as decoded, with every line end as one newline, exactly as ``Path.read_text`` gives it:
a byte order mark stays. A paragraph is a line, or, where lines are wrapped at a width, the lines up to an empty one.
"""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from servanda.text.loaders.draft import Draft, DraftBlock
from servanda.text.loaders.limits import Limits, refuse_more
from servanda.text.loaders.structure import classify
from servanda.text.loaders.tables import find_rows, split_row
from servanda.text.markers import find_markers

Span = tuple[int, int]

_FIRST_WORD = re.compile(r"\S+")
_WIDTHS = range(40, 131)  # characters at which lines are wrapped


class _Wrapping(NamedTuple):
    """The width at which lines are wrapped, and where lines begin with a marker."""

    width: int
    marked: set[int]


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of the bytes and the codes of what was assumed.

    A byte order mark decides; then UTF-8; bytes that are not UTF-8 are read as Windows-1252 (``encoding_assumed``).
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), ("encoding_assumed",)


def load_plain(content: bytes, limits: Limits) -> Draft:
    """Return the canonical text and blocks of a plain text file."""
    text, issues = decode(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_more(limits, lines=text.count("\n"))
    return Draft(text=text, blocks=find_blocks(text), issues=issues)


def find_blocks(text: str) -> list[DraftBlock]:
    """Find the headings, paragraphs, list items and table cells of a text by its lines."""
    groups = _groups(text)
    wrapping = _wrapping(text, groups)
    spans: list[Span] = []
    rows: dict[int, int] = {}  # which of the spans are cells, and of which row
    row = 0
    tables = "\t" in text or "|" in text
    for lines in groups:
        done = 0
        for first, end in find_rows(text, lines) if tables else ():
            spans += _unwrap(text, lines[done:first], wrapping)
            for line in lines[first:end]:
                cells = split_row(text, *line)
                rows.update((len(spans) + column, row) for column in range(len(cells)))
                spans += cells
                row += bool(cells)
            done = end
        spans += _unwrap(text, lines[done:], wrapping)
    blocks = classify(text, spans)
    for index, number in rows.items():
        blocks[index] = DraftBlock("table_cell", *spans[index], row=number)
    return blocks


def find_paragraphs(text: str) -> list[Span]:
    """Find the paragraphs of a text by its lines, whatever they are."""
    groups = _groups(text)
    wrapping = _wrapping(text, groups)
    return [span for lines in groups for span in _unwrap(text, lines, wrapping)]


def _groups(text: str) -> list[list[Span]]:
    """Return the lines that are not empty, without surrounding space, in groups that empty lines part."""
    groups: list[list[Span]] = [[]]
    position = 1 if text.startswith("\ufeff") else 0
    for line in text[position:].split("\n"):
        if stripped := line.strip():
            start = position if len(stripped) == len(line) else position + len(line) - len(line.lstrip())
            groups[-1].append((start, start + len(stripped)))
        elif groups[-1]:
            groups.append([])
        position += len(line) + 1
    return [group for group in groups if group]


def _wrapping(text: str, groups: Sequence[Sequence[Span]]) -> _Wrapping | None:
    """Return how the lines of a text are wrapped, or None where a line is a paragraph.

    In wrapped text, the line after one that is too full for another word mostly goes on in lower case.
    """
    lines = [line for group in groups for line in group]
    columns = sorted(_column(text, end) for _, end in lines)
    width = columns[len(columns) * 19 // 20] if columns else 0
    if width not in _WIDTHS:
        return None
    pairs = [(before, line) for group in groups for before, line in itertools.pairwise(group)]
    full = [(before, line) for before, line in pairs if _is_full(text, before, line, width)]
    going_on = sum(_is_in_sentence(text, before, line) for before, line in full)
    if not going_on or 2 * going_on < len(full):
        return None
    markers = find_markers(text, lines)
    return _Wrapping(width, {start for (start, _), marker in zip(lines, markers, strict=True) if marker})


def _unwrap(text: str, lines: Sequence[Span], wrapping: _Wrapping | None) -> list[Span]:
    """Return the paragraphs of neighbouring lines."""
    if wrapping is None:
        return list(lines)
    paragraphs: list[Span] = []
    before: Span | None = None
    for line in lines:
        if before is not None and line[0] not in wrapping.marked and _goes_on(text, before, line, wrapping.width):
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
        before = line
    return paragraphs


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    return _is_in_sentence(text, before, line) or _is_full(text, before, line, width)


def _is_in_sentence(text: str, before: Span, line: Span) -> bool:
    return text[line[0]].islower() and not text.endswith((".", "!", "?", ":", ";"), *before)


def _is_full(text: str, before: Span, line: Span, width: int) -> bool:
    word = _FIRST_WORD.match(text, *line)
    return word is not None and _column(text, before[1]) + 1 + len(word[0]) > width


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset) - 1
