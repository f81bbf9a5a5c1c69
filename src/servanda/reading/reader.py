"""Read a document: every kind of mention, by rules, in one order, the same on every machine."""

import datetime

import msgspec

from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.actors import read_actors
from servanda.reading.amounts import read_amounts
from servanda.reading.commitments import read_commitments
from servanda.reading.document_date import stated_day
from servanda.reading.mention import Mention, Reading
from servanda.reading.quotations import read_quotations
from servanda.reading.scan import Scan
from servanda.reading.times import read_times
from servanda.reading.times.ranges import NEAREST
from servanda.text.document import Document

READER = "servanda-reader/1"


def dated(document: Document, day: datetime.date | None = None, near: datetime.date | None = None) -> Document:
    """Return the document with the day it speaks from: its own, else the one it states, else ``day``.

    ``near`` is given where the document is known to be of about that time: then it may state its day without a year.
    """
    if document.date is not None:
        return document
    stated = stated_day(document) or (stated_day(document, near) if near is not None else None)
    return msgspec.structs.replace(document, date=stated or day)


def read(document: Document, vocabulary: Vocabulary | None = None, near: datetime.date | None = None) -> Reading:
    """Return all that is read in a document.

    ``vocabulary`` is what a plan adds to the lexicon. Relative dates ("next year") count from the day the document
    speaks from, and are not read where it has none; dates without a year are then those nearest to ``near``.
    """
    scan = Scan(document, vocabulary or Vocabulary(), dated(document).date)
    times = read_times(scan)
    if scan.day is None and near is not None:
        about = read_times(Scan(document, scan.vocabulary, near))
        left = (one for one in about if one.rule == NEAREST and not any(_meet(one, other) for other in times))
        times = sorted([*times, *left], key=_place)
    amounts = read_amounts(scan, [(time.start, time.end) for time in times])
    actors = read_actors(scan)
    quotations = read_quotations(scan)
    found = read_commitments(scan, actors, quotations, times, amounts)
    mentions = [*times, *amounts, *actors, *quotations, *found.mentions]
    mentions.sort(key=_place)
    return Reading(tuple(mentions), tuple(found.excluded), tuple(found.issues), READER)


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _place(mention: Mention) -> tuple[int, int, str]:
    """In the order of the text, what holds others before what it holds."""
    return mention.start, -mention.end, mention.kind
