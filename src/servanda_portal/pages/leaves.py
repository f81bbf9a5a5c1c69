"""The pages of a PDF beside its text: which rows stand on which page, and where its mentions are on the image."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from servanda.reading.mention import Mention
from servanda.text.document import Box
from servanda.text.origins import boxes
from servanda_portal.pages.document_page import Row, title
from servanda_portal.pages.mention_words import describe
from servanda_portal.queries.documents import Found, ReadDocument

_AROUND = 1.0  # points by which a mark is larger than its words


@dataclasses.dataclass(frozen=True)
class Mark:
    """A mention on the image, one for each line of its words, in points as SVG writes them."""

    kind: str
    target: str
    title: str
    here: bool
    x: str
    y: str
    width: str
    height: str
    right: str
    bottom: str


@dataclasses.dataclass(frozen=True)
class Leaf:
    """A page with its rows; ``number`` is 0 where a document has no pages: then all of its rows stand on one leaf.

    ``box`` is the page as SVG writes it, in points; ``width`` and ``height`` are rounded.
    """

    number: int
    box: str
    width: int
    height: int
    marks: list[Mark]
    rows: list[Row]


def leaves(
    read: ReadDocument, rows: Sequence[Row], layers: Sequence[str], found: Iterable[Found], at: int | None,
    language: str,
) -> list[Leaf]:  # fmt: skip
    """Return the rows page by page. ``at`` is the place in the text to which the address leads: its mark stands out."""
    if not read.pages or not rows:
        return [Leaf(0, "", 0, 0, [], list(rows))]
    first, last = rows[0].block.start, rows[-1].block.end
    marks: dict[int, list[Mark]] = defaultdict(list)
    for place in found:
        if first <= place.start < last:
            _mark(marks, read, place.start, place.end, "adopted", f"p{place.start}", place.reference, at)
    for one in _outermost_first(read.reading.mentions):
        if one.kind in layers and first <= one.start < last:
            _mark(marks, read, one.start, one.end, f"k-{one.kind}", one.id, title(one, describe(one, language)), at)
    by_page: dict[int, list[Row]] = defaultdict(list)
    number = 1
    for row in rows:
        places = boxes(read.document, row.block.start, row.block.end)
        number = places[0].page if places else number
        by_page[number].append(row)
    made = []
    for page in sorted(by_page.keys() | marks.keys()):
        width, height = read.pages[page - 1]
        box = f"0 0 {width:.1f} {height:.1f}"
        made.append(Leaf(page, box, round(width), round(height), marks[page], by_page[page]))
    return made


def _outermost_first(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the longest first: what is drawn later lies above, and a figure stays in reach in its commitment."""
    return sorted(mentions, key=lambda one: one.start - one.end)


def _mark(
    marks: dict[int, list[Mark]], read: ReadDocument, start: int, end: int, kind: str, target: str, said: str,
    at: int | None,
) -> None:  # fmt: skip
    for box in boxes(read.document, start, end):
        marks[box.page].append(_drawn(box, kind, target, said, here=at == start))


def _drawn(box: Box, kind: str, target: str, said: str, *, here: bool) -> Mark:
    left, top = box.left - _AROUND, box.top - _AROUND
    right, bottom = box.right + _AROUND, box.bottom + _AROUND
    sides = (left, top, right - left, bottom - top, right, bottom)
    return Mark(kind, target, said, here, *(f"{side:.1f}" for side in sides))
