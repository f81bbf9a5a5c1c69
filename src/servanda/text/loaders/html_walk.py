"""Walk an HTML tree once: every stretch of words that a page shows as one block, and where in the page it stands.

Nothing is chosen here; ``html_choice`` says which blocks are the text. The work is linear in the size of the page.
"""

import dataclasses
import re
from typing import Literal

from lxml import etree

from servanda.lexicon.web_page import web_page_words
from servanda.text.document import BlockKind
from servanda.text.headings import looks_like_heading
from servanda.text.loaders.builder import clean
from servanda.text.loaders.html_frame import Frame
from servanda.text.loaders.limits import Limits, refuse_more
from servanda.text.loaders.plain import find_paragraphs

ScopeKind = Literal["page", "main", "article", "aside"]

_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORD = re.compile(r"[^\W_]")
_BREAK = "\x1e"  # stands for <br> until the words of a block are complete
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHOWN_AT_START = {"br": _BREAK, "q": "“"}
_SHOWN_AT_END = {"q": "”"}


@dataclasses.dataclass(slots=True)
class Scope:
    """An element that may hold the text (main, article) or stands beside it; ``length`` counts its own characters."""

    kind: ScopeKind
    around: int
    length: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page: ``linked`` is the share of it in links; ``scope`` is the innermost that it stands in.

    A short paragraph wholly in bold type is the heading that its writer meant.
    """

    kind: BlockKind
    text: str
    node: str
    level: int
    marker: str
    row: int | None
    scope: int
    linked: float


class HtmlWalk:
    """One walk over a page; afterwards ``blocks`` and ``scopes`` hold what it found."""

    def __init__(self, root: etree._Element, limits: Limits) -> None:
        self.blocks: list[PageBlock] = []
        self.scopes = [Scope("page", 0)]
        self._words = web_page_words()
        self._limits = limits
        self._rows = 0
        self._inline: list[str] = []  # what was met since the last block ended
        self._linked = 0
        self._light = 0  # characters that are not in bold type
        self._walk(root)

    def _walk(self, root: etree._Element) -> None:
        stack = [Frame(root, None, f"/{root.tag}")]
        walker = etree.iterwalk(root, events=("start", "end"))
        next(walker)  # the root has begun
        for event, element in walker:
            frame = stack[-1]
            tag = str(element.tag)
            if event == "start":
                is_block = tag in self._words.blocks
                if is_block:
                    self._end_block(stack)
                stack.append(self._open(frame, element, is_block=is_block))
                if tag in self._words.silent or _refers_to_note(element):
                    walker.skip_subtree()
                else:
                    self._add(_SHOWN_AT_START.get(tag), stack[-1])
                    self._add(element.text, stack[-1])
            else:
                self._add(_SHOWN_AT_END.get(tag), frame)
                if frame.is_block:
                    self._end_block(stack)
                stack.pop()
                if stack:
                    self._add(element.tail, stack[-1])

    def _open(self, around: Frame, element: etree._Element, *, is_block: bool) -> Frame:
        frame = around.inner(element, is_block=is_block)
        if element.tag == "tr" and frame.in_data_table:
            frame.row = self._rows
            self._rows += 1
        kind = self._scope_of(frame)
        if kind is not None:
            self.scopes.append(Scope(kind, frame.scope))
            frame.scope = len(self.scopes) - 1
            frame.in_text = frame.in_text or kind != "aside"
        return frame

    def _scope_of(self, frame: Frame) -> ScopeKind | None:
        element, words = frame.element, self._words
        role = element.get("role", "").lower()
        if element.tag == "main" or role == "main":
            return "main"
        if element.tag == "article" or role == "article" or element.get("itemprop") == "articleBody":
            return "article"
        by_name = element.tag in words.aside_elements or (element.tag == "header" and not frame.in_text)
        hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
        if by_name or role in words.aside_roles or hidden or _HIDDEN.search(element.get("style", "")):
            return "aside"
        if element.tag in words.aside_containers:
            names = _CLASS_WORD.findall(element.get("class", ""))
            if any(name.lower() in words.aside_classes for name in names):
                return "aside"
        return None

    def _add(self, text: str | None, frame: Frame) -> None:
        if text:
            self._inline.append(text.replace("\n", _BREAK) if frame.in_pre else text)
            if frame.in_link:
                self._linked += len(text)
            if not frame.in_bold:
                self._light += len(text.strip())

    def _end_block(self, stack: list[Frame]) -> None:
        """Make blocks of the words that were gathered: they belong to the innermost open block element."""
        raw = "".join(self._inline)
        linked, is_bold = self._linked / (len(raw) or 1), not self._light
        self._inline.clear()
        self._linked = self._light = 0
        if _WORD.search(raw) is None:
            return
        text = clean(_SPACE.sub(" ", raw))
        frame = next(frame for frame in reversed(stack) if frame.is_block)
        node = frame.path()
        for piece in _pieces(text, frame.kind):
            marker = frame.marker.pop() if frame.marker else ""
            kind = frame.kind
            if kind == "paragraph" and is_bold and looks_like_heading(piece, 0, len(piece)):
                kind = "heading"
            block = PageBlock(kind, piece, node, frame.level, marker, frame.row, frame.scope, linked)
            self.blocks.append(block)
            self.scopes[frame.scope].length += len(piece)
        refuse_more(self._limits, blocks=len(self.blocks))


def _pieces(text: str, kind: BlockKind) -> list[str]:
    """Return the paragraphs of a block: in running text, a line break ends one unless it only wraps a line."""
    if kind != "paragraph" or _BREAK not in text:
        return [_SPACE.sub(" ", text.replace(_BREAK, " ")).strip()]
    lines = text.replace(_BREAK, "\n")
    return [_SPACE.sub(" ", lines[start:end]) for start, end in find_paragraphs(lines)]


def _refers_to_note(element: etree._Element) -> bool:
    """Whether this is the raised number of a footnote, which would run into the word before it."""
    return element.tag == "sup" and element.find(".//a") is not None
