"""Documents that are present, what was read in them, and where commitments stand in them."""

import dataclasses

import msgspec
from django.db.models import F
from django.db.models.functions import Substr

from servanda.plans.documents import cited
from servanda.plans.plan import Plan
from servanda.reading import mention
from servanda.text.document import Document
from servanda_portal.codec import decode, decode_reading
from servanda_portal.documents import models
from servanda_portal.documents.shapes import QuotedFinding


@dataclasses.dataclass(frozen=True)
class Found:
    """A commitment's passage in a document that is present; ``number`` counts the commitment's passages from 0."""

    reference: str
    sha256: str
    number: int
    start: int
    end: int


@dataclasses.dataclass(frozen=True)
class ReadDocument:
    """A document with its reading, as one plan reads it."""

    document: Document
    reading: mention.Reading


@dataclasses.dataclass(frozen=True)
class Summary:
    """What a list shows of a document that is present: how many mentions of each kind were read in it."""

    sha256: str
    name: str
    cited: str
    counts: dict[str, int]


def read_document(sha256: str, plan: Plan | None) -> ReadDocument | None:
    """Return a document and its reading, with what the plan knows of it; None where it was not read. Two queries."""
    reading = (
        models.Reading.objects.filter(document=sha256, agreement=plan.agreement.id if plan else None)
        .select_related("document")
        .defer("document__origins")
        .first()
    )
    if reading is None:
        return None
    document = msgspec.structs.replace(decode(reading.document.body, Document), text=reading.document.text)
    return ReadDocument(cited(document, plan) if plan else document, decode_reading(reading.body))


def summaries(agreement: str | None) -> list[Summary]:
    """Return the documents read with one plan, or those that no plan cites (None). One query."""
    rows = models.Reading.objects.filter(agreement=agreement).order_by("document__name")
    return [Summary(*row) for row in rows.values_list("document", "document__name", "cited", "counts")]


def found(agreement: str, sha256: str | None = None) -> list[Found]:
    """Return where passages were found: in one document, or in all of a plan. One query."""
    rows = models.FoundPassage.objects.filter(commitment__agreement=agreement)
    if sha256 is not None:
        rows = rows.filter(document=sha256)
    return [Found(*row) for row in rows.values_list("commitment__reference", "document", "number", "start", "end")]


def quotes(agreement: str, reference: str) -> dict[int, tuple[str, int]]:
    """Return the words of a commitment's passages and where they begin, by the passage's number. One query."""
    words = Substr("document__text", F("start") + 1, F("end") - F("start"))
    rows = models.FoundPassage.objects.filter(commitment__agreement=agreement, commitment__reference=reference)
    return {number: (quote, start) for number, quote, start in rows.values_list("number", words, "start")}


def findings(agreement: str) -> list[QuotedFinding]:
    """Return what the documents of a plan show together. One query."""
    body = models.Findings.objects.filter(agreement=agreement).values_list("body", flat=True).first()
    return decode(body, list[QuotedFinding]) if body else []
