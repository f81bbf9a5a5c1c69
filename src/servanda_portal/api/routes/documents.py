"""Documents, what was read in them, and what their readings show together."""

from collections.abc import Iterator
from typing import Any, Literal

from ninja import Query, Router
from pydantic import Field

from servanda.reading.mention import Kind
from servanda.register.cited_document import CitedDocument
from servanda_portal.api.answering import Place, find, get, missing, page
from servanda_portal.api.answers import DocumentItem, FindingItem, FoundMention, ReadingAnswer, page_of
from servanda_portal.api.parameters import OfDay, PagedOfDay
from servanda_portal.api.shapes import AnyMention, told_mention
from servanda_portal.codec import decode_mention, digest
from servanda_portal.documents.shapes import QuotedFinding
from servanda_portal.queries import documents as stored
from servanda_portal.queries.documents import ReadDocument
from servanda_portal.queries.register import Register

router = Router(tags=["Documents"])


class AskedMentions(PagedOfDay):
    """Which mentions."""

    kind: Kind | None = Field(None, description="Only mentions of this kind.")


class AskedFindings(PagedOfDay):
    """Which findings."""

    kind: Literal["corroboration", "conflict", "sum"] | None = Field(None, description="Only findings of this kind.")


@get(router, "/plans/{slug:plan}/documents", "documents", page_of(DocumentItem, "Document"))
def documents(plan: str, asked: Query[PagedOfDay]) -> Any:  # noqa: ANN401 a page
    """List the documents that the register cites; those that are here can be read."""
    found = find(plan, asked)
    return page(found, _placed(found), asked)


@get(router, "/plans/{slug:plan}/documents/{str:identity}", "document", DocumentItem)
def document(plan: str, identity: str, asked: Query[OfDay]) -> DocumentItem:
    """Give one document that the register cites."""
    for _, item in _placed(find(plan, asked)):
        if item.key == identity:
            return item
    raise missing(f"This plan cites no document {identity!r}.")


@get(router, "/plans/{slug:plan}/documents/{str:identity}/reading", "reading", ReadingAnswer)
def reading(plan: str, identity: str, asked: Query[OfDay]) -> ReadingAnswer:
    """Tell what was read in a document: by which reader, what was left out and why, and what could not be settled."""
    found = find(plan, asked)
    read = _read(found, identity).reading
    counts = {one.cited: one.counts for one in stored.summaries(found.agreement.id)}[identity]
    return ReadingAnswer(identity, found.present[identity], read.reader, counts, read.excluded, read.issues)


@get(router, "/plans/{slug:plan}/documents/{str:identity}/mentions", "mentions", page_of(AnyMention, "Mention"))
def mentions(plan: str, identity: str, asked: Query[AskedMentions]) -> Any:  # noqa: ANN401 a page
    """List the mentions read in a document, in the order of its text: money, dates, actors, commitments and so on."""
    found = find(plan, asked)
    read = _read(found, identity).reading.mentions
    placed = [((one.start, one.end, one.id), one) for one in read if asked.kind in {None, one.kind}]
    return page(found, placed, asked, told_mention)


@get(router, "/plans/{slug:plan}/findings", "findings", page_of(FindingItem, "Finding"))
def findings(plan: str, asked: Query[AskedFindings]) -> Any:  # noqa: ANN401 a page
    """List what the documents show together: where they agree and differ, and what adds up. Nobody's value wins."""
    found = find(plan, asked)
    placed: list[tuple[Place, QuotedFinding]] = [
        ((one.finding.kind, one.finding.slot, digest(one.finding)), one)
        for one in stored.findings(found.agreement.id)
        if asked.kind in {None, one.finding.kind}
    ]
    return page(found, placed, asked, _told)


def _told(one: QuotedFinding) -> FindingItem:
    mentions = (
        FoundMention(each.document, each.before, each.after, told_mention(decode_mention(each.mention)))
        for each in one.mentions
    )
    return FindingItem(one.finding, tuple(mentions))


def _placed(found: Register) -> Iterator[tuple[tuple[int, int], DocumentItem]]:
    counts = {one.cited: one.counts for one in stored.summaries(found.agreement.id)}
    for identity, cited in found.documents.items():
        version = found.state.version(CitedDocument, identity)
        if version is not None:
            here = found.present.get(identity)
            item = DocumentItem("document", identity, version.entry, cited, here, counts.get(identity, {}))
            yield (version.first, version.place), item


def _read(found: Register, identity: str) -> ReadDocument:
    sha256 = found.present.get(identity)
    read = stored.read_document(sha256, found.plan) if identity in found.documents and sha256 else None
    if read is None:
        raise missing(f"The text of {identity!r} is not here to be read.")
    return read
