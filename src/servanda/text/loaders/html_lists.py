"""The markers that a browser would show before the items of an HTML list."""

from lxml import etree

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 3_999  # what roman numerals can count


class HtmlList:
    """An open list; ``depth`` is how many lists are around it."""

    def __init__(self, element: etree._Element, around: "HtmlList | None") -> None:
        self.depth: int = 0 if around is None else around.depth + 1
        self._style = element.get("type", "1") if element.tag == "ol" else None
        self._next = _whole(element.get("start"), 1)

    def marker(self, item: etree._Element) -> str:
        """Return the marker of the next item."""
        if self._style is None:
            return "•"
        number = _whole(item.get("value"), self._next)
        self._next = number + 1
        return f"{_count(number, self._style)}."


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 6 else otherwise


def _count(number: int, style: str) -> str:
    if style in {"a", "A"} and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
    elif style in {"i", "I"} and 1 <= number <= _LARGEST:
        letter = ""
        for value, sign in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), *_ROMAN):
            times, number = divmod(number, value)
            letter += sign * times
    else:
        return str(number)
    return letter.upper() if style.isupper() else letter
