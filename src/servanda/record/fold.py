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


class Fold:
    """A state that grows entry by entry.

    ``effective_on`` leaves out what took effect after that day, ``view`` what its viewer may not see. An entry whose
    body is not there is left out as well, and so is whatever builds on something left out.
    """

    def __init__(
        self,
        bodies: Mapping[str, Body] = NO_BODIES,
        *,
        effective_on: datetime.date | None = None,
        view: View | None = None,
        state: State | None = None,
    ) -> None:
        """Begin empty, or go on with a state, of which nobody knows here whether anything was left out."""
        self.state = State() if state is None else state
        self._bodies, self._effective_on, self._view = bodies, effective_on, view
        self._complete = not self.state.is_founded

    def add(self, entry: Entry) -> Folded | None:
        """Fold the next entry, and return it with what it made; None where it is left out.

        Raises Refusal where nothing was left out and yet its act is not possible: such entries were never judged.
        """
        act = act_of(entry, self._bodies)
        if act is None or not self._counts(entry):
            self._complete = False
            return None
        circumstances = entry.circumstances
        try:
            change = act.change(self.state, circumstances)
        except Refusal:
            if self._complete:
                raise
            return None
        return Folded(entry, act, self.state.enact(change, circumstances))

    def _counts(self, entry: Entry) -> bool:
        if self._effective_on is not None and entry.effective > self._effective_on:
            return False
        return self._view is None or is_visible(entry, self.state, self._view)


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

    ``until`` leaves out what was recorded after that day (UTC) or time; the other options are those of ``Fold``.
    Raises Refusal as ``Fold.add`` does.
    """
    last = None if until is None else _last_moment(until)
    fold = Fold(bodies, effective_on=effective_on, view=view, state=state)
    for leaf in leaves:
        entry = read_stored(leaf)
        if last is not None and entry.recorded > last:
            return
        folded = fold.add(entry)
        if folded is not None:
            yield folded


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


def _last_moment(until: datetime.date) -> datetime.datetime:
    if isinstance(until, datetime.datetime):
        return until
    return datetime.datetime.combine(until, datetime.time.max, datetime.UTC)
