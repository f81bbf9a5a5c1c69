"""From a stretch of the canonical text back to the places in the original that it came from."""

import bisect
from collections.abc import Iterator, Sequence

from servanda.text.document import Box, Document, Origin


def origins(document: Document, start: int, end: int) -> Iterator[Origin]:
    """Yield the origins that have words of ``text[start:end]``, in order."""
    first = bisect.bisect_right(document.origins, start, key=lambda origin: origin.end)
    for origin in document.origins[first:]:
        if origin.start >= end:
            return
        yield origin


def boxes(document: Document, start: int, end: int) -> list[Box]:
    """Return the rectangles on the pages that ``text[start:end]`` fills: one a line.

    A box of a whole line is narrowed to the part of it in proportion to the characters, which is a few points off where
    letters are of unequal width. Empty for documents without pages.
    """
    return [
        _part(origin.box, origin.start, origin.end, max(start, origin.start), min(end, origin.end))
        for origin in origins(document, start, end)
        if origin.box is not None
    ]


def around(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around boxes of one page."""
    return Box(
        boxes[0].page,
        min([box.left for box in boxes]),
        min([box.top for box in boxes]),
        max([box.right for box in boxes]),
        max([box.bottom for box in boxes]),
    )


def _part(box: Box, first: int, last: int, start: int, end: int) -> Box:
    width = (box.right - box.left) / (last - first)
    left, right = box.left + width * (start - first), box.left + width * (end - first)
    return Box(box.page, round(left, 2), box.top, round(right, 2), box.bottom)
