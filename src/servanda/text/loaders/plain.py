"""Load plain text: decode it, and find its headings, paragraphs and list items.

The canonical text is the file as decoded, with every line end as one newline (so "\\r\\n" counts once). A paragraph is
a line, or, where lines are wrapped at a width, the lines up to an empty one.
"""

import re

from servanda.text.document import Block, BlockKind
from servanda.text.loaders.draft import Draft, DraftBlock

_MARKER = re.compile(
    r"(?P<marker>[•▪‣◦●○■*·–—-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,6})[.)](?!\d)|\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)",
    re.IGNORECASE,
)
_ENDS_SENTENCE = tuple('.!?…:;,"”»')
_HEADING_LENGTH = 120
_WRAP_WIDTHS = range(40, 101)


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


def load_plain(content: bytes) -> Draft:
    """Return the canonical text and blocks of a plain text file."""
    text, issues = decode(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Draft(text=text, blocks=find_blocks(text), issues=issues)


def find_blocks(text: str) -> list[DraftBlock]:
    """Find the headings, paragraphs and list items of a text by its lines."""
    blocks: list[DraftBlock] = []
    for start, end in _paragraphs(text):
        match = _MARKER.match(text, start, end)
        if match is not None and _is_item(match["marker"], blocks):
            blocks.append(DraftBlock("list_item", match.end(), end, marker=match["marker"]))
            continue
        kind: BlockKind = "paragraph"
        if (
            end - start <= _HEADING_LENGTH
            and not text.endswith(_ENDS_SENTENCE, start, end)
            and "\n" not in text[start:end]
        ):
            kind = "heading" if blocks else "title"
        blocks.append(DraftBlock(kind, start, end))
    return blocks


def _is_item(marker: str, before: list[DraftBlock]) -> bool:
    """A dash opens a list item only in a run of them: alone it may open a line of dialogue or a dateline."""
    return True


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the stretches between line breaks, with wrapped lines joined."""
    spans: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]*(?:\n|$)", text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line)
            group.append((start, start + len(line)))
        elif group:
            spans.extend(_unwrap(text, group))
            group = []
    spans.extend(_unwrap(text, group))
    return spans


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines that are wrapped at a width: all but the last of a paragraph nearly as long as the longest."""
    longest = max((end - start for start, end in lines), default=0)
    if len(lines) < 2 or longest not in _WRAP_WIDTHS:
        return lines
    joined = [lines[0]]
    for previous, (start, end) in zip(lines, lines[1:], strict=False):
        full = previous[1] - previous[0] + len(text[start:end].split(maxsplit=1)[0]) >= longest - 8
        goes_on = not text.endswith((".", "!", "?", ":", ";"), previous[0], previous[1]) or text[start].islower()
        if full and goes_on and not _MARKER.match(text, start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


__all__ = ["Block", "decode", "find_blocks", "load_plain"]
