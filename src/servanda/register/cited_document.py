"""A document as a register cites it: enough to find it again, without storing its words."""

import datetime
import re
from typing import Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.register.period import Period
from servanda.register.wording import Wording
from servanda.text.selectors import HashSelector, QuoteSelector

DocumentKind = Literal[
    "plan_text", "joint_statement", "official_release", "official_page", "official_speech", "official_record",
    "minutes", "report", "wire", "press", "repost", "analysis", "advocacy", "aggregator",
]  # fmt: skip


# Readers follow it: nothing else than a page of the web may be behind it.
_ADDRESS = re.compile(r"https?://[^/\s]\S*")


class CitedPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch with an authority of its own; it begins where its quote or hash is found, up to the next part."""

    authority: Literal["joint", "official", "press"]
    publisher: str
    country: str | None = None
    quote: QuoteSelector | None = None
    hash: HashSelector | None = None

    def __post_init__(self) -> None:
        if (self.quote is None) == (self.hash is None):
            raise ValueError("a part begins at a quote or at a hash: give one of them")

    @property
    def begins(self) -> QuoteSelector | HashSelector:
        """Where the part begins."""
        selector = self.quote or self.hash
        if selector is None:
            raise AssertionError("a part always has one of them")
        return selector


class CitedDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rendition of one text.

    ``sha256`` (of the bytes) is given where the register's keeper read the file itself: a reader that meets the same
    bytes takes publisher, date and parts from here. ``file`` is a file of the plan folder, where the words are ours.
    ``renders`` groups language versions of one text; ``copies`` names the document of which this is a wire copy.
    ``title`` is our own description, never the publisher's sentence.
    """

    id: str
    title: Wording
    kind: DocumentKind
    publisher: str
    language: Language
    address: str | None = None
    date: Period | None = None
    accessed: datetime.date | None = None
    country: str | None = None
    sha256: str | None = None
    file: str | None = None
    renders: str | None = None
    copies: str | None = None
    supersedes: str | None = None
    parts: tuple[CitedPart, ...] = ()

    def __post_init__(self) -> None:
        if self.address is not None and not _ADDRESS.fullmatch(self.address):
            raise ValueError("an address begins with https:// or http://, and has no space")
