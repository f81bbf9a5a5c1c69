"""Dated changes as an Atom feed (RFC 4287), the latest first; identifiers are tag URIs (RFC 4151) and never change."""

import datetime
import re
from collections.abc import Iterable

import msgspec
from lxml import etree

from servanda.formats.xml_element import document, element
from servanda.lexicon.language import Language

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_OUTSIDE = re.compile(r"[^\w.~:@!$&'()*+,;=/?%-]+", re.ASCII)  # what a URI cannot hold as it is (RFC 3986)


class FeedItem(msgspec.Struct, frozen=True):
    """One change: what it is called, in short, when it was, and where its page is. ``id`` is an IRI for good."""

    id: str
    title: str
    summary: str
    when: datetime.date
    page: str | None = None
    kind: str | None = None


class Feed(msgspec.Struct, frozen=True):
    """A feed without its items: ``page`` is what it tells of, ``address`` its own; ``day`` counts where it is empty."""

    id: str
    title: str
    subtitle: str
    author: str
    language: Language
    day: datetime.date
    page: str | None = None
    address: str | None = None


def tag(host: str, day: datetime.date, *steps: str) -> str:
    """Return a tag URI: whoever held the host on the day named this thing so. What is percent-encoded stays so.

    >>> tag("commitments.example", datetime.date(2026, 3, 31), "merle", "happening", "law")
    'tag:commitments.example,2026-03-31:merle/happening/law'
    """
    return f"tag:{host},{day}:{_OUTSIDE.sub(_percent, '/'.join(steps))}"


def write_feed(feed: Feed, items: Iterable[FeedItem]) -> bytes:
    """Return a feed with its items."""
    latest = sorted(items, key=lambda one: (one.when, one.id), reverse=True)
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item] # the default namespace
    root.set(_LANG, feed.language)
    root.extend(
        [
            _said("id", feed.id),
            _said("title", feed.title),
            _said("subtitle", feed.subtitle),
            _said("updated", _instant(latest[0].when if latest else feed.day)),
            _named("author", _said("name", feed.author)),
            *_link("self", feed.address),
            *_link("alternate", feed.page),
            *_link("license", _LICENCE),
            *map(_entry, latest),
        ]
    )
    return document(root)


def _entry(one: FeedItem) -> etree._Element:
    return _named(
        "entry",
        _said("id", one.id),
        _said("title", one.title),
        _said("updated", _instant(one.when)),
        _said("summary", one.summary),
        *([_named("category", {"term": one.kind})] if one.kind else []),
        *_link("alternate", one.page),
    )


def _said(name: str, text: str) -> etree._Element:
    return _named(name, text)


def _named(name: str, *content: etree._Element | str | dict[str, str]) -> etree._Element:
    return element(f"{{{_ATOM}}}{name}", *content)


def _link(relation: str, address: str | None) -> list[etree._Element]:
    return [_named("link", {"rel": relation, "href": address})] if address else []


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _instant(day: datetime.date) -> str:
    return f"{day}T00:00:00Z"
