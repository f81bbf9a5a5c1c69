"""Tell headings, paragraphs and list items apart, for formats that do not say which is which."""

from collections.abc import Collection, Sequence

from servanda.text.document import BlockKind
from servanda.text.headings import looks_like_heading
from servanda.text.lead_ins import unmarked_items
from servanda.text.loaders.draft import DraftBlock
from servanda.text.markers import Marker, find_markers

Span = tuple[int, int]


def classify(text: str, spans: Sequence[Span], large: Collection[int] = ()) -> list[DraftBlock]:
    """Return one block for each paragraph; ``large`` are the indexes of those set in larger type."""
    markers = find_markers(text, spans)
    items = _unmarked(text, spans, markers)
    blocks: list[DraftBlock] = []
    for index, (start, end) in enumerate(spans):
        marker = markers[index]
        content = marker.content if marker else start
        kind: BlockKind = "paragraph"
        if (index in large and end - start < 300) or _is_heading(text, spans, markers, items, index):
            kind = "heading" if blocks else "title"
            if marker is not None and marker.kind == "article":
                marker, content = None, start  # "Article 5: Water" is a heading whole
        elif index in items or (marker is not None and marker.kind != "article"):
            kind = "list_item"
        blocks.append(DraftBlock(kind, content, end, marker=marker.text if marker else ""))
    return blocks


def mark_items(text: str, blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Return the blocks with those paragraphs made list items that begin with a typed marker."""
    indexes = [index for index, block in enumerate(blocks) if block.kind == "paragraph"]
    markers = find_markers(text, [(blocks[index].start, blocks[index].end) for index in indexes])
    marked = list(blocks)
    for index, marker in zip(indexes, markers, strict=True):
        if marker is not None:
            kind: BlockKind = "paragraph" if marker.kind == "article" else "list_item"
            marked[index] = DraftBlock(kind, marker.content, blocks[index].end, marker=marker.text)
    return marked


def _unmarked(text: str, spans: Sequence[Span], markers: Sequence[Marker | None]) -> set[int]:
    """Return the indexes of list items that have lost their markers."""
    items: set[int] = set()
    index = 0
    while index + 2 < len(spans):
        if not markers[index + 1] and text.endswith(":", *spans[index]):
            found = unmarked_items(text, spans, index)
            items.update(found)
            index = max(index, found.stop - 1)
        index += 1
    return items


def _is_heading(
    text: str, spans: Sequence[Span], markers: Sequence[Marker | None], items: Collection[int], index: int
) -> bool:
    start, end = spans[index]
    if index in items or (index and index + 1 == len(spans)) or not looks_like_heading(text, start, end):
        return False
    marker = markers[index]
    before, after = spans[index - 1] if index else (0, 0), index + 1
    if marker is None:
        # A name and an office right after quoted words say who spoke.
        return not (text.endswith(("”", "»", '"'), *before) and "," in text[start:end])
    following = markers[after] if after < len(spans) else None
    if marker.kind == "count" and following is not None and following.kind in {"bullet", "dash"}:
        return True  # "A. Ports", above bullets
    if marker.kind in {"bullet", "dash"} or text.endswith(":", *before):
        return False
    # "2. Security" heads a section where no other item of its count stands beside it.
    beside = (markers[index - 1] if index else None, markers[after] if after < len(spans) else None)
    styles = {style for style, _ in marker.counts}
    return not any(style in styles for other in beside if other for style, _ in other.counts)
