"""Commitments, with the filters of the portal's list."""

from typing import Any, Literal, get_args

from django.conf import settings
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from servanda.assessing.assessment import Group
from servanda.assessing.evidence import EvidenceValue
from servanda.assessing.official import OfficialValue
from servanda.assessing.schedule import ScheduleValue
from servanda.lexicon.language import Language
from servanda.register.commitment import Commitment, Force
from servanda.register.standing import StandingValue
from servanda.register.state import Version
from servanda_portal.api.answering import find, get, missing, page
from servanda_portal.api.answers import CommitmentDetail, CommitmentItem, CommitmentVersion, Quoted, page_of
from servanda_portal.api.parameters import Day, OfDay, PagedOfDay
from servanda_portal.api.problem import PREFIX, ProblemError, invalid
from servanda_portal.queries import documents
from servanda_portal.queries.commitments import REPORTED_BY, choose
from servanda_portal.queries.ledger import size_on
from servanda_portal.queries.register import Register
from servanda_portal.queries.versions import versions

router = Router(tags=["Commitments"])
_ABOUT_ONE = ("reports", "positions", "evidence", "verdicts", "disputes", "happenings", "contributions", "searches")
_REPORTED = {
    "name": "official",
    "in": "query",
    "description": "`official-PARTY=VALUE`: what a party of the plan, by its id, reports.",
    "style": "form",
    "explode": True,
    "schema": {
        "type": "object",
        "patternProperties": {f"^{REPORTED_BY}.+$": {"enum": sorted(get_args(OfficialValue))}},
        "additionalProperties": False,
    },
}


class Asked(PagedOfDay):
    """The filters of the list of commitments. A commitment is listed where it fits all of them."""

    pillar: str | None = Field(None, description="The id of a pillar.")
    party: str | None = Field(None, description="The id of a party that answers for it.")
    owner: str | None = Field(None, description="The id of an institution that must do it.")
    force: Force | None = None
    verifiable: Literal["yes", "no"] | None = None
    result: Group | None = Field(None, description="The group of the evidence axis in which plans are summed up.")
    evidence: EvidenceValue | None = None
    schedule: ScheduleValue | None = None
    standing: StandingValue | None = None
    due_from: Day | None = Field(None, alias="due-from", description="Due on this day or later.")
    due_to: Day | None = Field(None, alias="due-to", description="Due on this day or earlier.")
    q: str | None = Field(None, max_length=200, description="Words of its reference, title and summary.")
    language: Language = Field("en", description="In which language the words of `q` are.")


_FILTERS = ("pillar", "party", "owner", "force", "verifiable", "result", "evidence", "schedule", "standing")


@get(
    router,
    "/plans/{slug:plan}/commitments",
    "commitments",
    page_of(CommitmentItem, "Commitment"),
    prefix=REPORTED_BY,
    extra={"parameters": [_REPORTED]},
)
def commitments(request: HttpRequest, plan: str, asked: Query[Asked]) -> Any:  # noqa: ANN401 a page
    """List the commitments that fit every filter, in the order in which they were first recorded."""
    found = find(plan, asked)
    filters = {name: value for name in _FILTERS if (value := getattr(asked, name)) is not None}
    filters |= _reported(request)
    _refuse_unknown_ids(found, filters)
    chosen = choose(
        found,
        filters,
        words=asked.q or "",
        language=asked.language,
        due_from=asked.due_from,
        due_to=asked.due_to,
    )
    versions = [found.state.version(Commitment, one.reference) for one in chosen]
    placed = [((version.first, version.place), version) for version in versions if version is not None]
    return page(found, placed, asked, lambda version: _item(found, version))


@get(router, "/plans/{slug:plan}/commitments/{str:reference}", "commitment", CommitmentDetail)
def commitment(plan: str, reference: str, asked: Query[OfDay]) -> CommitmentDetail:
    """Give one commitment: its words, standing, every version, and the three axes with their rules."""
    found = find(plan, asked)
    version = found.state.version(Commitment, reference)
    if version is None:
        raise missing(f"This plan has no commitment {reference!r}.")
    here = f"{settings.ORIGIN}{PREFIX}plans/{plan}"
    item = _item(found, version)
    return CommitmentDetail(
        **{name: getattr(item, name) for name in CommitmentItem.__struct_fields__},
        versions=_versions(found, asked, reference),
        words=_words(found, version.record),
        links={
            **{name: f"{here}/{name}?commitment={reference}" for name in _ABOUT_ONE},
            "entries": f"{here}/entries?commitment={reference}",
        },
    )


def _item(found: Register, version: Version) -> CommitmentItem:
    one: Commitment = version.record
    assessment = found.assessments[one.reference]
    return CommitmentItem(
        kind="commitment",
        key=one.reference,
        entry=version.entry,
        record=one,
        standing=found.standings.get(one.reference),
        group=assessment.group,
        assessment=assessment,
    )


def _versions(found: Register, asked: OfDay, reference: str) -> tuple[CommitmentVersion, ...]:
    identity, day = found.agreement.id, asked.day
    entries = size_on(identity, day.day) if day is not None and day.by == "recorded" else None
    made = versions(identity, "commitment", reference, entries=entries)
    if day is not None and day.by == "effective":
        made = [one for one in made if one.effective <= day.day]
    return tuple(CommitmentVersion(one.entry, one.recorded, one.effective, one.record) for one in made)


def _words(found: Register, one: Commitment) -> tuple[Quoted, ...]:
    here = documents.quotes(found.agreement.id, one.reference)
    return tuple(
        Quoted(number, passage.document, here[number].start, here[number].words)
        for number, passage in enumerate(one.passages)
        if number in here
    )


def _reported(request: HttpRequest) -> dict[str, str]:
    filters = {}
    for name, value in request.GET.dict().items():
        if name.startswith(REPORTED_BY):
            if value not in get_args(OfficialValue):
                raise invalid(name, f"Write one of: {', '.join(get_args(OfficialValue))}.")
            filters[name] = str(value)
    return filters


def _refuse_unknown_ids(found: Register, filters: dict[str, str]) -> None:
    """Raise ProblemError where a filter names what the plan has not."""
    parties = [party.id for party in found.agreement.parties]
    known = {
        "pillar": [pillar.id for pillar in found.agreement.pillars],
        "party": parties,
        "owner": sorted({owner.institution for one in found.commitments.values() for owner in one.owners}),
    }
    for name, there in known.items():
        if name in filters and filters[name] not in there:
            raise invalid(name, f"This plan has no {name} {filters[name]!r}. It has: {', '.join(there) or 'none'}.")
    for name in filters:
        if name.startswith(REPORTED_BY) and name.removeprefix(REPORTED_BY) not in parties:
            raise _no_party(name, parties)


def _no_party(name: str, parties: list[str]) -> ProblemError:
    there = ", ".join(f"{REPORTED_BY}{party}" for party in parties)
    return invalid(name, f"There is no such parameter here. Of this kind there are: {there}.")
