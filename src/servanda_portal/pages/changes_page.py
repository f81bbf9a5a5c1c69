"""What a later text changed in an earlier one, the old words beside the new."""

import dataclasses
import difflib
from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.safestring import SafeString

from servanda.lexicon.language import Language
from servanda.reconciling import gap_finding
from servanda.reconciling.change_finding import ChangeDetail, ChangeKind, Difference
from servanda.text.document import Document
from servanda.text.words import normalise, words
from servanda_portal.documents.shapes import Changes
from servanda_portal.pages.highlight import Span, highlight

SIGNS: dict[ChangeKind, str] = {
    "weakened": "▼",
    "dropped": "−",
    "strengthened": "▲",
    "reworded": "≈",
    "new": "+",
    "kept": "=",
}
_IN_NUMBERS = frozenset({".", ",", "\u00a0", "\u202f"})  # what parts thousands and decimals


@dataclasses.dataclass(frozen=True)
class Cell:
    """The words of one text, those that differ marked; ``start`` is None where it has none."""

    document: str
    language: Language
    start: int | None
    html: SafeString


@dataclasses.dataclass(frozen=True)
class Aspect:
    """What differs, to which effect, in which words; they are empty where a text has none.

    Where the words are the whole commitment, which stands above, neither text's are repeated.
    """

    name: str
    effect: str
    earlier: str
    later: str


@dataclasses.dataclass(frozen=True)
class Row:
    """One change: its kind and sign, the earlier and the later words, and a line on each aspect that differs."""

    kind: str
    sign: str
    cells: tuple[Cell, Cell]
    aspects: list[Aspect]


def counts(changes: Changes) -> dict[str, int]:
    """Return how many changes of each kind there are, the gravest kind first; kinds without any are left out."""
    found = Counter(one.detail.change for one in changes.changes)
    return {kind: found[kind] for kind in SIGNS if found[kind]}


def rows(changes: Changes, texts: Mapping[str, Document], kind: str | None) -> list[Row]:
    """Return the changes in the order of the texts: all of them, or those of one kind."""
    earlier, later = (texts[name] for name in (changes.earlier, changes.later))
    shown = []
    for one in (change.detail for change in changes.changes):
        if kind in {None, one.change}:
            old, new = _differing(one, earlier, later)
            cells = (
                _cell(changes.earlier, earlier, one.earlier, old),
                _cell(changes.later, later, one.later, new),
            )
            aspects = [_aspect(one, difference, earlier, later) for difference in one.differences]
            shown.append(Row(one.change, SIGNS[one.change], cells, aspects))
    return shown


def _cell(name: str, document: Document, place: gap_finding.Span | None, spans: list[Span]) -> Cell:
    if place is None:
        return Cell(name, document.language, None, SafeString())
    return Cell(name, document.language, place.start, highlight(document.text, place.start, place.end, spans))


def _aspect(change: ChangeDetail, one: Difference, earlier: Document, later: Document) -> Aspect:
    if change.earlier in one.earlier or change.later in one.later:
        return Aspect(one.aspect, one.effect, "", "")
    old, new = (
        ", ".join(document.text[place.start : place.end] for place in places)
        for document, places in ((earlier, one.earlier), (later, one.later))
    )
    return Aspect(one.aspect, one.effect, old, new)


def _differing(one: ChangeDetail, earlier: Document, later: Document) -> tuple[list[Span], list[Span]]:
    """Return the words of each text that the other has not, in runs."""
    if one.earlier is None or one.later is None:
        return [], []
    old, new = (
        _whole(document.text, words(document.text, place.start, place.end))
        for document, place in ((earlier, one.earlier), (later, one.later))
    )
    matcher = difflib.SequenceMatcher(None, _normal(earlier, old), _normal(later, new), autojunk=False)
    runs = [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        [Span(old[first][0], old[last - 1][1], "gap") for first, last, _, _ in runs if first < last],
        [Span(new[first][0], new[last - 1][1], "gap") for _, _, first, last in runs if first < last],
    )


def _whole(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the parts of a number: to a reader 9.5 is one word."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        last = joined[-1] if joined else (0, 0)
        parted = text[last[1] : start]
        if joined and parted in _IN_NUMBERS and text[last[1] - 1].isdecimal() and text[start].isdecimal():
            joined[-1] = (last[0], end)
        else:
            joined.append((start, end))
    return joined


def _normal(document: Document, places: list[tuple[int, int]]) -> list[str]:
    return [normalise(document.text[start:end]) for start, end in places]
