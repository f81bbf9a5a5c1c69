"""Mark stretches of a text in HTML, nested where they nest and split where they only overlap.

The text of the result is the text that was given, character for character: marks add nothing to it.
"""

import dataclasses
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


@dataclasses.dataclass(frozen=True)
class Span:
    """``text[start:end]`` with the class that it is shown by, and an id and a title where it has them."""

    start: int
    end: int
    name: str
    id: str = ""
    title: str = ""


def highlight(text: str, start: int, end: int, spans: Iterable[Span]) -> SafeString:
    """Return ``text[start:end]`` as HTML with a ``mark`` element around every span, cut to that stretch.

    Longer spans enclose shorter ones. Where two overlap without enclosing, the later begins again inside the earlier's
    end; only the first piece has the id.
    """
    cut = [(max(span.start, start), min(span.end, end), span) for span in spans]
    waiting = sorted(
        ((first, last, span) for first, last, span in cut if first < last),
        key=lambda item: (item[0], -item[1], item[2].name, item[2].id),
    )
    edges = sorted({start, end, *(first for first, _, _ in waiting), *(last for _, last, _ in waiting)})
    pieces: list[str] = []
    opened: list[tuple[int, Span]] = []
    following = iter(waiting)
    upcoming = next(following, None)
    for edge, next_edge in zip(edges, [*edges[1:], end], strict=True):
        _close(pieces, opened, edge)
        while upcoming is not None and upcoming[0] == edge:
            _, last, span = upcoming
            opened.append((last, span))
            pieces.append(_tag(span, first_piece=edge == max(span.start, start)))
            upcoming = next(following, None)
        pieces.append(escape(text[edge:next_edge]))
    return mark_safe("".join(pieces))  # noqa: S308 every piece of text is escaped above, every attribute in _tag


def _close(pieces: list[str], opened: list[tuple[int, Span]], edge: int) -> None:
    """Close what ends here; what stands inside it and goes on is closed with it and opened again."""
    ended = next((index for index, (last, _) in enumerate(opened) if last <= edge), None)
    if ended is None:
        return
    inner = opened[ended:]
    del opened[ended:]
    pieces.append("</mark>" * len(inner))
    for last, span in inner:
        if last > edge:
            opened.append((last, span))
            pieces.append(_tag(span, first_piece=False))


def _tag(span: Span, *, first_piece: bool) -> str:
    identity = f' id="{escape(span.id)}"' if span.id and first_piece else ""
    title = f' title="{escape(span.title)}"' if span.title else ""
    return f'<mark class="{escape(span.name)}"{identity}{title}>'
