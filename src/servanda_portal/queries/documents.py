"""Documents that are present, what was read in them, and where commitments stand in them."""

import dataclasses
from collections.abc import Iterable
from typing import TypeVar

import msgspec
from django.db.models import F
from django.db.models.functions import Substr

from servanda.plans.documents import cited
from servanda.plans.plan import Plan
from servanda.reading import mention
from servanda.text.document import Document, Origin
from servanda_portal.codec import decode, decode_reading
from servanda_portal.documents import models
from servanda_portal.documents.shapes import Changes, QuotedFinding, Versions

Compared = TypeVar("Compared", Versions, Changes)


@dataclasses.dataclass(frozen=True)
class Found:
    """A commitment's passage in a document that is present; ``number`` counts the commitment's passages from 0."""

    reference: str
    sha256: str
    number: int
    start: int
    end: int


@dataclasses.dataclass(frozen=True)
class Quoted:
    """The words of a commitment's passage, and where they stand in a document that is present."""

    sha256: str
    start: int
    end: int
    words: str


@dataclasses.dataclass(frozen=True)
class ReadDocument:
    """A document with its reading, as one plan reads it; ``pages`` are their widths and heights in points."""

    document: Document
    reading: mention.Reading
    pages: list[tuple[float, float]]


@dataclasses.dataclass(frozen=True)
class Summary:
    """What a list shows of a document that is present: how many mentions of each kind were read in it."""

    sha256: str
    name: str
    cited: str
    counts: dict[str, int]


def read_document(sha256: str, plan: Plan | None) -> ReadDocument | None:
    """Return a document and its reading, with what the plan knows of it; None where it was not read.

    Two queries; one more for the places of the text on the pages, where it has pages.
    """
    reading = (
        models.Reading.objects.filter(document=sha256, agreement=plan.agreement.id if plan else None)
        .select_related("document")
        .defer("document__origins")
        .first()
    )
    if reading is None:
        return None
    row = reading.document
    origins = decode(row.origins, tuple[Origin, ...]) if row.pages else ()
    document = msgspec.structs.replace(decode(row.body, Document), text=row.text, origins=origins)
    return ReadDocument(cited(document, plan) if plan else document, decode_reading(reading.body), row.pages)


def summaries(agreement: str | None) -> list[Summary]:
    """Return the documents read with one plan, or those that no plan cites (None). One query."""
    rows = models.Reading.objects.filter(agreement=agreement).order_by("document__name")
    return [Summary(*row) for row in rows.values_list("document", "document__name", "cited", "counts")]


def found(agreement: str, sha256: str | None = None) -> list[Found]:
    """Return where passages were found: in one document, or all of a plan. One query."""
    rows = models.FoundPassage.objects.filter(agreement=agreement)
    if sha256 is not None:
        rows = rows.filter(document=sha256)
    return [Found(*row) for row in rows.values_list("reference", "document", "number", "start", "end")]


def quotes(agreement: str, reference: str) -> dict[int, Quoted]:
    """Return the words of a commitment's passages and where they stand, by the passage's number. One query."""
    words = Substr("document__text", F("start") + 1, F("end") - F("start"))
    rows = models.FoundPassage.objects.filter(agreement=agreement, reference=reference)
    return {number: Quoted(*row) for number, *row in rows.values_list("number", "document", "start", "end", words)}


def texts(agreement: str, identities: Iterable[str]) -> dict[str, Document]:
    """Return documents that a plan cites and that are here, by the id under which it cites them. One query."""
    rows = models.Reading.objects.filter(agreement=agreement, cited__in=list(identities))
    found = rows.values_list("cited", "document__body", "document__text")
    return {name: msgspec.structs.replace(decode(body, Document), text=text) for name, body, text in found}


def comparisons(agreement: str) -> dict[tuple[str, str], int]:
    """Return which texts of a plan were compared, by kind and id, and how many differences there are. One query."""
    rows = models.Comparison.objects.filter(agreement=agreement)
    return {(kind, cited): count for kind, cited, count in rows.values_list("kind", "cited", "count")}


def versions(agreement: str, identity: str) -> Versions | None:
    """Return the language versions of a text side by side, by the id of the first; None where there are none here."""
    return _comparison(agreement, "versions", identity, Versions)


def changes(agreement: str, identity: str) -> Changes | None:
    """Return what a text changed in an earlier one, by the id of the later; None where the two are not here."""
    return _comparison(agreement, "changes", identity, Changes)


def _comparison(agreement: str, kind: str, identity: str, shape: type[Compared]) -> Compared | None:
    rows = models.Comparison.objects.filter(agreement=agreement, kind=kind, cited=identity)
    body = rows.values_list("body", flat=True).first()
    return decode(body, shape) if body else None


def findings(agreement: str) -> list[QuotedFinding]:
    """Return what the documents of a plan show together. One query."""
    body = models.Findings.objects.filter(agreement=agreement).values_list("body", flat=True).first()
    return decode(body, list[QuotedFinding]) if body else []
