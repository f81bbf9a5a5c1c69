"""The passages of a register as a W3C Web Annotation page: each ties words of a document to a commitment.

Words that may not be stored are not here: such an annotation targets the document as a whole.
"""

from typing import Any

from servanda.formats.open_register import OpenRegister
from servanda.lexicon.language import Language
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def passages_page(register: OpenRegister, language: Language) -> dict[str, Any]:
    """Return every passage of every commitment as one AnnotationPage."""
    documents = register.documents
    name = f"urn:servanda:{register.agreement.id}:passages"
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [
            {"id": f"{name}:{one.reference}:{number}"}
            | _annotation(register, one, passage, documents[passage.document], language)
            for one in register.all(Commitment)
            for number, passage in enumerate(one.passages, 1)
        ],
    }


def _annotation(
    register: OpenRegister,
    one: Commitment,
    passage: CommitmentPassage,
    document: CitedDocument,
    language: Language,
) -> dict[str, Any]:
    page = register.page(language, "commitments", one.reference)
    return {
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            page or f"urn:servanda:{register.agreement.id}:commitment:{one.reference}",
            {"type": "TextualBody", "purpose": "tagging", "value": one.reference},
            {"type": "TextualBody", "purpose": "classifying", "value": passage.role},
        ],
        "target": {"type": "SpecificResource", "source": _source(register, document), **_selector(passage)},
    }


def _source(register: OpenRegister, document: CitedDocument) -> str:
    if document.address is not None:
        return document.address
    if document.sha256 is not None:
        return f"urn:sha256:{document.sha256}"
    return f"urn:servanda:{register.agreement.id}:document:{document.id}"


def _selector(passage: CommitmentPassage) -> dict[str, Any]:
    if passage.quote is None:
        return {}
    exact = {"type": "TextQuoteSelector", "exact": passage.quote.quote}
    around = {"prefix": passage.quote.prefix, "suffix": passage.quote.suffix}
    return {"selector": exact | {name: text for name, text in around.items() if text}}
