"""The state of a register on a day: its entries folded, one after the other (DESIGN section 4, "A question").

Here the leaves are trusted: they were judged and signed when they were stored, and ``record.verify`` checks them anew.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from servanda.record.body import Body
from servanda.record.entry import Entry
from servanda.record.reading import read_stored
from servanda.register import visibility
from servanda.register.acts.act import Act
from servanda.register.acts.any_act import read_act
from servanda.register.author import Author
from servanda.register.circumstances import PUBLIC, Reach
from servanda.register.refusal import Refusal
from servanda.register.state import State, Version

NO_BODIES: Mapping[str, Body] = MappingProxyType({})


class View(NamedTuple):
    """For whose eyes, with None the public's, and on which day."""

    viewer: Author | None
    day: datetime.date


class Folded(NamedTuple):
    """An entry that was folded, its act, and the versions that it made, as kind, key and version."""

    entry: Entry
    act: Act
    made: list[tuple[str, str, Version]]


def fold(
    leaves: Iterable[bytes],
    bodies: Mapping[str, Body] = NO_BODIES,
    *,
    until: datetime.date | None = None,
    effective_on: datetime.date | None = None,
    view: View | None = None,
) -> State:
    """Return the state that the entries of these leaves make; the options are those of ``fold_into``."""
    state = State()
    for _ in fold_into(state, leaves, bodies, until=until, effective_on=effective_on, view=view):
        pass
    return state


def fold_into(
    state: State,
    leaves: Iterable[bytes],
    bodies: Mapping[str, Body] = NO_BODIES,
    *,
    until: datetime.date | None = None,
    effective_on: datetime.date | None = None,
    view: View | None = None,
) -> Iterator[Folded]:
    """Fold the entries of these leaves into a state, and give each entry that was folded, once it was.

    ``until`` leaves out what was recorded after that day (UTC) or time; ``effective_on`` what took effect after that
    day; ``view`` what its viewer may not see. An entry whose body is not there is left out, and so is what builds on
    anything left out. Raises Refusal where nothing was left out and yet an act is not possible: such leaves were never
    judged.
    """
    last = None if until is None else _last_moment(until)
    complete = True
    for leaf in leaves:
        entry = read_stored(leaf)
        if last is not None and entry.recorded > last:
            return
        act = act_of(entry, bodies)
        if act is None or not _counts(entry, state, effective_on, view):
            complete = False
            continue
        circumstances = entry.circumstances
        try:
            change = act.change(state, circumstances)
        except Refusal:
            if complete:
                raise
            continue
        yield Folded(entry, act, state.enact(change, circumstances))


def act_of(entry: Entry, bodies: Mapping[str, Body]) -> Act | None:
    """Return an entry's act; None where it lives in a body that is not there. Raises msgspec.ValidationError."""
    if entry.sealed is None:
        return read_act(entry.act)
    body = bodies.get(entry.sealed)
    return None if body is None else read_act(body.content)


def is_visible(entry: Entry, state: State, view: View) -> bool:
    """Say whether a viewer may see an entry's act on a day."""
    told_to = Reach(entry.visible_to, entry.public_from).on_day(view.day)
    return told_to == PUBLIC or (
        state.is_founded and visibility.may_see(view.viewer, told_to, entry.by.holder, state.agreement)
    )


def _counts(entry: Entry, state: State, effective_on: datetime.date | None, view: View | None) -> bool:
    if effective_on is not None and entry.effective > effective_on:
        return False
    return view is None or is_visible(entry, state, view)


def _last_moment(until: datetime.date) -> datetime.datetime:
    if isinstance(until, datetime.datetime):
        return until
    return datetime.datetime.combine(until, datetime.time.max, datetime.UTC)
