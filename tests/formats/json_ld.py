"""JSON-LD as another processor reads it, without a network: the terms that we use, as their standards define them."""

from pyld import jsonld

_OA, _AS = "http://www.w3.org/ns/oa#", "https://www.w3.org/ns/activitystreams#"
_IRI, _WORD = "@id", "@vocab"


def term(name, kind=None, **more):
    return {"@id": name, **({"@type": kind} if kind else {}), **more}


# https://www.w3.org/ns/anno.jsonld, of which these are the terms that Servanda writes.
ANNOTATION = {
    "id": "@id", "type": "@type",
    **{name: f"{_OA}{name}" for name in (
        "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "identifying",
        "linking", "tagging", "classifying", "exact", "prefix", "suffix",
    )},
    "AnnotationPage": f"{_AS}OrderedCollectionPage", "Software": f"{_AS}Application",
    "motivation": term(f"{_OA}motivatedBy", _WORD), "purpose": term(f"{_OA}hasPurpose", _WORD),
    "body": term(f"{_OA}hasBody", _IRI), "target": term(f"{_OA}hasTarget", _IRI),
    "source": term(f"{_OA}hasSource", _IRI), "selector": term(f"{_OA}hasSelector", _IRI),
    "start": term(f"{_OA}start", "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"),
    "end": term(f"{_OA}end", "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"),
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "format": "http://purl.org/dc/elements/1.1/format",
    "name": "http://xmlns.com/foaf/0.1/name", "generator": term(f"{_AS}generator", _IRI),
    "items": term(f"{_AS}items", _IRI, **{"@container": "@list"}),
    "startIndex": term(f"{_AS}startIndex", "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"),
}  # fmt: skip
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION,
    "https://schema.org": {"@vocab": "https://schema.org/", "url": term("https://schema.org/url", _IRI)},
}


def _load(address, _options=None):
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXTS[address]}}


def read_and_written(document):
    """Return a document as it comes back from its expanded form: what JSON-LD does not know is gone."""
    options = {"documentLoader": _load}
    return jsonld.compact(jsonld.expand(document, options), document["@context"], options)


def expanded(document):
    """Return a document in its expanded form."""
    return jsonld.expand(document, {"documentLoader": _load})
