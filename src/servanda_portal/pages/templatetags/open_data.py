"""Tags of open data: the line of files that a page offers, and what it tells programs of itself."""

from typing import Any

import msgspec
from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from servanda.formats import linked_data as schema
from servanda.formats.files import FILES
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda_portal.pages.filters import address
from servanda_portal.pages.open_data import OFFERED, asked_day, open_register
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.queries.register import Register

register = template.Library()

# What would end the element, or begin another, inside it.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@register.inclusion_tag("parts/data.html")
def data_line(
    found: Register, page: str, filters: dict[str, str] | None = None, commitment: str = ""
) -> dict[str, Any]:
    """Show the files in which what a page shows can be had, with the filters that it has and of the same day."""
    query = address({**(filters or {}), "commitment": commitment, **asked_day(found)})
    ending = "" if query == "?" else query
    files = [(label, reverse("file", args=[found.agreement.id, name]) + ending, FILES[name].media_type)
             for name, label in OFFERED[page].items()]  # fmt: skip
    return {"files": files, "language": get_language()}


@register.simple_tag
def linked_data(found: Register, item: Commitment | CitedDocument | None = None) -> SafeString:
    """Tell programs what a page is about, in the terms of schema.org: data, which no browser runs."""
    opened, language = open_register(found), page_language()
    if isinstance(item, Commitment):
        said: Any = schema.commitment_data(opened, item, language)
    elif isinstance(item, CitedDocument):
        said = schema.document_data(opened, item, language)
    else:
        files = [(file.media_type, opened.file(language, name)) for name, file in FILES.items()]
        offered = [schema.Distribution(kind, where) for kind, where in files if where]
        said = [schema.plan_data(opened, language), schema.dataset_data(opened, language, offered)]
    text = msgspec.json.encode(said).decode()
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 nothing in it ends the element
