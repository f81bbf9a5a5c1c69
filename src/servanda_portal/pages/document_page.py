"""A document set for reading: its blocks, the mentions in them, and their values for the margin."""

import bisect
import dataclasses
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from django.core.exceptions import BadRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from servanda.reading.mention import Excluded, Kind, Mention
from servanda.text.document import Block, Part
from servanda_portal.pages import words
from servanda_portal.pages.highlight import Span, highlight
from servanda_portal.pages.mention_words import describe
from servanda_portal.queries.documents import Found, ReadDocument

KINDS: tuple[Kind, ...] = (
    "commitment", "money", "percent", "quantity", "rank", "date", "duration", "recurrence", "actor", "quotation",
)  # fmt: skip
SHOWN = ("commitment", "money", "percent", "date", "recurrence")  # until the reader of the page chooses
NOTHING = "none"
_LARGE = 200_000  # characters of a document that is shown in pages
_PAGE = 60_000  # characters of such a page


class Stretch(Protocol):
    """What has a place in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, not included."""


Placed = TypeVar("Placed", bound=Stretch)


@dataclasses.dataclass(frozen=True)
class Note:
    """What stands in the margin: a mention's value, an adopted commitment, or why a sentence was left out."""

    kind: str
    text: str
    target: str = ""
    rule: str = ""


@dataclasses.dataclass(frozen=True)
class Row:
    """A block with its marks and its notes; ``part`` where a part of the document begins with it."""

    block: Block
    html: SafeString
    notes: list[Note]
    part: Part | None


def read_layers(given: str | None) -> tuple[str, ...]:
    """Return the kinds that the address shows. Raises BadRequest for one that is not known."""
    if given is None:
        return SHOWN
    chosen = [kind for kind in given.split(",") if kind and kind != NOTHING]
    for kind in chosen:
        if kind not in KINDS:
            raise BadRequest(
                _("There is no kind “%(kind)s” to show. There are: %(known)s.")
                % {"kind": kind, "known": ", ".join(KINDS)}
            )
    return tuple(kind for kind in KINDS if kind in chosen)


def switched(layers: Sequence[str], kind: str) -> str:
    """Return the layers with one kind switched on or off, as an address writes them."""
    chosen = [one for one in KINDS if (one in layers) != (one == kind)]
    return ",".join(chosen) or NOTHING


def pages_of(blocks: Sequence[Block], length: int) -> list[tuple[Block, ...]]:
    """Return the blocks in pages: one for most documents, several for large ones."""
    if length <= _LARGE:
        return [tuple(blocks)]
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if pages[-1] and block.end - pages[-1][0].start > _PAGE:
            pages.append([])
        pages[-1].append(block)
    return [tuple(page) for page in pages]


def rows(
    read: ReadDocument, blocks: Sequence[Block], layers: Sequence[str], found: Iterable[Found], language: str,
    *, excluded: bool,
) -> list[Row]:  # fmt: skip
    """Return the blocks of a page, each with what is read in it."""
    if not blocks:
        return []
    read_here = _by_block(blocks, [one for one in read.reading.mentions if one.kind in layers])
    left_out = _by_block(blocks, read.reading.excluded if excluded else ())
    places = _by_block(blocks, found)
    begins = {part.start: part for part in read.document.parts}
    return [_row(read, *here, begins, language) for here in zip(blocks, read_here, left_out, places, strict=True)]


def _by_block(blocks: Sequence[Block], stretches: Iterable[Placed]) -> list[list[Placed]]:
    """Return for each block the stretches that lie in it, in whole or in part; blocks come in the order of the text."""
    inside: list[list[Placed]] = [[] for _ in blocks]
    ends = [block.end for block in blocks]
    for one in stretches:
        number = bisect.bisect_right(ends, one.start)
        while number < len(blocks) and blocks[number].start < one.end:
            inside[number].append(one)
            number += 1
    return inside


def _row(
    read: ReadDocument,
    block: Block,
    here: Sequence[Mention],
    out: Sequence[Excluded],
    adopted: Sequence[Found],
    begins: dict[int, Part],
    language: str,
) -> Row:
    values = [describe(one, language) for one in here]
    anchors = {one.start: one for one in reversed(adopted) if one.start >= block.start}
    spans = [
        Span(one.start, one.end, "adopted", f"p{one.start}" if anchors.get(one.start) is one else "") for one in adopted
    ]
    spans += [Span(one.start, one.end, "excluded", title=_reason(one)) for one in out]
    spans += [
        Span(one.start, one.end, f"k-{one.kind}", one.id if one.start >= block.start else "", title(one, value))
        for one, value in zip(here, values, strict=True)
    ]
    references = dict.fromkeys(one.reference for one in adopted if one.start >= block.start)
    notes = [Note("adopted", reference) for reference in references]
    notes += _notes((one, value) for one, value in zip(here, values, strict=True) if one.start >= block.start)
    notes += [Note("excluded", _reason(one)) for one in out if one.start >= block.start]
    part = next((begins[start] for start in begins if block.start <= start < block.end), None)
    return Row(block, highlight(read.document.text, block.start, block.end, spans), notes, part)


def _notes(mentions: Iterable[tuple[Mention, str]]) -> list[Note]:
    """Return the values, once each where a paragraph says the same twice."""
    notes: dict[tuple[str, str], Note] = {}
    for one, value in mentions:
        notes.setdefault((one.kind, value), Note(one.kind, value, one.id, one.rule))
    return list(notes.values())


def title(one: Mention, value: str) -> str:
    """Return what a mark says when it is pointed at: its kind, its value in words and its rule."""
    return f"{words.KIND[one.kind]}: {value} [{one.rule}]"


def _reason(one: Excluded) -> str:
    return _("left out: %(reason)s") % {"reason": words.REASON[one.reason]}
