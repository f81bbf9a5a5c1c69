"""A register as IATI: the plan, its contributions and its projects as activities; parties and bodies as organisations.

Nothing is invented: a transaction without a date, which IATI cannot hold, is left out (``left_out``), and so is every
share that no source states: where commitments lie in several pillars, the sector is the plan as a whole.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from servanda.formats.iati_model import (
    STAGES,
    Activities,
    Activity,
    Amount,
    Coded,
    Count,
    LinkedDocument,
    Organisation,
    Organisations,
    Participant,
    PlannedFor,
    Position,
    Publisher,
    Role,
    Status,
)
from servanda.formats.open_register import OpenRegister
from servanda.lexicon.exports import export_words
from servanda.lexicon.language import LANGUAGES, Language
from servanda.register.actors import Institution
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution, Transaction
from servanda.register.period import Period
from servanda.register.project import Project
from servanda.register.wording import Names, Wording

_GOVERNMENT, _OTHER = "10", "90"  # OrganisationType
_STANDING: dict[str, Status] = {
    "priority": "1", "proposed": "1", "planned": "1", "under_way": "2", "complete": "4",
}  # fmt: skip
_CURRENCY = re.compile(r"[A-Z]{3}")


def publisher_of(register: OpenRegister) -> Publisher:
    """Return who reports: the keeper of an observer's register, or the parties together.

    Where a publisher has no identifier, its host stands for one.
    """
    agreement, ref = register.agreement, register.site.publisher or register.site.host
    if agreement.keeper is not None:
        return Publisher(ref, _OTHER, names(agreement.keeper.name), secondary=True)
    return Publisher(ref, _GOVERNMENT, names(agreement.name))


def activities(register: OpenRegister, publisher: Publisher) -> Activities:
    """Return the plan, each of its contributions and each of its projects as activities."""
    found = [_plan(register, publisher)]
    found += [_contribution(register, publisher, one) for one in register.all(Contribution)]
    found += [_project(register, publisher, one) for one in register.all(Project)]
    return Activities(publisher, register.day, tuple(found))


def organisations(register: OpenRegister, publisher: Publisher) -> Organisations:
    """Return the parties, and every institution that gives or carries out a contribution, with what it plans to give.

    What is planned for several bodies together has no share of each and stands with the activity only.
    """
    contributions = register.all(Contribution)
    taking_part = {party.id for party in register.agreement.parties}
    taking_part |= {actor for one in contributions for actor in (one.provider, *one.implementers)}
    return Organisations(
        publisher,
        register.day,
        tuple(
            Organisation(
                _ref(publisher, one.id), names(one.name), tuple(_planned(register, publisher, one.id, contributions))
            )
            for one in register.actors
            if one.id in taking_part
        ),
    )


def left_out(register: OpenRegister) -> tuple[tuple[str, Transaction], ...]:
    """Return the transactions that IATI cannot hold, for want of a date, with their contribution."""
    return tuple((one.id, each) for one in register.all(Contribution) for each in one.transactions if each.date is None)


def names(name: Names | Wording) -> Names:
    """Return a name in the languages that it has."""
    return name if isinstance(name, Names) else Names(name.en, name.fr, name.es)


def _plan(register: OpenRegister, publisher: Publisher) -> Activity:
    agreement = register.agreement
    return Activity(
        identifier=_identifier(register, publisher),
        level=1,
        title=names(agreement.name),
        description=_described(register, agreement.summary),
        participants=_participants(register, publisher, (), ()),
        status="4" if register.day > agreement.term.end else "2",
        planned_start=agreement.term.start,
        planned_end=agreement.term.end,
        started=agreement.term.start,
        sector=_whole(register),
    )


def _contribution(register: OpenRegister, publisher: Publisher, one: Contribution) -> Activity:
    in_order = sorted(one.transactions, key=lambda each: STAGES.index(each.stage))
    dated = [(each, each.date) for each in in_order if each.date is not None]
    reached = [when.start for each, when in dated if each.stage in {"disbursed", "delivered_value"}]
    parents = [each for each in register.all(Contribution) if each.id == one.part_of]
    return _within(
        register,
        publisher,
        ("contribution", one.id),
        one.commitments,
        title=names(one.name),
        description=_described(register, one.purpose),
        participants=_participants(register, publisher, (one.provider,), one.implementers),
        status="2" if reached else "1",
        started=min(reached, default=None),
        level=2 + len(list(_above(register, one))),
        amounts=tuple(_amount(each, when) for each, when in dated if _CURRENCY.fullmatch(each.unit)),
        counts=tuple(
            Count(each.stage, each.amount, each.unit, when.start, when.end)
            for each, when in dated
            if not _CURRENCY.fullmatch(each.unit)
        ),
        documents=_documents(register, (cited for each in one.transactions for cited in each.documents)),
        parent=_identifier(register, publisher, "contribution", parents[0].id)
        if parents
        else _identifier(register, publisher),
    )


def _project(register: OpenRegister, publisher: Publisher, one: Project) -> Activity:
    return _within(
        register,
        publisher,
        ("project", one.id),
        one.commitments,
        title=names(one.name),
        description=_described(register, one.summary),
        participants=_participants(register, publisher, (), ()),
        status=_STANDING[one.standing],
        level=2,
        places=tuple(Position(each.name, each.latitude, each.longitude) for each in one.places),
        documents=_documents(register, one.documents),
        parent=_identifier(register, publisher),
    )


def _within(
    register: OpenRegister,
    publisher: Publisher,
    steps: tuple[str, str],
    commitments: tuple[str, ...],
    **fields: object,
) -> Activity:
    """Return an activity within the plan: its term, its sector, and the commitments that it serves as tags."""
    plan = _plan(register, publisher)
    served = [one for one in register.all(Commitment) if one.reference in commitments]
    pillars = {one.pillar for one in served}
    sector = plan.sector
    if len(pillars) == 1:
        sector = next(Coded(one.id, names(one.name)) for one in register.agreement.pillars if one.id in pillars)
    return msgspec.structs.replace(
        plan,
        identifier=_identifier(register, publisher, *steps),
        sector=sector,
        tags=tuple(Coded(one.reference, names(one.title)) for one in served),
        **{"started": None, **fields},
    )


def _amount(one: Transaction, when: Period) -> Amount:
    start = when.start if one.stage == "planned" else when.end
    if one.stage in {"planned", "authorised", "contract_value"}:
        return Amount(one.stage, one.amount, one.unit, start, when.end)
    said = [
        " ".join(part for part in (_over(when, language), one.note and one.note.in_language(language)) if part)
        for language in LANGUAGES
    ]
    return Amount(one.stage, one.amount, one.unit, start, when.end, Names(*said) if any(said) else None)


def _over(when: Period, language: Language) -> str:
    if when.start == when.end:
        return ""
    return export_words(language).phrases.over.format(start=when.start, end=when.end)


def _planned(
    register: OpenRegister, publisher: Publisher, provider: str, contributions: Iterable[Contribution]
) -> Iterator[PlannedFor]:
    for one in contributions:
        if one.provider != provider or len(one.implementers) != 1:
            continue
        recipient = one.implementers[0]
        for each in one.transactions:
            if each.stage == "planned" and each.date is not None and _CURRENCY.fullmatch(each.unit):
                yield PlannedFor(_ref(publisher, recipient), _name(register, recipient), _amount(each, each.date))


def _participants(
    register: OpenRegister, publisher: Publisher, givers: Iterable[str], implementers: Iterable[str]
) -> tuple[Participant, ...]:
    """Return who funds and who implements; where nobody is named, the parties are accountable."""
    roles: list[tuple[Role, str]] = [("1", one) for one in givers]
    roles += [("4", one) for one in implementers]
    roles = roles or [("2", party.id) for party in register.agreement.parties]
    return tuple(
        Participant(_ref(publisher, one), role, _type(register, one), _name(register, one)) for role, one in roles
    )


def _type(register: OpenRegister, actor: str) -> str | None:
    states = {party.id for party in register.agreement.parties if party.type == "state"}
    bodies = {one.id for one in register.all(Institution) if one.party in states}
    return _GOVERNMENT if actor in states | bodies else None


def _name(register: OpenRegister, actor: str) -> Names:
    return next((names(one.name) for one in register.actors if one.id == actor), Names(actor))


def _documents(register: OpenRegister, cited: Iterable[str]) -> tuple[LinkedDocument, ...]:
    known = register.documents
    return tuple(
        LinkedDocument(
            document.address, names(document.title), document.language, document.date.end if document.date else None
        )
        for document in (known[one] for one in dict.fromkeys(cited) if one in known)
        if document.address is not None
    )


def _above(register: OpenRegister, one: Contribution) -> Iterator[Contribution]:
    by_id = {each.id: each for each in register.all(Contribution)}
    seen = {one.id}
    while one.part_of in by_id and one.part_of not in seen:
        one = by_id[one.part_of]
        seen.add(one.id)
        yield one


def _whole(register: OpenRegister) -> Coded:
    return Coded(register.agreement.id, names(register.agreement.short_name))


def _described(register: OpenRegister, words: Wording) -> Names:
    if not register.agreement.demonstration:
        return names(words)
    return Names(*(f"{words.in_language(one)} {export_words(one).phrases.demonstration}" for one in LANGUAGES))


def _identifier(register: OpenRegister, publisher: Publisher, *steps: str) -> str:
    return "-".join((publisher.ref, register.agreement.id, *steps))


def _ref(publisher: Publisher, actor: str) -> str:
    return f"{publisher.ref}-{actor}"
