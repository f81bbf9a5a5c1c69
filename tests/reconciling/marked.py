"""Documents with hand-made readings: "[Ireland|actor IE] will pay [€5.5 million|EUR 5.5M] for [wells|count wells 2]".

Marks: ``CUR NUMBER`` ("EUR 5.5M"), ``count UNIT NUMBER`` ("-" for no unit), ``percent NUMBER``, ``date START [END]``,
``rank NUMBER``, ``actor STATE``.
"""

import datetime
import hashlib
import re
from decimal import Decimal

from servanda.reading.mention import (
    ActorValue,
    Date,
    Excluded,
    Mention,
    Money,
    Percent,
    Quantity,
    Rank,
    Reading,
    mention,
)
from servanda.text.document import Document
from servanda.text.loaders import load_bytes

_MARK = re.compile(r"\[([^|\]]+)\|(\w+) ([^\]]+)\]")
_ROUNDING = Decimal("0.005")


def marked(name: str, written: str, **fields: object) -> tuple[Document, Reading]:
    """Return the document of a marked text, with the mentions that its marks say; fields replace the document's."""
    text, at, found = "", 0, []
    for match in _MARK.finditer(written):
        text += written[at : match.start()]
        found.append((len(text), len(text) + len(match[1]), match[2], match[3].split()))
        text += match[1]
        at = match.end()
    text += written[at:]
    loaded = load_bytes(text.encode(), name=name)
    known = {field: getattr(loaded, field) for field in loaded.__struct_fields__} | fields
    known["sha256"] = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    mentions = tuple(_mention(text, *mark) for mark in found)
    return Document(**known), Reading(mentions, (), (), "hand-made")


def without_boilerplate(pair: tuple[Document, Reading], sentence: str) -> tuple[Document, Reading]:
    """Return the same with one sentence left out as boilerplate."""
    document, reading = pair
    start = document.text.index(sentence)
    left_out = Excluded(start, start + len(sentence), sentence, "boilerplate")
    return document, Reading(reading.mentions, (left_out,), (), reading.reader)


def _mention(text: str, start: int, end: int, kind: str, values: list[str]) -> Mention:
    if kind.isupper():
        amount = _number(values[0])
        return mention("money", text, start, end, "hand-made", Money(amount, kind, "stated", *_bounds(amount)))
    value = _VALUES[kind](*values)
    return mention("quantity" if kind == "count" else kind, text, start, end, "hand-made", value)


def _number(written: str) -> Decimal:
    return Decimal(written.removesuffix("M")) * (1_000_000 if written.endswith("M") else 1)


def _bounds(number: Decimal) -> tuple[Decimal, Decimal]:
    return number - number * _ROUNDING, number + number * _ROUNDING


def _count(unit: str, number: str) -> Quantity:
    return Quantity(Decimal(number), None if unit == "-" else unit, *_bounds(Decimal(number)))


def _date(start: str, end: str | None = None) -> Date:
    first = datetime.date.fromisoformat(start)
    return Date(first, datetime.date.fromisoformat(end or start), "interval" if end else "day")


_VALUES = {
    "count": _count,
    "percent": lambda number: Percent(Decimal(number), *_bounds(Decimal(number))),
    "date": _date,
    "rank": lambda number: Rank(Decimal(number)),
    "actor": lambda state: ActorValue(state, state, "state"),
}
