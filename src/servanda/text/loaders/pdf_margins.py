"""Take away what stands in the margins of a PDF: the same line at the same place on several pages, and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from servanda.text.loaders.pdf_lines import Line, across
from servanda.text.loaders.pdf_words import Word

_DEEPEST = 3  # lines at the head and foot of a page that may stand in the margin
_NUMBER = re.compile(r"\d{1,4}")
_ONLY_A_NUMBER = re.compile(r"[\s–—-]*\d{1,3}(?:\s*/\s*\d{1,3})?[\s–—-]*")
_LONGEST = 200  # characters of a line in which numbers are looked for
_MARGIN = 0.12  # of the height of a page: a number that stands alone there is the page's
_EDGE = 0.04  # of the height of a page: nearer, no text is set

# A line's text, where it stands, and, where a number is left out of the text, that number minus the page's.
Key = tuple[str, int, int | None]


def without_margins(pages: Sequence[tuple[float, list[Word]]]) -> list[list[Word]]:
    """Return the words of each page without its head and foot. A page comes with its height in points."""
    lines = [across(words) for _, words in pages]
    repeated = Counter(
        key
        for page, on_page in enumerate(lines)
        for key in {key for edge in _edges(on_page) for line in edge for key in _keys(line, page)}
    )
    kept: list[list[Word]] = []
    for page, ((height, _), on_page) in enumerate(zip(pages, lines, strict=True)):
        left_out: set[int] = set()
        for edge in _edges(on_page):
            for depth, line in enumerate(edge):
                alone = depth == 0 and _stands_in_margin(line, height)
                if not alone and not any(_is_repeated(key, repeated, len(pages)) for key in _keys(line, page)):
                    break
                left_out.add(id(line))
        kept.append([word for line in on_page if id(line) not in left_out for word in line.words])
    return kept


def _edges(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the outermost lines of a page, from the head inwards and from the foot inwards."""
    return lines[:_DEEPEST], lines[::-1][:_DEEPEST]


def _keys(line: Line, page: int) -> Iterator[Key]:
    """Yield what this line would share with its like on other pages, where a number may follow the page's."""
    text = _text(line)
    place = round(line.box.top)
    yield text, place, None
    for match in _NUMBER.finditer(text[:_LONGEST]):
        yield f"{text[: match.start()]}#{text[match.end() :]}", place, int(match[0]) - page


def _is_repeated(key: Key, repeated: Counter[Key], pages: int) -> bool:
    """Whether enough pages have a line; one that counts may be the heading of an article, so half of them must."""
    return repeated[key] >= (2 if key[2] is None else max(2, pages / 2))


def _stands_in_margin(line: Line, height: float) -> bool:
    """Whether a line is a page number by itself, or so near the edge that only a printer's line stands there."""
    share = _EDGE if _ONLY_A_NUMBER.fullmatch(_text(line)) is None else _MARGIN
    return line.box.bottom < share * height or line.box.top > (1 - share) * height


def _text(line: Line) -> str:
    return " ".join(word.text for word in line.words)
