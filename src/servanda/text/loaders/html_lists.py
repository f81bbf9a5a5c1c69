"""The markers that a browser shows before the items of an HTML list."""

from typing import get_args

from lxml import etree

from servanda.text.loaders.counting import Style, count


class HtmlList:
    """An open list; ``depth`` is how many lists are around it."""

    def __init__(self, element: etree._Element, around: "HtmlList | None") -> None:
        self.depth: int = 0 if around is None else around.depth + 1
        self._ordered = element.tag == "ol"
        self._style: Style = next((style for style in get_args(Style) if style == element.get("type")), "1")
        self._next = _whole(element.get("start"), 1)

    def marker(self, item: etree._Element) -> str:
        """Return the marker of the next item."""
        if not self._ordered:
            return "•"
        number = _whole(item.get("value"), self._next)
        self._next = number + 1
        return f"{count(number, self._style)}."


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 6 else otherwise
