"""Add a document that is present, read it, and find in it the passages of a plan's commitments."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from django.db import transaction

from servanda.lexicon.language import Language
from servanda.plans.documents import citation, cited
from servanda.plans.plan import Plan
from servanda.plans.vocabulary import vocabulary
from servanda.reading.reader import READER, read
from servanda.text import document as texts
from servanda.text.loaders import load_path
from servanda.text.selectors import HashSelector, Selector, find, find_hashes
from servanda.text.sidecar import find_sidecar
from servanda_portal.codec import decode, digest, encode
from servanda_portal.documents.models import Document, FoundPassage, Reading
from servanda_portal.operations.drawing import MEDIA_TYPE, Size, page_sizes
from servanda_portal.operations.load_plan import plan_digest
from servanda_portal.operations.originals import has_original, keep_original, keep_originals
from servanda_portal.operations.parse_safely import parse_safely


def add_document(path: Path) -> str:
    """Store the document of a file and return its SHA-256. A file that is known by its bytes is not opened again.

    Raises UnreadableError when no loader can open it.
    """
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    known = Document.objects.filter(sha256=sha256).only("pages").first()
    if known is not None and find_sidecar(path) is None and (not known.pages or has_original(sha256)):
        return sha256
    document = load_path(path)
    _store_document(document, content, page_sizes(content) if document.media_type == MEDIA_TYPE else ())
    return sha256


def take_in(content: bytes, name: str, language: Language | None = None) -> str:
    """Store a document that somebody uploaded, opened in a process of its own, and return its SHA-256.

    Raises UnreadableError, whose message begins with the name.
    """
    opened = parse_safely(content, name, language)
    _store_document(opened.document, content, opened.pages)
    Document.objects.filter(sha256=opened.document.sha256).update(uploaded=True)
    return opened.document.sha256


def keep_documents(shas: Iterable[str]) -> None:
    """Drop every document that is not among these, and was not uploaded: its file is no longer given."""
    kept = {*shas, *Document.objects.filter(uploaded=True).values_list("sha256", flat=True)}
    Document.objects.exclude(sha256__in=kept).delete()
    keep_originals(kept)


def read_document(sha256: str, plans: Iterable[Plan]) -> None:
    """Read a stored document as every plan that cites it reads it, or, where none does, with nothing told.

    What was read before with the same reader, vocabulary and metadata is not read again.
    """
    row = Document.objects.get(sha256=sha256)
    document = msgspec.structs.replace(decode(row.body, texts.Document), text=row.text)
    citing = [plan for plan in plans if citation(document, plan) is not None]
    with transaction.atomic():
        stored = Reading.objects.filter(document=row)
        if citing:
            stored.exclude(agreement__in=[plan.agreement.id for plan in citing]).delete()
        else:
            stored.exclude(agreement=None).delete()
            _store(row, document, None)
        for plan in citing:
            _locate(_store(row, cited(document, plan), plan), document, plan)


def _store_document(document: texts.Document, content: bytes, pages: Sequence[Size]) -> None:
    if pages:
        keep_original(document.sha256, content)
    Document.objects.update_or_create(
        sha256=document.sha256,
        defaults={
            "name": document.name,
            "text": document.text,
            "origins": encode(document.origins),
            "body": encode(msgspec.structs.replace(document, text="", origins=())),
            "pages": list(pages),
        },
    )


def _store(row: Document, document: texts.Document, plan: Plan | None) -> Reading:
    names = vocabulary(plan) if plan is not None else None
    known = citation(document, plan) if plan is not None else None
    inputs = digest(READER, names, msgspec.structs.replace(document, text="", blocks=(), origins=()))
    agreement = plan.agreement.id if plan is not None else None
    stored = Reading.objects.filter(document=row, agreement=agreement, inputs=inputs).defer("body").first()
    if stored is not None:
        return stored
    reading = read(document, names)
    Reading.objects.filter(document=row, agreement=agreement).delete()
    return Reading.objects.create(
        document=row,
        agreement_id=agreement,
        cited=known.id if known is not None else "",
        reader=reading.reader,
        inputs=inputs,
        counts=dict(Counter(mention.kind for mention in reading.mentions)),
        body=encode(reading),
    )


def _locate(stored: Reading, document: texts.Document, plan: Plan) -> None:
    """Find the passages of the plan's commitments in the document under which they are cited."""
    state = plan_digest(plan)
    if stored.located == state:
        return
    wanted: list[tuple[str, int, Selector]] = [
        (commitment.reference, number, selector)
        for commitment in plan.commitments
        for number, passage in enumerate(commitment.passages)
        if passage.document == stored.cited and (selector := passage.quote or passage.hash) is not None
    ]
    hashes = find_hashes(document.text, [one for _, _, one in wanted if isinstance(one, HashSelector)])
    identity = plan.agreement.id
    FoundPassage.objects.filter(document=stored.document_id, agreement=identity).delete()
    FoundPassage.objects.bulk_create(
        FoundPassage(
            agreement_id=identity,
            reference=reference,
            document_id=stored.document_id,
            number=number,
            start=start,
            end=end,
        )
        for reference, number, selector in wanted
        if (places := hashes[selector] if isinstance(selector, HashSelector) else find(document.text, selector))
        for start, end in [_with_signs(document.text, *places[0])]
    )
    stored.located = state
    stored.save(update_fields=["located"])


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the signs that words leave out at the edges of a passage: the "$" of "$5 million", the "%" of "5 %"."""
    while start > 0 and text[start - 1] in "$€£¥":
        start -= 1
    percent = re.compile(r"\s?%").match(text, end)
    return start, percent.end() if percent else end
