"""The rows of a document that is read: hundreds stand on a page, so they are written here and not in a template."""

from collections.abc import Iterable, Iterator, Sequence

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from servanda.text.document import Part
from servanda_portal.pages.document_page import Note, Row
from servanda_portal.pages.templatetags.servanda import label, said
from servanda_portal.queries.register import Register

register = template.Library()

_ROW = """{}
<div class="row">
  <div class="block {}" lang="{}">{}<{}>{}</{}></div>
  {}
</div>
"""
_PART = '<p class="part">{} <span class="flag">{}</span></p>'
_MARKER = '<span class="marker" aria-hidden="true">{}</span>'
_NOTES = '<ul class="notes" aria-label="{}">{}</ul>'
_HEADINGS = ("title", "heading")


@register.simple_tag
def reading_rows(found: Register | None, rows: Iterable[Row]) -> SafeString:
    """Set the blocks of a document with the notes in their margin; no register where no plan cites the document."""
    return format_html_join("", _ROW, _rows(found, rows))


def _rows(found: Register | None, rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    read_here = _("Read here")
    for row in rows:
        block = row.block
        element = "h2" if block.kind in _HEADINGS else "p"
        yield (
            _part(row.part) if row.part is not None else "",
            block.kind,
            block.language,
            format_html(_MARKER, block.marker) if block.marker else "",
            element,
            row.html,
            element,
            format_html(_NOTES, read_here, _notes(found, row.notes)) if row.notes else "",
        )


def _part(part: Part) -> SafeString:
    begins = _("Here begins the part of %(publisher)s") % {"publisher": part.publisher or ""}
    return format_html(_PART, begins, label(part.authority, "AUTHORITY"))


def _notes(found: Register | None, notes: Sequence[Note]) -> SafeString:
    return format_html_join("", '<li class="k-{}">{}</li>', ((one.kind, _note(found, one)) for one in notes))


def _note(found: Register | None, note: Note) -> SafeString | str:
    if note.kind == "adopted" and found is not None:
        commitment = found.commitments.get(note.text)
        where = reverse("commitment", args=[found.agreement.id, note.text])
        title = said(commitment.title) if commitment is not None else ""
        return format_html('<a href="{}">{}</a> {}', where, note.text, title)
    if note.target:
        return format_html('<a href="#{}" title="{}">{}</a>', note.target, note.rule, note.text)
    return note.text
