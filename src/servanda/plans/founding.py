"""A plan folder as acts: its register is founded, opened, and brought up to its last day.

An observer's register is founded by its keeper. One kept by the parties is founded by the operator and comes into force
when all of them consent; the acts of an imaginary plan, which is kept on one machine, say so themselves.
"""

import datetime
from collections.abc import Iterable, Iterator

import msgspec

from servanda.plans.plan import Plan
from servanda.plans.scripted import ScriptedAct
from servanda.register.acts.act import Act
from servanda.register.acts.commitments import AddPassage, Adopt
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.evidence import RecordConflict, RecordContext, RecordHappening, RecordPosition, RecordSearch
from servanda.register.acts.founding import Cite, Open, RecordInstitution, RecordOtherAgreement, RecordPerson
from servanda.register.acts.joint import JointAct
from servanda.register.acts.meetings import RecordForum, RecordMeeting
from servanda.register.acts.money import RecordContribution, RecordProject
from servanda.register.author import KEEPER, OPERATOR, Author
from servanda.register.circumstances import PUBLIC
from servanda.register.cited_document import CitedDocument
from servanda.register.contribution import Contribution
from servanda.register.records import key_of, kind_of
from servanda.register.references import references

Fact = tuple[datetime.date, Act]  # something that became known, and on which day
Days = dict[str, datetime.date]  # the day on which each document was published, by its id


class DatedAct(msgspec.Struct, frozen=True):
    """An act as it comes to the ledger: by whom, from which day it holds, and for whose eyes."""

    act: Act
    author: Author
    effective: datetime.date
    visible_to: str = PUBLIC
    public_from: datetime.date | None = None


def founder(plan: Plan) -> Author:
    """Return who founds the register: its keeper, or the operator of a register that the parties keep."""
    if plan.agreement.kept_by == "observer":
        return Author("observer", KEEPER)
    return Author("administrator", OPERATOR)


def founding_acts(plan: Plan) -> Iterator[DatedAct]:
    """Give the acts of a plan after the first one, ``Found``, which needs keys, in the order of their days.

    What was there when the agreement was signed comes first, then the opening, then what came after it. A register that
    real parties keep is not opened here: their consent is theirs to give.
    """
    signed, author = plan.agreement.signed, founder(plan)
    facts = _facts(plan)
    yield from (DatedAct(act, author, day) for day, act in facts if day <= signed)
    later = [(day, act) for day, act in facts if day > signed]
    if plan.agreement.kept_by == "observer":
        yield DatedAct(Open(signed), author, signed)
        yield from (DatedAct(act, author, day) for day, act in later)
    elif not plan.acts:
        yield from (DatedAct(act, author, day) for day, act in later)
    else:
        yield from _by_consent(plan, "opening", Open(signed), signed)
        lived = [one for day, act in later for one in _recorded(plan, act, day)]
        # On one day what was published comes before what somebody did about it.
        yield from sorted([*lived, *map(_scripted, plan.acts)], key=lambda one: one.effective)


def _recorded(plan: Plan, act: Act, day: datetime.date) -> Iterator[DatedAct]:
    """Give a published fact as it is recorded in an open register that imaginary parties keep."""
    match act:
        case Adopt():
            yield from _by_consent(plan, f"adopt-{act.commitment.reference}", act, day)
        case RecordContribution():
            yield DatedAct(act, Author("reporter", _giver(plan, act.contribution)), day)
        case _:
            # The last party named is the common secretariat, where a plan has one.
            yield DatedAct(act, Author("reviewer", plan.agreement.parties[-1].id), day)


def _by_consent(plan: Plan, identity: str, act: JointAct, day: datetime.date) -> Iterator[DatedAct]:
    proposer, *others = (Author("party_lead", party.id) for party in plan.agreement.parties)
    yield DatedAct(Propose(identity, act), proposer, day)
    for other in others:
        yield DatedAct(Agree(identity), other, day)


def _giver(plan: Plan, contribution: Contribution) -> str:
    parties = {one.id: one.party for one in plan.actors.institutions}
    return parties.get(contribution.provider) or contribution.provider


def _scripted(one: ScriptedAct) -> DatedAct:
    return DatedAct(one.act, Author(one.role, one.holder), one.on, one.visible_to, one.public_from)


def _facts(plan: Plan) -> list[Fact]:
    """Return every fact of the plan with the day on which it became one, in the order of the days."""
    signed = plan.agreement.signed
    days = {one.id: _published(one, signed) for one in plan.documents}
    published = [(days[one.id], Cite(one)) for one in plan.documents]
    facts = [*published, *_undertaken(plan, days), *_founded(plan, signed), *_occurred(plan, days), *_noted(plan, days)]
    known: dict[tuple[str, str], datetime.date] = {}
    facts = [_after_what_it_names(day, act, known) for day, act in facts]
    facts.sort(key=lambda fact: fact[0])  # stable: facts of one day keep the plan's order
    return list(_citing(plan, facts))


def _after_what_it_names(day: datetime.date, act: Act, known: dict[tuple[str, str], datetime.date]) -> Fact:
    """Return a fact on its day, or on that of the latest commitment, forum or happening that it names."""
    named = [known[kind, key] for _, kind, key in references(act) if (kind, key) in known]
    day = max([day, *named])
    record = act.commitment if isinstance(act, Adopt) else getattr(act, "record", None)
    if record is not None and not isinstance(record, CitedDocument):
        known[kind_of(record), key_of(record)] = day
    return day, act


def _citing(plan: Plan, facts: list[Fact]) -> Iterator[Fact]:
    """Give the facts, and each document before the first of them that names it."""
    documents = {one.id: one for one in plan.documents}
    waiting = dict(documents)

    def cite(value: object, day: datetime.date) -> Iterator[Fact]:
        for _, kind, key in references(value):
            if kind == "document" and (document := waiting.pop(key, None)) is not None:
                yield from cite(document, day)
                yield day, Cite(document)

    yield from cite(plan.agreement, plan.agreement.signed)
    for day, act in facts:
        yield from cite(act, day)
        if not isinstance(act, Cite) or waiting.pop(act.document.id, None) is not None:
            yield day, act


def _founded(plan: Plan, signed: datetime.date) -> Iterator[Fact]:
    yield from ((signed, RecordInstitution(one)) for one in plan.actors.institutions)
    yield from ((signed, RecordPerson(one)) for one in plan.actors.people)
    yield from ((signed, RecordOtherAgreement(one)) for one in plan.actors.agreements)
    yield from ((signed, RecordForum(one)) for one in plan.forums.forums)


def _undertaken(plan: Plan, days: Days) -> Iterator[Fact]:
    """Give each commitment with the passages of its first day, and the later ones on theirs."""
    signed = plan.agreement.signed
    for commitment in plan.commitments:
        first = min((days[one.document] for one in commitment.passages if one.role == "states"), default=signed)
        there = tuple(one for one in commitment.passages if days[one.document] <= max(first, signed))
        yield first, Adopt(msgspec.structs.replace(commitment, passages=there))
        for one in commitment.passages:
            if one not in there:
                yield days[one.document], AddPassage(commitment.reference, one)


def _occurred(plan: Plan, days: Days) -> Iterator[Fact]:
    signed = plan.agreement.signed
    for contribution in plan.contributions:
        cited = [document for one in contribution.transactions for document in one.documents]
        yield _latest(cited, days, signed), RecordContribution(contribution)
    for project in plan.projects:
        yield _latest(project.documents, days, signed), RecordProject(project)
    for meeting in plan.forums.meetings:
        yield _latest(meeting.documents, days, meeting.when.start), RecordMeeting(meeting)
    for happening in plan.happenings:
        yield max(happening.when.start, _latest(happening.documents, days, signed)), RecordHappening(happening)


def _noted(plan: Plan, days: Days) -> Iterator[Fact]:
    signed = plan.agreement.signed
    for position in plan.positions:
        yield max(position.date.start, _latest(position.documents, days, signed)), RecordPosition(position)
    for context in plan.context:
        yield _latest(context.documents, days, signed), RecordContext(context)
    for conflict in plan.conflicts:
        cited = [document for position in conflict.positions for document in position.documents]
        yield _latest(cited, days, signed), RecordConflict(conflict)
    # What was searched for up to a day is known of that day, however late the search was made.
    yield from ((search.searched.end, RecordSearch(search)) for search in plan.searches)


def _published(document: CitedDocument, signed: datetime.date) -> datetime.date:
    if document.date is not None:
        return document.date.end
    return document.accessed or signed


def _latest(documents: Iterable[str], days: Days, first: datetime.date) -> datetime.date:
    return max((days[document] for document in documents), default=first)
