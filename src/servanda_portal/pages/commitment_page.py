"""What the page of a commitment shows: its words where they stand, and everything that followed in one timeline."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from servanda.plans.plan import Plan
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage
from servanda.register.period import Period
from servanda.register.wording import Wording
from servanda_portal.documents.shapes import LaidGap
from servanda_portal.pages.finding_page import Told, grouped, known, told
from servanda_portal.pages.versions_page import Difference, difference, in_order
from servanda_portal.queries import documents
from servanda_portal.queries.documents import Quoted
from servanda_portal.queries.register import Register

Named = TypeVar("Named")
Place = tuple[str, int, int]


@dataclasses.dataclass(frozen=True)
class Quotation:
    """A passage of a commitment; ``quote`` is empty where its words are not here, only their citation."""

    passage: CommitmentPassage
    document: CitedDocument
    quote: str
    start: int


@dataclasses.dataclass(frozen=True)
class Moment:
    """Something dated on the timeline. ``item`` is the register's own value; ``kind`` says which."""

    kind: str
    when: Period
    title: Wording | None
    summary: Wording | None
    sources: tuple[str, ...]
    item: Any = None


def quotations(
    register: Register, commitment: Commitment, found: Mapping[int, Quoted], language: str
) -> dict[str, list[Quotation]]:
    """Return the passages: the ``first`` to read, ``others`` with words, and those that are only ``cited``.

    The text that makes the commitment comes before those that repeat it, and the page's language before the others.
    """
    quoted: list[Quotation] = []
    cited: list[Quotation] = []
    for number, passage in enumerate(commitment.passages):
        document = register.documents[passage.document]
        here = found.get(number)
        stored = passage.quote.quote if passage.quote is not None else ""
        quote, start = (here.words, here.start) if here is not None else (stored, 0)
        (quoted if quote else cited).append(Quotation(passage, document, quote, start))
    roles = ("states", "restates", "elaborates")
    quoted.sort(key=lambda one: (roles.index(one.passage.role), one.document.language != language))
    return {"first": quoted[:1], "others": quoted[1:], "cited": cited}


def places_of(register: Register, found: Mapping[int, Quoted]) -> list[Place]:
    """Return where the words of a commitment stand: the document as the plan cites it, start and end."""
    names = {sha256: cited for cited, sha256 in register.present.items()}
    return [(names[one.sha256], one.start, one.end) for one in found.values()]


def findings_of(register: Register, places: Collection[Place], language: str) -> dict[str, list[Told]]:
    """Return what the documents show together about the words of a commitment: where they differ, add up and agree."""
    bearing = [
        told(finding, language)
        for finding in (known(register) if places else ())
        if any(
            one.document == document and start <= one.start < end
            for one in finding.mentions
            for document, start, end in places
        )
    ]
    return grouped(bearing)


def gaps_of(register: Register, places: Collection[Place], language: str) -> list[tuple[str, int, Difference]]:
    """Return where the language versions do not say its words alike: the text, the row there, and what differs."""
    identity = register.agreement.id
    gaps = []
    for kind, cited in documents.comparisons(identity) if places else ():
        laid = documents.versions(identity, cited) if kind == "versions" else None
        bearing = [gap for gap in laid.gaps if _bears(gap, places)] if laid is not None else []
        if laid is None or not bearing:
            continue
        texts = documents.texts(identity, laid.documents)
        order = in_order(laid, texts, language)
        gaps += [(cited, gap.row, difference(gap, order, texts, language)) for gap in bearing]
    return gaps


def _bears(gap: LaidGap, places: Collection[Place]) -> bool:
    """Whether words of a gap stand among a commitment's own."""
    return any(
        version.document == document and words.start < end and words.end > start
        for version in gap.finding.detail.versions
        for words in version.words
        for document, start, end in places
    )


def timeline(register: Register, commitment: Commitment) -> list[Moment]:
    """Return everything dated about a commitment, the latest first."""
    moments = register.once("moments", lambda: _by_commitment(_moments(register.plan))).get(commitment.reference, [])
    return sorted(moments, key=lambda one: (one.when.start, one.when.end), reverse=True)


def related(register: Register, commitment: Commitment) -> dict[str, Any]:
    """Return what else the register holds about a commitment."""
    plan = register.plan
    naming: dict[str, dict[str, list[Any]]] = register.once(
        "related",
        lambda: {
            "children": _by_commitment(((one.parent,), one) for one in plan.commitments if one.parent),
            "conflicts": _by_commitment((one.commitments, one) for one in plan.conflicts),
            "contributions": _by_commitment((one.commitments, one) for one in plan.contributions),
            "forums": _by_commitment((one.commitments, one) for one in plan.forums.forums),
            "projects": _by_commitment((one.commitments, one) for one in plan.projects),
        },
    )
    return {
        **{name: found.get(commitment.reference, []) for name, found in naming.items()},
        "parent": register.commitments.get(commitment.parent or ""),
        "pillar": next(one for one in register.agreement.pillars if one.id == commitment.pillar),
    }


def _moments(plan: Plan) -> Iterator[tuple[Iterable[str], Moment]]:
    """Give everything dated, each with the commitments that it is about."""
    for happening in plan.happenings:
        for bearing in happening.bearings:
            yield (bearing.commitment,), Moment("happening", happening.when, happening.title, happening.summary,
                                                happening.documents, (happening, bearing))  # fmt: skip
    for one in plan.positions:
        yield (one.commitment,), Moment("report", one.date, None, one.summary, one.documents, one)
    for meeting in plan.forums.meetings:
        yield meeting.commitments, Moment("meeting", meeting.when, None, meeting.summary, meeting.documents, meeting)
    for search in plan.searches:
        # It tells of what was published up to the last day that it covers, on whatever later day it was made.
        until = Period(search.searched.end.isoformat())
        yield search.commitments, Moment("search", until, search.sought, search.outcome, (), search)
    for contribution in plan.contributions:
        for each in contribution.transactions:
            if each.date is not None:
                yield contribution.commitments, Moment("transaction", each.date, contribution.name, each.note,
                                                       each.documents, each)  # fmt: skip


def _by_commitment(every: Iterable[tuple[Iterable[str], Named]]) -> dict[str, list[Named]]:
    """Return what names commitments by the reference of each that it names, once where it names one twice."""
    found: dict[str, list[Named]] = {}
    for references, one in every:
        for reference in dict.fromkeys(references):
            found.setdefault(reference, []).append(one)
    return found
