"""What a web page says of itself: title, date, publisher, address and language."""

import datetime
import re

import msgspec
from lxml import etree

from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.web_page import web_page_words
from servanda.text.loaders.builder import clean

_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_LONGEST = 500  # characters of a title, publisher or address that is believed


class Said(msgspec.Struct, frozen=True):
    """What a page says of itself; None where it does not."""

    title: str | None
    date: datetime.date | None
    publisher: str | None
    address: str | None
    language: Language | None


def read_said(root: etree._Element) -> Said:
    """Return what the elements of a page's head and its first ``time`` say. The local day of a time counts."""
    words = web_page_words()
    meta = _meta(root)
    dates = [meta.get(name) for name in words.dates]
    dates += [match[1] for script in root.iter("script") if (match := _PUBLISHED.search(script.text or ""))]
    dates += [element.get("datetime") for element in root.iter("time")]
    links = [link.get("href") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"]
    titles = [meta.get(name) for name in words.titles] + [title.text for title in root.iter("title")]
    return Said(
        title=_first(titles),
        date=next((day for value in dates if value and (day := _day(value))), None),
        publisher=_first([meta.get(name) for name in words.publishers]),
        address=_first(
            [link for link in [*links, meta.get("og:url")] if link and link.startswith(("https://", "http://"))]
        ),
        language=_language(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")),
    )


def _meta(root: etree._Element) -> dict[str, str]:
    """Return the content of each meta element by its lower-case name, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := element.get("content"):
            found.setdefault(name.strip().lower(), content)
    return found


def _first(values: list[str | None]) -> str | None:
    for value in values:
        if value and (text := " ".join(clean(value).split())) and len(text) <= _LONGEST:
            return text
    return None


def _day(value: str) -> datetime.date | None:
    match = _DAY.match(value)
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _language(tag: str | None) -> Language | None:
    return next((language for language in LANGUAGES if tag and tag.strip().lower()[:2] == language), None)
