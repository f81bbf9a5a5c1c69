"""Read a document: every kind of mention, by rules, in one order, the same on every machine."""

import datetime

from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Reading
from servanda.reading.scan import Scan
from servanda.text.document import Document

READER = "servanda-reader/1"


def read(document: Document, vocabulary: Vocabulary | None = None, day: datetime.date | None = None) -> Reading:
    """Return all that is read in a document.

    ``vocabulary`` is what a plan adds to the lexicon; ``day`` the day a document without a date speaks from.
    """
    Scan(document, vocabulary or Vocabulary(), document.date or day)
    return Reading(mentions=(), excluded=(), issues=(), reader=READER)
