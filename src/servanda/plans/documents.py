"""What a plan knows of a document, by its bytes: publisher, date and parts that the file itself does not tell."""

import msgspec

from servanda.plans.plan import Plan
from servanda.register.cited_document import CitedDocument
from servanda.text.document import Document, Part
from servanda.text.selectors import find


def citation(document: Document, plan: Plan) -> CitedDocument | None:
    """Return the plan's citation of the document with these bytes, or None where the plan cites no such bytes."""
    return next((cited for cited in plan.documents if cited.sha256 == document.sha256), None)


def cited(document: Document, plan: Plan) -> Document:
    """Return the document with what the plan says of it; unchanged where the plan does not cite these bytes.

    A citation with a date coarser than a day gives none: reading invents no day.
    """
    known = citation(document, plan)
    if known is None:
        return document
    return msgspec.structs.replace(
        document,
        publisher=known.publisher,
        address=known.address or document.address,
        date=known.date.start if known.date and known.date.granularity == "day" else document.date,
        country=known.country or document.country,
        parts=_parts(document.text, known) or document.parts,
    )


def _parts(text: str, known: CitedDocument) -> tuple[Part, ...]:
    """Return the parts whose beginnings are found in the text, each up to the next."""
    found = [(places[0][0], part) for part in known.parts if (places := find(text, part.begins))]
    found.sort(key=lambda item: item[0])
    ends = [start for start, _ in found[1:]] + [len(text)]
    return tuple(
        Part(start, end, part.authority, part.publisher, part.country)
        for (start, part), end in zip(found, ends, strict=True)
    )
