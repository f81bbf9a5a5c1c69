"""Language versions of one text side by side, with a bracket at every gap and a line on what differs."""

import dataclasses
from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from servanda.lexicon.language import Language
from servanda.reading.mention import Commitment
from servanda.reconciling.gap_finding import VersionWords
from servanda.text.document import Block, Document
from servanda_portal.codec import decode_mention
from servanda_portal.documents.shapes import LaidGap, Versions
from servanda_portal.pages import comparison_words, words
from servanda_portal.pages.highlight import Span, highlight
from servanda_portal.pages.mention_words import describe

_SHOWN = 60  # characters of words that have no value of their own


@dataclasses.dataclass(frozen=True)
class Cell:
    """What one version says in a row: its blocks as they stand, the words of gaps marked."""

    document: str
    language: Language
    blocks: list[tuple[Block, SafeString]]


@dataclasses.dataclass(frozen=True)
class Difference:
    """A gap in one line: what differs, and what each version has in its place."""

    what: str
    said: list[tuple[Language, str]]


@dataclasses.dataclass(frozen=True)
class Row:
    """Blocks that say the same, with what they do not say alike; ``number`` is its place in the text."""

    number: int
    cells: list[Cell]
    differences: list[Difference]


def rows(versions: Versions, texts: Mapping[str, Document], language: str, *, only_gaps: bool) -> list[Row]:
    """Return the rows; the version in the page's language comes first."""
    order = in_order(versions, texts, language)
    shown = []
    for number, row in enumerate(versions.rows):
        gaps = [gap for gap in versions.gaps if gap.row == number]
        if only_gaps and not gaps:
            continue
        blocks = dict(zip(versions.documents, row, strict=True))
        cells = [_cell(texts[name], name, blocks[name], gaps) for name in order]
        shown.append(Row(number, cells, [difference(gap, order, texts, language) for gap in gaps]))
    return shown


def in_order(versions: Versions, texts: Mapping[str, Document], language: str) -> list[str]:
    """Return the documents: the version in the page's language first, then as the plan cites them."""
    return sorted(versions.documents, key=lambda one: texts[one].language != language)


def _cell(document: Document, name: str, blocks: tuple[int, ...], gaps: list[LaidGap]) -> Cell:
    spans = [
        Span(span.start, span.end, "gap")
        for gap in gaps
        for version in gap.finding.detail.versions
        if version.document == name
        for span in version.words
    ]
    inside = [document.blocks[index] for index in blocks]
    return Cell(name, document.language, [(one, highlight(document.text, one.start, one.end, spans)) for one in inside])


def difference(gap: LaidGap, order: Sequence[str], texts: Mapping[str, Document], language: str) -> Difference:
    """Return a gap in one line; ``order`` is that of the documents."""
    detail = gap.finding.detail
    said = {
        version.document: (version.language, _said(gap, version, texts[version.document], language))
        for version in detail.versions
    }
    what = str(comparison_words.GAP[f"{gap.finding.slot} {detail.rule}"])
    return Difference(what, [said[name] for name in order])


def _said(gap: LaidGap, version: VersionWords, document: Document, language: str) -> str:
    """Return what stands in a version in place of a gap: a value where one was read, or the words themselves."""
    if not version.words:
        return _("not there")
    if gap.finding.slot == "item":
        return _("there")
    mentions = [decode_mention(raw) for raw in gap.mentions.get(version.document, ())]
    if gap.finding.slot == "force":
        forces = [one.value.force for one in mentions if isinstance(one.value, Commitment)]
        return ", ".join(dict.fromkeys(str(words.FORCE[force]) for force in forces)) or _("there")
    values = [describe(one, language) for one in mentions if not isinstance(one.value, Commitment)]
    quotes = [_short(document.text[span.start : span.end]) for span in version.words]
    return ", ".join(dict.fromkeys(values or quotes))


def _short(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN].rpartition(' ')[0]} …"
