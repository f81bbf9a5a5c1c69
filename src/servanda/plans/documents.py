"""What a plan knows of a document that is present: its publisher, date, country and parts."""

import datetime

import msgspec

from servanda.plans.plan import Plan
from servanda.register.cited_document import CitedDocument
from servanda.register.period import Period
from servanda.text.document import Document
from servanda.text.parts import PartStart, lay_out


def citation(document: Document, plan: Plan) -> CitedDocument | None:
    """Return how the plan cites this document, known by the SHA-256 of its bytes, or by its file in the plan folder."""
    for cited in plan.documents:
        if cited.sha256 == document.sha256:
            return cited
    for cited in plan.documents:
        if cited.sha256 is None and cited.file is not None and cited.file.rpartition("/")[2] == document.name:
            return cited
    return None


def cited(document: Document, plan: Plan) -> Document:
    """Return the document with what the plan says of it; as it is where the plan does not cite it.

    A date counts as the document's where it is a single day. Parts are stretches from where their first words are
    found to the next part; one whose words are not found is left out, with the issue ``part_not_found``.
    """
    known = citation(document, plan)
    if known is None:
        return document
    parts, missing = lay_out(
        document.text, (PartStart(part.begins, part.authority, part.publisher, part.country) for part in known.parts)
    )
    return msgspec.structs.replace(
        document,
        publisher=known.publisher,
        country=known.country or document.country,
        address=known.address or document.address,
        date=_day(known.date) or document.date,
        parts=parts or document.parts,
        issues=document.issues + ("part_not_found",) * len(missing),
    )


def renditions(plan: Plan) -> list[tuple[CitedDocument, ...]]:
    """Return the texts that the plan cites in several renditions: the one that the others render comes first."""
    groups: dict[str, list[CitedDocument]] = {}
    for document in sorted(plan.documents, key=lambda one: one.renders is not None):
        groups.setdefault(document.renders or document.id, []).append(document)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _day(period: Period | None) -> datetime.date | None:
    return period.start if period is not None and period.granularity == "day" else None
