"""Lay out the parts of a document: each begins at words that are found in it, and runs up to the next."""

from collections.abc import Iterable

import msgspec

from servanda.text.document import Part
from servanda.text.selectors import QuoteSelector, Selector, find, hash_selector


class PartStart(msgspec.Struct, frozen=True):
    """Where a part begins, and whose it is; see ``servanda.text.document.Part``."""

    begins: Selector
    authority: str
    publisher: str | None = None
    country: str | None = None


def lay_out(text: str, starts: Iterable[PartStart]) -> tuple[tuple[Part, ...], list[PartStart]]:
    """Return the parts in the order of the text, and those whose first words are nowhere in it.

    Words before the first part belong to none. A quote that is not found as it stands is looked for by its words alone,
    so that other spaces or quotation marks do not matter.
    """
    found: list[tuple[int, PartStart]] = []
    missing: list[PartStart] = []
    for start in starts:
        place = _place(text, start.begins)
        if place is None:
            missing.append(start)
        else:
            found.append((place, start))
    found.sort(key=lambda pair: pair[0])
    ends = [*(place for place, _ in found), len(text)][1:]
    parts = tuple(
        Part(place, end, start.authority, start.publisher, start.country)
        for (place, start), end in zip(found, ends, strict=bool(found))
    )
    return parts, missing


def _place(text: str, begins: Selector) -> int | None:
    places = find(text, begins)
    if not places and isinstance(begins, QuoteSelector):
        places = find(text, hash_selector(begins.quote, 0, len(begins.quote)))
    return places[0][0] if places else None
