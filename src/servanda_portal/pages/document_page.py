"""A document set for reading: its blocks, the mentions in them, and their values for the margin."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Protocol

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
    first, last = blocks[0].start, blocks[-1].end
    mentions = [one for one in read.reading.mentions if one.kind in layers and one.start < last and one.end > first]
    left_out = [one for one in read.reading.excluded if excluded and one.start < last and one.end > first]
    places = [one for one in found if one.start < last and one.end > first]
    begins = {part.start: part for part in read.document.parts}
    return [_row(read, block, mentions, left_out, places, begins, language) for block in blocks]


def _row(
    read: ReadDocument,
    block: Block,
    mentions: Iterable[Mention],
    left_out: Iterable[Excluded],
    places: Iterable[Found],
    begins: dict[int, Part],
    language: str,
) -> Row:
    def inside(stretch: Stretch) -> bool:
        return stretch.start < block.end and stretch.end > block.start

    here = [one for one in mentions if inside(one)]
    out = [one for one in left_out if inside(one)]
    adopted = [one for one in places if inside(one)]
    anchors = {one.start: one for one in reversed(adopted) if one.start >= block.start}
    spans = [
        Span(one.start, one.end, "adopted", f"p{one.start}" if anchors.get(one.start) is one else "") for one in adopted
    ]
    spans += [Span(one.start, one.end, "excluded", title=_reason(one)) for one in out]
    spans += [
        Span(one.start, one.end, f"k-{one.kind}", one.id if one.start >= block.start else "", title(one, language))
        for one in here
    ]
    references = dict.fromkeys(one.reference for one in adopted if one.start >= block.start)
    notes = [Note("adopted", reference) for reference in references]
    notes += _notes([one for one in here if one.start >= block.start], language)
    notes += [Note("excluded", _reason(one)) for one in out if one.start >= block.start]
    part = next((begins[start] for start in begins if block.start <= start < block.end), None)
    return Row(block, highlight(read.document.text, block.start, block.end, spans), notes, part)


def _notes(mentions: Iterable[Mention], language: str) -> list[Note]:
    """Return the values, once each where a paragraph says the same twice."""
    notes: dict[tuple[str, str], Note] = {}
    for one in mentions:
        text = describe(one, language)
        notes.setdefault((one.kind, text), Note(one.kind, text, one.id, one.rule))
    return list(notes.values())


def title(one: Mention, language: str) -> str:
    """Return what a mark says when it is pointed at: its kind, its value and its rule."""
    return f"{words.KIND[one.kind]}: {describe(one, language)} [{one.rule}]"


def _reason(one: Excluded) -> str:
    return _("left out: %(reason)s") % {"reason": words.REASON[one.reason]}
