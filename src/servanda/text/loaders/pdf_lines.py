"""Put the words of a PDF page into lines, in the order in which they are read: column by column.

A gutter is a strip that few lines cross, with running text on both sides. Lines across the gutter (a title, a wide
figure's caption) part the columns above from those below. A table has cells beside one another as well, but they do not
fill their columns; its rows are read across.
"""

import dataclasses
import itertools
import statistics
from collections.abc import Iterable, Sequence

from servanda.text.document import Box
from servanda.text.loaders.pdf_words import Word
from servanda.text.origins import around

_GAP = 0.7  # of the type size: wider, and two words may stand in two columns
_CROSSING = 0.25  # of the pieces of lines, at most, may cross a gutter
_FILLED = 0.6  # of a column's width: lines of running text mostly fill more
_NARROWEST = 0.2  # of the width of all words, and
_NARROWEST_IN_SIZES = 12  # times the type size: no column is narrower
_FEWEST = 3  # lines on each side of a gutter
_STEPS = 1_000  # in which the width is looked at


@dataclasses.dataclass(slots=True)
class Line:
    """A line of one column, from its words in order."""

    words: list[Word]
    box: Box = dataclasses.field(init=False)
    size: float = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.box = around([word.box for word in self.words])
        self.size = sorted([word.size for word in self.words])[len(self.words) // 2]

    def pieces(self, gap: float) -> list["Line"]:
        """Cut the line where two words are further apart than ``gap`` times their size."""
        pieces = [self.words[:1]]
        for before, word in itertools.pairwise(self.words):
            if word.box.left - before.box.right > gap * max(before.size, word.size):
                pieces.append([])
            pieces[-1].append(word)
        return [Line(words) for words in pieces]


@dataclasses.dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that are read from top to bottom; ``column`` tells the columns of one layout apart, page by page."""

    column: str
    lines: list[Line]


def across(words: Iterable[Word]) -> list[Line]:
    """Return the lines of words across the whole width, from top to bottom."""
    lines: list[list[Word]] = []
    tallest: Box | None = None  # of the words of the line
    for word in sorted(words, key=lambda word: (word.box.top + word.box.bottom, word.box.left)):
        if tallest is None or not _side_by_side(tallest, word.box):
            lines.append([])
            tallest = word.box
        elif word.box.bottom - word.box.top > tallest.bottom - tallest.top:
            tallest = word.box
        lines[-1].append(word)
    return [Line(sorted(line, key=lambda word: word.box.left)) for line in lines]


def read_pages(pages: Sequence[Sequence[Word]]) -> list[list[Stretch]]:
    """Return the lines of each page in reading order.

    A page whose last column is too short to tell has the gutter that most pages with a gutter have.
    """
    gutters = [gutter for words in pages if (gutter := _gutter(_pieces(across(words)))) is not None]
    usual = statistics.median_low(gutters) if 2 * len(gutters) >= len(pages) and gutters else None
    return [_in_columns(words, "", usual) for words in pages]


def _in_columns(words: Sequence[Word], column: str, usual: float | None = None) -> list[Stretch]:
    lines = across(words)
    pieces = _pieces(lines)
    gutter = _gutter(pieces)
    if gutter is None and usual is not None and _parts(pieces, usual):
        gutter = usual
    if gutter is None:
        return [Stretch(column, lines)] if lines else []
    stretches: list[Stretch] = []
    for wide, group in itertools.groupby(lines, lambda line: _crosses(line, gutter)):
        if wide:
            stretches.append(Stretch(f"{column}wide ", list(group)))
            continue
        inside = [word for line in group for word in line.words]
        stretches += _in_columns([word for word in inside if word.box.left < gutter], f"{column}left ")
        stretches += _in_columns([word for word in inside if word.box.left >= gutter], f"{column}right ")
    return stretches


def _pieces(lines: Iterable[Line]) -> list[Line]:
    return [piece for line in lines for piece in line.pieces(_GAP)]


def _crosses(line: Line, x: float) -> bool:
    return any(piece.box.left < x < piece.box.right for piece in line.pieces(_GAP))


def _parts(pieces: Sequence[Line], x: float) -> bool:
    """Whether few pieces of lines cross a place, and some stand on both sides of it."""
    left = sum(piece.box.right <= x for piece in pieces)
    right = sum(piece.box.left >= x for piece in pieces)
    return left > 0 < right and len(pieces) - left - right <= _CROSSING * len(pieces)


def _side_by_side(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Return the middle of the strip that parts two columns, or None where there is one column."""
    if len(pieces) < 2 * _FEWEST:
        return None
    left, right = min(piece.box.left for piece in pieces), max(piece.box.right for piece in pieces)
    if right <= left:
        return None
    changes = [0] * (_STEPS + 2)
    for piece in pieces:
        changes[int((piece.box.left - left) / (right - left) * _STEPS)] += 1
        changes[int((piece.box.right - left) / (right - left) * _STEPS) + 1] -= 1
    crossing = list(itertools.accumulate(changes))
    inner = range(int(_NARROWEST * _STEPS), int((1 - _NARROWEST) * _STEPS))
    fewest = min(crossing[step] for step in inner)
    strips = [list(steps) for few, steps in itertools.groupby(inner, lambda step: crossing[step] == fewest) if few]
    widest = max(strips, key=len)
    middle = left + (widest[0] + widest[-1] + 1) / 2 / _STEPS * (right - left)
    on_left = [word for piece in pieces if piece.box.right <= middle for word in piece.words]
    on_right = [word for piece in pieces if piece.box.left >= middle for word in piece.words]
    is_gutter = _parts(pieces, middle) and _is_running_text(on_left) and _is_running_text(on_right)
    return middle if is_gutter else None


def _is_running_text(words: Sequence[Word]) -> bool:
    lines = across(words)
    if len(lines) < _FEWEST:
        return False
    width = max(line.box.right for line in lines) - min(line.box.left for line in lines)
    if width < _NARROWEST_IN_SIZES * statistics.median([line.size for line in lines]):
        return False
    return statistics.median([line.box.right - line.box.left for line in lines]) >= _FILLED * width
