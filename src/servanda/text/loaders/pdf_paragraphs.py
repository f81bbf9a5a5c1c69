"""Make paragraphs of the lines of a PDF: by space, indents, type sizes and list markers, and by how full a line is.

A line ends its paragraph where the first word of the next would have fitted on it.
"""

import dataclasses
import itertools
import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence

from servanda.text.document import Box
from servanda.text.loaders.pdf_lines import Line, Stretch
from servanda.text.loaders.pdf_tables import find_rows
from servanda.text.markers import find_markers

_LENGTH = re.compile(r"(?:^|[^\W_a-z]|\u00a0)[kcm]?m$")
_HYPHENS = ("-", "‐", "\u00ad")
_ENDS_SENTENCE = (".", "!", "?", "…", ":", ";", "”", "»")
_INDENT = 0.8  # of the type size
_SPACED = 1.3  # of the usual distance of lines
_SPACE = 0.25  # of the type size: between two words
_TOUCHING = 0.08  # of the type size: nearer, and there is no space between two words
_OTHER_SIZE = 0.1  # of the type size: a difference that is seen


@dataclasses.dataclass(frozen=True, slots=True)
class Paragraph:
    """Text, and the box of each line with the offset in the text at which it begins."""

    text: str
    boxes: list[tuple[int, Box]]


@dataclasses.dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the text, how it reads, and what its stretch says of it."""

    line: Line
    text: str
    stretch: int  # counts the stretches of the document
    reach: float  # how far right the lines of its column go
    pitch: float  # the usual distance of lines of this size
    cells: tuple[Line, ...]  # those of a row of a table; none for running text


def place(stretches: Sequence[Stretch]) -> list[PlacedLine]:
    """Return the lines of the stretches."""
    rights: dict[tuple[str, int], list[float]] = defaultdict(list)
    pitches: dict[int, list[float]] = defaultdict(list)
    for stretch in stretches:
        rights[_column(stretch)] += [line.box.right for line in stretch.lines]
        for before, line in itertools.pairwise(stretch.lines):
            pitches[round(line.size)].append(line.box.bottom - before.box.bottom)
    reach = {column: sorted(ends)[len(ends) * 19 // 20] for column, ends in rights.items()}  # few lines stick out
    usual = {size: statistics.median_low(distances) for size, distances in pitches.items()}
    placed: list[PlacedLine] = []
    for index, stretch in enumerate(stretches):
        rows = find_rows(stretch.lines)
        for number, line in enumerate(stretch.lines):
            pitch = usual.get(round(line.size), line.size)
            cells = tuple(rows.get(number, ()))
            placed.append(PlacedLine(line, read(line), index, reach[_column(stretch)], pitch, cells))
    return placed


def join_lines(lines: Sequence[PlacedLine], body_size: float) -> list[list[PlacedLine]]:
    """Return the lines of each paragraph; a row of a table is one by itself."""
    ends = list(itertools.accumulate(len(placed.text) + 1 for placed in lines))
    spans = [(end - 1 - len(placed.text), end - 1) for placed, end in zip(lines, ends, strict=True)]
    markers = find_markers("\n".join(placed.text for placed in lines), spans)
    paragraphs: list[list[PlacedLine]] = []
    marked = False  # whether the paragraph has a marker
    for placed, marker in zip(lines, markers, strict=True):
        if marker is None and paragraphs and _goes_on(paragraphs[-1], placed, body_size, marked=marked):
            paragraphs[-1].append(placed)
        else:
            paragraphs.append([placed])
            marked = marker is not None
    return paragraphs


def write(lines: Sequence[tuple[str, Line]], known: frozenset[str]) -> Paragraph:
    """Return the text of lines in one piece; ``known`` are the words of the document (``known_words``).

    A hyphen at a line end stays where the document writes the word with it elsewhere, else it only divides a word.
    """
    pieces: list[str] = []
    boxes: list[tuple[int, Box]] = []
    length = 0
    for (text, line), (after, _) in itertools.zip_longest(lines, lines[1:], fillvalue=("", lines[-1][1])):
        boxes.append((length, line.box))
        if not _is_divided(text):
            piece = f"{text} "
        elif after[:1].islower() and not _is_compound(text, after, known):
            piece = text[:-1]
        else:
            piece = text
        pieces.append(piece)
        length += len(piece)
    return Paragraph("".join(pieces).rstrip(), boxes)


def known_words(lines: Iterable[PlacedLine]) -> frozenset[str]:
    """Return the words of the document that no line end divides, in lower case; compounds with their hyphens."""
    return frozenset(word.text.lower().strip(".,;:()") for placed in lines for word in placed.line.words[:-1])


def _is_divided(text: str) -> bool:
    return text.endswith(_HYPHENS) and text[-2:-1].isalnum()


def _is_compound(before: str, after: str, known: frozenset[str]) -> bool:
    head = before.rpartition(" ")[2][:-1].lower()
    tail = after.partition(" ")[0].lower().rstrip(".,;:()")
    return f"{head}-{tail}" in known or (f"{head}{tail}" not in known and "-" in head)


def _column(stretch: Stretch) -> tuple[str, int]:
    left = min(line.box.left for line in stretch.lines)
    return stretch.column, round(left / 20)


def read(line: Line) -> str:
    """Return the words of a line. Raised numbers refer to footnotes and are left out, but for those of areas: km2."""
    pieces: list[str] = []
    for before, word in zip([None, *line.words], line.words, strict=False):
        if before is not None and word.box.left - before.box.right > _TOUCHING * word.size:
            pieces.append(" ")
        pieces.append(word.text + word.raised if _LENGTH.search(word.text) else word.text)
    return "".join(pieces)


def _goes_on(before: Sequence[PlacedLine], placed: PlacedLine, body_size: float, *, marked: bool) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last, line = before[-1].line, placed.line
    if placed.cells or before[-1].cells or abs(line.size - last.size) > _OTHER_SIZE * last.size:
        return False
    is_full = _is_full(before[-1], placed)
    if placed.stretch != before[-1].stretch:
        return is_full and not before[-1].text.endswith(_ENDS_SENTENCE)
    if line.box.bottom - last.box.bottom > _SPACED * placed.pitch:
        return False
    if line.size > (1 + _OTHER_SIZE) * body_size:
        return True  # the lines of a title are as long as they are
    indent = (line.box.left - last.box.left) / line.size
    if indent > _INDENT:
        return marked and len(before) == 1
    return is_full and not (indent < -_INDENT and len(before) > 1)


def _is_full(before: PlacedLine, placed: PlacedLine) -> bool:
    if _is_divided(before.text):
        return True
    first = placed.line.words[0].box
    needed = _SPACE * placed.line.size + first.right - first.left
    return before.line.box.right + needed > before.reach - _SPACE * placed.line.size
