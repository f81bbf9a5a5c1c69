"""The quotes that findings cite, kept while documents stream by."""

import re
from typing import NamedTuple

from servanda.reading.mention import Reading
from servanda.reconciling import COMPARED, Ref
from servanda.text.document import Document

_SPACE = re.compile(r"\s+")
_AROUND = 60  # characters shown before and after a quote


class Quote(NamedTuple):
    """A quote with what stands before and after it, on one line, cut between words."""

    before: str
    quote: str
    after: str


class Quotes:
    """Quotes by the mention that findings refer to."""

    def __init__(self) -> None:
        self._quotes: dict[Ref, Quote] = {}

    def keep(self, document: Document, reading: Reading) -> None:
        """Keep the quotes of one document."""
        text = document.text
        for mention in reading.mentions:
            if mention.kind in COMPARED:
                before = text[max(0, mention.start - _AROUND) : mention.start]
                after = text[mention.end : mention.end + _AROUND]
                self._quotes[Ref(document.name, mention.id)] = Quote(
                    _line(before.partition(" ")[2] if mention.start > _AROUND else before),
                    _line(mention.quote),
                    _line(after.rpartition(" ")[0] if mention.end + _AROUND < len(text) else after),
                )

    def __getitem__(self, ref: Ref) -> Quote:
        """Return the quote of a mention that was kept."""
        return self._quotes[ref]


def _line(text: str) -> str:
    return _SPACE.sub(" ", text)
