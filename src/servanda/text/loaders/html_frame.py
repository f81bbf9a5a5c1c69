"""An open element of a page, and what its tag says of the blocks in it."""

import dataclasses
from collections import Counter
from collections.abc import Callable

from lxml import etree

from servanda.text.document import BlockKind
from servanda.text.loaders.html_lists import HtmlList


class _Children:
    """The steps of a path to the children of one element, in order."""

    def __init__(self, element: etree._Element) -> None:
        self._tags = Counter([child.tag for child in element])
        self._seen: Counter[str] = Counter()

    def step(self, tag: str) -> str:
        self._seen[tag] += 1
        return f"/{tag}[{self._seen[tag]}]" if self._tags[tag] > 1 else f"/{tag}"


@dataclasses.dataclass(slots=True)
class Frame:
    """An open element. What it does not set itself, it has from the element around it.

    ``marker`` is emptied by the first block of an item. ``scope`` counts those of ``HtmlWalk``.
    """

    element: etree._Element
    around: "Frame | None"
    step: str
    is_block: bool = True
    kind: BlockKind = "paragraph"
    level: int = 0
    marker: list[str] = dataclasses.field(default_factory=list)
    html_list: HtmlList | None = None
    row: int | None = None
    in_data_table: bool = False
    in_link: bool = False
    in_pre: bool = False
    in_bold: bool = False
    in_text: bool = False
    scope: int = 0
    _children: _Children | None = None
    _path: str | None = None

    def inner(self, element: etree._Element, *, is_block: bool) -> "Frame":
        """Open an element in this one."""
        frame = Frame(
            element=element,
            around=self,
            step=self._step_to(element),
            is_block=is_block,
            kind=self.kind,
            level=self.level,
            marker=self.marker,
            html_list=self.html_list,
            row=self.row,
            in_data_table=self.in_data_table,
            in_link=self.in_link,
            in_pre=self.in_pre,
            in_bold=self.in_bold,
            in_text=self.in_text,
            scope=self.scope,
        )
        if (open_tag := _OPENERS.get(str(element.tag))) is not None:
            open_tag(frame)
        return frame

    def _step_to(self, element: etree._Element) -> str:
        if element.getnext() is None and element.getprevious() is None:
            return f"/{element.tag}"
        if self._children is None:
            self._children = _Children(self.element)
        return self._children.step(element.tag)

    def path(self) -> str:
        """Return the path that ``lxml.etree._ElementTree.getpath`` gives, which counts all siblings anew each time."""
        if self._path is None:
            self._path = self.step if self.around is None else self.around.path() + self.step
        return self._path


def _open_heading(frame: Frame) -> None:
    frame.kind, frame.level, frame.marker = "heading", int(frame.element.tag[1]), []


def _open_list(frame: Frame) -> None:
    frame.html_list = HtmlList(frame.element, frame.html_list)


def _open_item(frame: Frame) -> None:
    frame.kind = "list_item"
    if frame.html_list is None:
        frame.level, frame.marker = 0, ["•"]
    else:
        frame.level, frame.marker = frame.html_list.depth, [frame.html_list.marker(frame.element)]


def _open_table(frame: Frame) -> None:
    frame.in_data_table = _is_data(frame.element)
    frame.kind, frame.row, frame.marker = "paragraph", None, []


def _open_cell(frame: Frame) -> None:
    if frame.in_data_table:
        frame.kind, frame.level = "table_cell", 0


def _open_link(frame: Frame) -> None:
    frame.in_link = "href" in frame.element.attrib


def _open_pre(frame: Frame) -> None:
    frame.in_pre = True


def _open_bold(frame: Frame) -> None:
    frame.in_bold = True


_OPENERS: dict[str, Callable[[Frame], None]] = {
    **{f"h{level}": _open_heading for level in range(1, 7)},
    "ul": _open_list,
    "ol": _open_list,
    "li": _open_item,
    "table": _open_table,
    "td": _open_cell,
    "th": _open_cell,
    "a": _open_link,
    "pre": _open_pre,
    "b": _open_bold,
    "strong": _open_bold,
}


def _is_data(table: etree._Element) -> bool:
    """Whether a table shows data; old pages are laid out with tables that hold tables, headings or one column."""
    if table.get("role") in {"presentation", "none"}:
        return False
    columns = 0
    for element in table.iterdescendants("table", "tr", "h1", "h2", "h3"):
        if element.tag != "tr":
            return False
        columns = max(columns, len(element))
    return columns > 1
