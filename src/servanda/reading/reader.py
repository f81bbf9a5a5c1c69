"""Read a document: every kind of mention, by rules, in one order, the same on every machine."""

import datetime
import importlib

import msgspec

from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Reading
from servanda.reading.scan import Scan
from servanda.text.document import Document

READER = "servanda-reader/1"


def _tmp(mod, fn):
    try:
        return getattr(importlib.import_module("servanda.reading." + mod), fn)
    except (ImportError, AttributeError):
        return lambda *a: []


def read(document: Document, vocabulary: Vocabulary | None = None, day: datetime.date | None = None) -> Reading:
    """Return all that is read in a document.

    ``vocabulary`` is what a plan adds to the lexicon; ``day`` the day a document without a date speaks from.
    """
    scan = Scan(document, vocabulary or Vocabulary(), document.date or day)
    times = _tmp("times", "read_times")(scan)
    amounts = _tmp("amounts", "read_amounts")(scan, [(t.start, t.end) for t in times])
    actors = _tmp("actors", "read_actors")(scan)
    quotations = _tmp("quotations", "read_quotations")(scan, actors)
    mentions = [*times, *amounts, *actors, *quotations]
    excluded, issues = [], []
    commitments = _tmp("commitments", "read_commitments")(scan, actors, quotations, times, amounts)
    if commitments:
        mentions += commitments.mentions
        excluded, issues = commitments.excluded, commitments.issues
    mentions.sort(key=lambda m: (m.start, -m.end, m.kind))
    return Reading(mentions=tuple(mentions), excluded=tuple(excluded), issues=tuple(issues), reader=READER)
