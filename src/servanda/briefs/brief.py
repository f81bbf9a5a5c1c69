"""A brief: the joint annual report of a plan, or a brief on one pillar, as at one day."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from servanda.assessing.assessment import Assessment
from servanda.assessing.cut_off import CutOff, cut_off
from servanda.briefs.money import Amount, Funds, funds, totals
from servanda.briefs.tables import ScoreTable, score_tables
from servanda.register.actors import Institution
from servanda.register.agreement import Agreement, Pillar
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution
from servanda.register.forum import Forums, Meeting
from servanda.register.happening import Happening
from servanda.register.notes import Conflict
from servanda.register.wording import Names, Wording

YEAR = datetime.timedelta(days=365)


class Item(msgspec.Struct, frozen=True):
    """A commitment and its assessment; ``documents`` are the ids of those that its words and its axes rest on."""

    commitment: Commitment
    assessment: Assessment
    documents: tuple[str, ...]


class Part(msgspec.Struct, frozen=True):
    """A pillar and its commitments, in the order of the plan."""

    pillar: Pillar
    items: tuple[Item, ...]


class SaidBeyondShown(msgspec.Struct, frozen=True):
    """A commitment that parties report complete while accepted documents do not show it delivered (CODEBOOK V1)."""

    item: Item
    parties: tuple[str, ...]


class Brief(msgspec.Struct, frozen=True):
    """What a brief says, before it is put into words.

    ``pillar`` is None for the annual report. ``overdue`` comes with the longest delay first, ``coming`` (due on a date
    of its own) with the nearest first. ``happened`` and ``meetings`` are those of the year up to ``day``, the latest
    first; ``meetings`` that are still ahead come before. ``totals`` are by stage and unit. ``names`` are those of
    parties and institutions by id. ``sources`` are all documents that the brief rests on, in the order in which it
    first cites them.
    """

    agreement: Agreement
    pillar: Pillar | None
    day: datetime.date
    cut_off: CutOff
    codebook: str
    parts: tuple[Part, ...]
    overdue: tuple[Item, ...]
    coming: tuple[Item, ...]
    said_beyond_shown: tuple[SaidBeyondShown, ...]
    conflicts: tuple[Conflict, ...]
    funds: tuple[Funds, ...]
    totals: tuple[Amount, ...]
    happened: tuple[Happening, ...]
    meetings: tuple[Meeting, ...]
    forums: Mapping[str, Names]
    names: Mapping[str, Names | Wording]
    scores: tuple[ScoreTable, ...]
    sources: tuple[CitedDocument, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All commitments of the brief, in the order of the plan."""
        return tuple(item for part in self.parts for item in part.items)


def make_brief(
    agreement: Agreement,
    *,
    commitments: Sequence[Commitment],
    assessments: Mapping[str, Assessment],
    happenings: Sequence[Happening],
    contributions: Sequence[Contribution],
    conflicts: Sequence[Conflict],
    forums: Forums,
    institutions: Sequence[Institution],
    documents: Mapping[str, CitedDocument],
    day: datetime.date,
    pillar: str | None = None,
) -> Brief:
    """Return the brief on one pillar, or on the whole plan, as at the day.

    ``assessments`` (by reference) are those of the day, ``documents`` the cited ones by id. Raises ValueError for a
    pillar that the agreement does not have.
    """
    chosen = next((one for one in agreement.pillars if one.id == pillar), None)
    if pillar is not None and chosen is None:
        known = ", ".join(one.id for one in agreement.pillars)
        raise ValueError(f"{agreement.id} has no pillar {pillar!r}; it has {known}")
    shown = tuple(one for one in agreement.pillars if chosen in {None, one})
    inside = {one.reference: one for one in commitments if one.pillar in {each.id for each in shown}}
    known_happenings = {one.id: one for one in happenings}
    items = [_item(one, assessments[one.reference], known_happenings) for one in inside.values()]
    forums_shown = {one.id for one in forums.forums if chosen is None or one.pillar == chosen.id}
    money = funds(one for one in contributions if _concerns(one.commitments, inside, chosen))
    brief = Brief(
        agreement=agreement,
        pillar=chosen,
        day=day,
        cut_off=cut_off(agreement.term, day),
        codebook=next((item.assessment.codebook for item in items), ""),
        parts=tuple(Part(one, tuple(item for item in items if item.commitment.pillar == one.id)) for one in shown),
        overdue=_by_days((item for item in items if item.assessment.schedule.value == "overdue"), longest_first=True),
        coming=_by_days(item for item in items if _has_a_date_ahead(item)),
        said_beyond_shown=tuple(_said_beyond_shown(items)),
        conflicts=tuple(one for one in conflicts if _concerns(one.commitments, inside, chosen)),
        funds=money,
        totals=totals(money),
        happened=_of_the_year(happenings, inside, day),
        meetings=tuple(
            sorted(
                (one for one in forums.meetings if one.forum in forums_shown and one.when.end > day - YEAR),
                key=lambda one: (one.when.start, one.id),
                reverse=True,
            )
        ),
        forums={one.id: one.name for one in forums.forums},
        names={one.id: one.name for one in institutions} | {one.id: one.name for one in agreement.parties},
        scores=score_tables(inside, assessments, cut_off(agreement.term, day)),
        sources=(),
    )
    cited = dict.fromkeys(identity for identity in _cited(brief) if identity in documents)
    return msgspec.structs.replace(brief, sources=tuple(documents[identity] for identity in cited))


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
