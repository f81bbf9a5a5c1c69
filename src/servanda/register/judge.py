"""The register's rules: whether an act is allowed, and what it changes (DESIGN section 7)."""

import datetime
from collections.abc import Callable
from typing import TypeVar

import msgspec

from servanda.register import visibility
from servanda.register.actors import Institution, Person
from servanda.register.acts.act import Act, Recording
from servanda.register.acts.consent import Propose
from servanda.register.acts.founding import Found
from servanda.register.agreement import Agreement
from servanda.register.author import KEEPER, OPERATOR, Author
from servanda.register.circumstances import CIRCLES, PUBLIC, Circumstances, Reach
from servanda.register.keys import Grant, Key
from servanda.register.opening import Opening
from servanda.register.permission import refuse_role
from servanda.register.records import SHAPES, key_of, kind_of
from servanda.register.references import references
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State, Version

Outcome = TypeVar("Outcome")


def judge(state: State, act: Act, circumstances: Circumstances) -> Change:
    """Return what an act changes. Raises Refusal, with its reason, where a rule does not allow it.

    In this order: the register is there, the author may act so, consent, the state of what it is about, what it names.
    """
    if not state.is_founded:
        if not isinstance(act, Found):
            raise Refusal("not_founded")
        kept_by_observer = act.agreement.kept_by == "observer"
        _refuse_role(
            act.permission.by_observer if kept_by_observer else act.permission.by_parties, circumstances.author
        )
        change = act.change(state, circumstances)
        _refuse_secret(change, circumstances)
        return change
    _refuse_author(state, circumstances.author)
    _refuse_visibility(state, circumstances)
    _as_seen(state, circumstances, lambda known: _refuse_permission(known, act, circumstances.author))
    change = _as_seen(state, circumstances, lambda known: act.change(known, circumstances))
    told = (*change, *_would_change(state, act, circumstances))
    _refuse_secret(told, circumstances)
    _refuse_wider(state, told, circumstances)
    _refuse_others(state, act, circumstances.author)
    _refuse_references(state, told, circumstances)
    return change


def _as_seen(state: State, circumstances: Circumstances, rule: Callable[[State], Outcome]) -> Outcome:
    """Apply a rule to the state, and refuse in words that tell the author nothing of what it may not see."""
    try:
        return rule(state)
    except Refusal:
        rule(state.seen_by(circumstances.author, circumstances.recorded.date()))
        raise


def _refuse_author(state: State, author: Author) -> None:
    refuse_role(author, state.agreement)
    acting = (author.person, author.role, author.holder)
    if author.person is not None and not any(
        grant.standing == "given" and (grant.person, grant.role, grant.holder) == acting for grant in state.all(Grant)
    ):
        raise Refusal("no_grant", role=author.role, holder=author.holder)


def _refuse_visibility(state: State, circumstances: Circumstances) -> None:
    known = {*CIRCLES, *(key.holder for key in state.all(Key))}
    if circumstances.visible_to not in known:
        raise Refusal("not_visible_to", visible_to=circumstances.visible_to)


def _refuse_permission(state: State, act: Act, author: Author) -> None:
    permission = act.permission
    founder = KEEPER if state.agreement.kept_by == "observer" else OPERATOR
    if not state.is_open and permission.founding and author.holder == founder:
        return
    if state.agreement.kept_by == "observer":
        _refuse_role(permission.by_observer, author)
        if author.holder != KEEPER and not permission.anybody:
            raise Refusal("not_the_keeper", holder=author.holder)
        return
    _refuse_role(permission.by_parties, author)
    if permission.consent == "all":
        raise Refusal("needs_consent")
    if permission.consent == "own" and (party := act.party(state)) != author.holder:
        raise Refusal("of_another_party", party=party or "")


def _refuse_role(roles: frozenset[str], author: Author) -> None:
    if author.role not in roles:
        raise Refusal("role_may_not", role=author.role)


def _would_change(state: State, act: Act, circumstances: Circumstances) -> Change:
    """Return what a proposal would change: what it names, whoever is told of the proposal may see as well."""
    return act.change_to.change(state, circumstances) if isinstance(act, Propose) else ()


def _refuse_secret(change: Change, circumstances: Circumstances) -> None:
    """Refuse to hide who keeps the register, whose keys sign in it, and who acts for whom."""
    if circumstances.visible_to != PUBLIC:
        for record in change:
            if isinstance(record, Agreement | Opening | Key | Grant):
                raise Refusal("not_visible_to", kind=kind_of(record), key=key_of(record), visible_to=PUBLIC)


def _refuse_wider(state: State, change: Change, circumstances: Circumstances) -> None:
    """Refuse to change what some may see by an act that others may see: the two would know different registers."""
    day = circumstances.recorded.date()
    for record in change:
        before = state.version(type(record), key_of(record))
        if before is None:
            continue
        if not _sees(state, before, circumstances):
            raise Refusal("no_such", kind=kind_of(record), key=key_of(record))
        if not _alike(before.reach, circumstances.reach, day):
            raise Refusal("not_visible_to", kind=kind_of(record), key=key_of(record), visible_to=before.visible_on(day))


def _refuse_others(state: State, act: Act, author: Author) -> None:
    """Refuse to put right what is another party's own, or what another recorded where anybody may record.

    Reviewers put right what anybody recorded; the operator and the keeper, where they may act, everything.
    """
    before = state.version(type(act.record), key_of(act.record)) if isinstance(act, Recording) else None
    if before is None or author.holder in {OPERATOR, KEEPER}:
        return
    owner: str | None = None
    if act.permission.consent == "own":
        owner = msgspec.structs.replace(act, **{act.__struct_fields__[0]: before.record}).party(state)
    elif act.permission.anybody and author.role != "reviewer":
        owner = before.made_by
    if owner not in {None, author.holder}:
        raise Refusal("of_another_party", party=owner or "")


def _alike(one: Reach, other: Reach, day: datetime.date) -> bool:
    return one == other or one.on_day(day) == other.on_day(day) == PUBLIC


def _refuse_references(state: State, told: Change, circumstances: Circumstances) -> None:
    """Refuse to name what is not there, or what the author or some who are told of it may not see.

    What is founded may name what comes after it, so all of it is looked at once more when the register is opened.
    """
    opening = any(isinstance(record, Opening) for record in told)
    made = {(kind_of(record), key_of(record)) for record in told}
    for record in (*(one.record for _, _, one in state.versions()), *told) if opening else told:
        for _, kind, key in references(record):
            shape = Institution if kind in {"actor", "party"} else SHAPES.get(kind)
            version = None if shape is None else state.version(shape, key)
            if version is not None and version.visible_to == PUBLIC:
                continue
            if (kind, key) in made or _is_part_of_the_agreement(state, kind, key):
                continue
            if version is None or not _sees(state, version, circumstances):
                # A pillar or area is of the agreement itself: nothing that comes later brings it.
                if state.is_open or opening or version is not None or kind in {"pillar", "area"}:
                    raise Refusal("no_such", kind=kind, key=key)
            elif not visibility.covers(version.reach, circumstances.reach, circumstances.recorded.date()):
                raise Refusal("less_visible_than_what_it_names", kind=kind, key=key)


def _sees(state: State, version: Version, circumstances: Circumstances) -> bool:
    """Say whether the author may see a record: to everybody else it is as if it were not there."""
    visible_to = version.visible_on(circumstances.recorded.date())
    return visibility.may_see(circumstances.author, visible_to, version.made_by, state.agreement)


def _is_part_of_the_agreement(state: State, kind: str, key: str) -> bool:
    agreement = state.agreement
    match kind:
        case "pillar":
            return any(pillar.id == key for pillar in agreement.pillars)
        case "area":
            return any(area.id == key for pillar in agreement.pillars for area in pillar.areas)
        case "actor":
            return key in _parties(state)
        case "party":
            return key in _parties(state) or key in _states_of_people(state)
        case _:
            return False


def _parties(state: State) -> set[str]:
    return {party.id for party in state.agreement.parties}


def _states_of_people(state: State) -> set[str]:
    """Return the states, parties or not, for which people that texts name hold office."""
    return {tenure.party for person in state.all(Person) for tenure in person.tenures}
