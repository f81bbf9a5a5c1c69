"""What the styles of a Word file say of a paragraph: heading, title, or item of which list."""

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec
from lxml import etree

from servanda.text.loaders.counting import Style, count

_HEADING = re.compile(r"heading ([1-9])")
_COUNTED = re.compile(r"%([1-9])")
_DEEPEST_STYLE = 20  # styles based on one another; a loop ends here
_BODY_LEVEL = 9  # the outline level of what is no heading
_FORMATS: dict[str, Style] = {
    "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip


class ListPlace(msgspec.Struct, frozen=True):
    """The list of an item, and how deep in it, from 0."""

    number: str
    depth: int


class ParagraphStyle(msgspec.Struct, frozen=True):
    """What a paragraph is by its properties and styles; ``level`` is that of a heading, 0 for none."""

    is_title: bool = False
    level: int = 0
    place: ListPlace | None = None


class Styles:
    """The paragraph styles of a file, by their ids. Built-in styles have English names in every language."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else root.iterchildren("{*}style")
        self._elements = {style.get(f"{{{etree.QName(style).namespace}}}styleId"): style for style in styles}

    def of(self, properties: etree._Element | None) -> ParagraphStyle:
        """Return what the properties of a paragraph (``w:pPr``), and the styles that it is in, say."""
        is_title, level, number, depth = False, None, None, None
        for element in self._chain(properties):
            name = (_value(element, "name") or "").lower()
            is_title = is_title or name == "title"
            here = element if element is properties else element.find("{*}pPr")
            if level is None and (heading := _HEADING.fullmatch(name)):
                level = int(heading[1])
            if level is None and (outline := _whole(here, "outlineLvl")) is not None:
                level = 0 if outline >= _BODY_LEVEL else outline + 1
            listed = None if here is None else here.find("{*}numPr")
            number = number or _value(listed, "numId")
            depth = _whole(listed, "ilvl") if depth is None else depth
        place = ListPlace(number, depth or 0) if number and number != "0" else None  # 0 takes out of a list
        return ParagraphStyle(is_title, level or 0, place)

    def _chain(self, properties: etree._Element | None) -> Iterator[etree._Element]:
        """Yield the properties, their style, the style that one is based on, and so on."""
        if properties is not None:
            yield properties
        style = _value(properties, "pStyle")
        for _ in range(_DEEPEST_STYLE):
            element = self._elements.get(style)
            if element is None:
                return
            yield element
            style = _value(element, "basedOn")


class Numbering:
    """The markers of list items, counted as the file is read."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._abstract: dict[str, str] = {}
        if root is None:
            return
        for abstract in root.iterchildren("{*}abstractNum"):
            levels = {_attribute_number(level, "ilvl"): level for level in abstract.iterchildren("{*}lvl")}
            self._levels[_attribute(abstract, "abstractNumId")] = levels
        for number in root.iterchildren("{*}num"):
            self._abstract[_attribute(number, "numId")] = _value(number, "abstractNumId") or ""

    def marker(self, place: ListPlace) -> str:
        """Count one item and return its marker; a bullet where the file does not say which."""
        abstract = self._abstract.get(place.number, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(place.depth)
        if level is None or _value(level, "numFmt") in {"bullet", None}:
            return "•"
        # Lists of one definition count on, each from its own number on.
        counters = self._counters[place.number]
        for deeper in [depth for depth in counters if depth > place.depth]:
            del counters[deeper]
        counters[place.depth] = counters.get(place.depth, (_whole(level, "start") or 1) - 1) + 1

        def counted(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            style = _FORMATS.get(_value(levels.get(depth), "numFmt") or "", "1")
            return count(counters.get(depth, 1), style)

        return _COUNTED.sub(counted, _value(level, "lvlText") or "").strip()


def _value(parent: etree._Element | None, name: str) -> str | None:
    """Return the ``w:val`` of a child."""
    child = None if parent is None else parent.find(f"{{*}}{name}")
    return None if child is None else _attribute(child, "val") or None


def _whole(parent: etree._Element | None, name: str) -> int | None:
    value = _value(parent, name)
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 6 else None


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(f"{{{etree.QName(element).namespace}}}{name}", "")


def _attribute_number(element: etree._Element, name: str) -> int:
    value = _attribute(element, name)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0
