"""Make a brief from what a register holds and its assessments on one day."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from servanda.assessing.assessment import CODEBOOK, Assessment
from servanda.assessing.cut_off import cut_off
from servanda.briefs.brief import Brief, Closed, Item, Part, SaidBeyondShown
from servanda.briefs.judged import agreed, judged
from servanda.briefs.money import funds, totals
from servanda.briefs.tables import score_tables
from servanda.register.actors import Institution
from servanda.register.agreement import Agreement, Pillar
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution
from servanda.register.forum import Forums
from servanda.register.happening import Happening
from servanda.register.notes import Conflict
from servanda.register.reporting import Obstacle
from servanda.register.standing import Standing
from servanda.register.verdict import Verdict

YEAR = datetime.timedelta(days=365)
_CLOSED = frozenset({"merged", "split", "withdrawn"})


class Recorded(msgspec.Struct, frozen=True):
    """What a register holds that a brief tells. A commitment without a standing counts."""

    agreement: Agreement
    commitments: tuple[Commitment, ...]
    happenings: tuple[Happening, ...]
    contributions: tuple[Contribution, ...]
    conflicts: tuple[Conflict, ...]
    forums: Forums
    institutions: tuple[Institution, ...]
    documents: tuple[CitedDocument, ...]
    standings: tuple[Standing, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def make_brief(
    recorded: Recorded, assessments: Mapping[str, Assessment], day: datetime.date, pillar: str | None = None
) -> Brief:
    """Return the brief on one pillar, or on the whole plan, as at the day.

    ``assessments`` (by reference) are those of the day. Raises ValueError for a pillar that the agreement has not.
    """
    agreement = recorded.agreement
    chosen = _pillar(agreement, pillar)
    shown = agreement.pillars if chosen is None else (chosen,)
    standings = {one.reference: one for one in recorded.standings}
    # A register holds commitments as they were adopted; in print they are looked up by reference.
    within = sorted(
        (one for one in recorded.commitments if one.pillar in {each.id for each in shown}),
        key=lambda one: _in_order(one.reference),
    )
    closed = [
        Closed(one, standings[one.reference])
        for one in within
        if one.reference in standings and standings[one.reference].value in _CLOSED
    ]
    gone = {one.commitment.reference for one in closed}
    inside = {one.reference: one for one in within if one.reference not in gone}
    assessed = {reference: assessments[reference] for reference in inside}
    happenings = {one.id: one for one in recorded.happenings}
    items = [_item(one, assessed[one.reference], happenings) for one in inside.values()]
    contributed = funds(one for one in recorded.contributions if _concerns(one.commitments, inside, chosen))
    forums = {one.id for one in recorded.forums.forums if chosen is None or one.pillar == chosen.id}
    meetings = [one for one in recorded.forums.meetings if one.forum in forums and one.when.end > day - YEAR]
    verdicts = [one for one in recorded.verdicts if one.coded_on <= day]
    stop = cut_off(agreement.term, day)
    brief = Brief(
        agreement=agreement,
        pillar=chosen,
        day=day,
        cut_off=stop,
        codebook=CODEBOOK,
        parts=tuple(Part(one, tuple(item for item in items if item.commitment.pillar == one.id)) for one in shown),
        closed=tuple(closed),
        overdue=_by_days((item for item in items if item.assessment.schedule.value == "overdue"), longest_first=True),
        coming=_by_days(item for item in items if _has_a_date_ahead(item)),
        said_beyond_shown=tuple(_said_beyond_shown(items)),
        obstacles=tuple(
            one for one in recorded.obstacles if one.raised_on <= day and _concerns(one.commitments, inside, chosen)
        ),
        conflicts=tuple(one for one in recorded.conflicts if _concerns(one.commitments, inside, chosen)),
        funds=contributed,
        totals=totals(contributed),
        happened=_of_the_year(recorded.happenings, inside, day),
        meetings=tuple(sorted(meetings, key=lambda one: (one.when.start, one.id), reverse=True)),
        forums={one.id: one.name for one in recorded.forums.forums},
        names={one.id: one.name for one in recorded.institutions} | {one.id: one.name for one in agreement.parties},
        scores=score_tables(inside, assessed, stop),
        verdicts=judged(verdicts, assessed, stop),
        agreed=agreed(verdicts, assessed),
        sources=(),
    )
    documents = {one.id: one for one in recorded.documents}
    cited = dict.fromkeys(identity for identity in _cited(brief) if identity in documents)
    return msgspec.structs.replace(brief, sources=tuple(documents[identity] for identity in cited))


def _in_order(reference: str) -> list[tuple[int, str]]:
    """Return what sorts references as people count: W2 before W10, W04 before W04a."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"\d+|\D+", reference)]


def _pillar(agreement: Agreement, identity: str | None) -> Pillar | None:
    if identity is None:
        return None
    for pillar in agreement.pillars:
        if pillar.id == identity:
            return pillar
    known = ", ".join(pillar.id for pillar in agreement.pillars)
    raise ValueError(f"{agreement.id} has no pillar {identity!r}; it has {known}")


def _item(commitment: Commitment, assessment: Assessment, happenings: Mapping[str, Happening]) -> Item:
    """Return a commitment with the documents that it rests on: its own words first."""
    made = [passage.document for passage in commitment.passages]
    said = [
        identity
        for official in assessment.official
        for statement in (official.position, official.report)
        if statement is not None
        for identity in statement.documents
    ]
    shown = [
        identity
        for happening in assessment.evidence.happenings
        if happening in happenings
        for identity in happenings[happening].documents
    ]
    return Item(commitment, assessment, tuple(dict.fromkeys([*made, *said, *shown])))


def _concerns(references: Iterable[str], inside: Mapping[str, Commitment], pillar: Pillar | None) -> bool:
    return pillar is None or any(reference in inside for reference in references)


def _by_days(items: Iterable[Item], *, longest_first: bool = False) -> tuple[Item, ...]:
    sign = -1 if longest_first else 1
    return tuple(sorted(items, key=lambda item: sign * (item.assessment.schedule.days or 0)))


def _has_a_date_ahead(item: Item) -> bool:
    schedule = item.assessment.schedule
    return schedule.value in {"ahead", "due_soon"} and schedule.basis != "assumed"


def _said_beyond_shown(items: Iterable[Item]) -> Iterator[SaidBeyondShown]:
    for item in items:
        said = tuple(one.party for one in item.assessment.official if one.value == "reported_complete")
        if said and item.assessment.group not in {"delivered", "not_reviewable"}:
            yield SaidBeyondShown(item, said)


def _of_the_year(
    happenings: Iterable[Happening], inside: Mapping[str, Commitment], day: datetime.date
) -> tuple[Happening, ...]:
    """Return what is confirmed to have happened in the year up to the day and bears on what the brief is about."""
    chosen = [
        one
        for one in happenings
        if one.certainty == "confirmed"
        and day - YEAR < one.when.end
        and one.when.start <= day
        and any(bearing.commitment in inside and bearing.relation != "context" for bearing in one.bearings)
    ]
    return tuple(sorted(chosen, key=lambda one: (one.when.start, one.id), reverse=True))


def _cited(brief: Brief) -> Iterator[str]:
    """Give the ids of all documents that the brief rests on, in the order in which its sections stand."""
    for item in brief.items:
        yield from item.documents
    for happening in brief.happened:
        yield from happening.documents
    for meeting in brief.meetings:
        yield from meeting.documents
    for fund in brief.funds:
        for one in fund.every():
            for transaction in one.contribution.transactions:
                yield from transaction.documents
    for conflict in brief.conflicts:
        for position in conflict.positions:
            yield from position.documents
