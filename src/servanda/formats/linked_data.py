"""Pages as schema.org JSON-LD, so that search engines and other programs know what they tell of.

A commitment is an Action whose agents are those who undertook it. Its status says no more than evidence shows: nothing
is ever failed here, for that is for a verdict to say.
"""

import datetime
from collections.abc import Iterable
from typing import Any

import msgspec

from servanda.assessing.assessment import Group
from servanda.formats.open_register import OpenRegister
from servanda.lexicon.exports import export_words
from servanda.lexicon.language import LANGUAGES, Language
from servanda.register.actors import Institution
from servanda.register.agreement import Agreement
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_STATUS: dict[Group, str] = {"delivered": "CompletedActionStatus", "under_way": "ActiveActionStatus"}


class Distribution(msgspec.Struct, frozen=True):
    """A file in which the data can be had: its media type and where it is."""

    media_type: str
    address: str


def plan_data(register: OpenRegister, language: Language) -> dict[str, Any]:
    """Return what the page of a plan tells of."""
    agreement = register.agreement
    return _known({
        "@context": CONTEXT,
        "@type": "CreativeWork",
        "@id": _id(register, language),
        "url": register.page(language),
        "name": agreement.name.in_language(language),
        "alternateName": agreement.short_name.in_language(language),
        "abstract": agreement.summary.in_language(language),
        "disambiguatingDescription": _imaginary(agreement, language),
        "inLanguage": list(agreement.authentic_languages),
        "datePublished": agreement.signed.isoformat(),
        "temporalCoverage": _span(agreement.term.start, agreement.term.end),
        "creator": [_actor(register, party.id, language) for party in agreement.parties],
    })  # fmt: skip


def commitment_data(register: OpenRegister, one: Commitment, language: Language) -> dict[str, Any]:
    """Return what the page of a commitment tells of."""
    assessment = register.assessments.get(one.reference)
    return _known({
        "@context": CONTEXT,
        "@type": "Action",
        "@id": _id(register, language, "commitments", one.reference),
        "url": register.page(language, "commitments", one.reference),
        "identifier": one.reference,
        "name": one.title.in_language(language),
        "description": one.summary.in_language(language),
        "disambiguatingDescription": _imaginary(register.agreement, language),
        "agent": [_actor(register, promisor, language) for promisor in one.promisors],
        "startTime": register.agreement.signed.isoformat(),
        "endTime": one.deadline.period.end.isoformat() if one.deadline else None,
        "actionStatus": assessment and f"{CONTEXT}/{_STATUS.get(assessment.group, 'PotentialActionStatus')}",
        "subjectOf": [
            {"@id": _id(register, language)},
            *(
                {"@id": _id(register, language, "documents", document)}
                for document in dict.fromkeys(passage.document for passage in one.passages)
            ),
        ],
    })  # fmt: skip


def document_data(register: OpenRegister, one: CitedDocument, language: Language) -> dict[str, Any]:
    """Return what the page of a cited document tells of: the document itself, wherever it was published."""
    return _known({
        "@context": CONTEXT,
        "@type": "DigitalDocument",
        "@id": _id(register, language, "documents", one.id),
        "url": register.page(language, "documents", one.id),
        "sameAs": one.address,
        "name": one.title.in_language(language),
        "disambiguatingDescription": _imaginary(register.agreement, language),
        "inLanguage": one.language,
        "datePublished": one.date.start.isoformat() if one.date else None,
        "publisher": {"@type": "Organization", "name": one.publisher},
        "translationOfWork": {"@id": _id(register, language, "documents", one.renders)} if one.renders else None,
        "isBasedOn": {"@id": _id(register, language, "documents", one.copies)} if one.copies else None,
        "encoding": {"@type": "MediaObject", "sha256": one.sha256} if one.sha256 else None,
    })  # fmt: skip


def dataset_data(
    register: OpenRegister, language: Language, distributions: Iterable[Distribution] = ()
) -> dict[str, Any]:
    """Return what a register is as a data set, with the files in which it can be had."""
    agreement = register.agreement
    keeper = agreement.keeper
    return _known({
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{_id(register, language)}#data",
        "url": register.page(language),
        "name": agreement.name.in_language(language),
        "description": agreement.summary.in_language(language),
        "disambiguatingDescription": _imaginary(agreement, language),
        "creator": {"@type": "Organization", "name": keeper.name.in_language(language)}
        if keeper
        else [_actor(register, party.id, language) for party in agreement.parties],
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": list(LANGUAGES),
        "dateModified": register.day.isoformat(),
        "temporalCoverage": _span(agreement.term.start, agreement.term.end),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": one.media_type, "contentUrl": one.address}
            for one in distributions
        ],
    })  # fmt: skip


def _actor(register: OpenRegister, actor: str, language: Language) -> dict[str, Any]:
    states = {party.id for party in register.agreement.parties if party.type == "state"}
    bodies = {one.id: one.party for one in register.all(Institution)}
    kind = "Country" if actor in states else "GovernmentOrganization" if bodies.get(actor) in states else "Organization"
    return {"@type": kind, "identifier": actor, "name": register.name_of(actor, language)}


def _id(register: OpenRegister, language: Language, *steps: str) -> str:
    """Return what names a thing: the address of its page, or a URN where it has none."""
    return register.page(language, *steps) or ":".join(("urn:servanda", register.agreement.id, *steps))


def _imaginary(agreement: Agreement, language: Language) -> str | None:
    return export_words(language).phrases.demonstration if agreement.demonstration else None


def _span(start: datetime.date, end: datetime.date) -> str:
    return f"{start}/{end}"


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}
