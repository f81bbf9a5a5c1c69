import datetime

import pytest
import random_acts
from hypothesis import given, settings
from hypothesis import strategies as st
from random_registers import World, registers

from servanda.record.fold import Fold, View, fold, fold_into
from servanda.record.reading import read_stored
from servanda.register.acts.evidence import RecordSearch
from servanda.register.author import Author
from servanda.register.circumstances import PUBLIC
from servanda.register.notes import Search
from servanda.register.refusal import Refusal
from servanda.register.state import State

FEW = settings(max_examples=25, deadline=None)


def versions(state):
    return list(state.versions())


@FEW
@given(registers)
def test_folding_the_leaves_makes_the_state_that_the_acts_made(world):
    assert versions(fold(world.leaves, world.bodies)) == versions(world.state)


@FEW
@given(registers, st.integers(0, 60))
def test_what_is_folded_for_the_public_is_the_public_part_of_all(world, after):
    day = world.today + datetime.timedelta(after)

    public = fold(world.leaves, world.bodies, view=View(None, day))

    assert versions(public) == [one for one in world.state.versions() if one[2].visible_on(day) == PUBLIC]


@FEW
@given(registers, st.integers(0, 60))
def test_bodies_that_one_may_not_see_make_no_difference(world, after):
    """Folding what an export holds is folding for its viewer."""
    view = View(None, world.today + datetime.timedelta(after))
    public = {e.sealed: world.bodies[e.sealed] for e in world.entries if e.public_from and e.public_from <= view.day}

    assert versions(fold(world.leaves, public)) == versions(fold(world.leaves, world.bodies, view=view))


@FEW
@given(registers, st.data())
def test_as_at_a_day_is_the_fold_of_what_was_recorded_by_then(world, data):
    entry = data.draw(st.sampled_from(world.entries))
    by_day = [
        leaf for leaf, e in zip(world.leaves, world.entries, strict=True) if e.recorded.date() <= entry.recorded.date()
    ]
    by_time = [leaf for leaf, e in zip(world.leaves, world.entries, strict=True) if e.recorded <= entry.recorded]

    assert versions(fold(world.leaves, world.bodies, until=entry.recorded.date())) == versions(
        fold(by_day, world.bodies)
    )
    assert versions(fold(world.leaves, world.bodies, until=entry.recorded)) == versions(fold(by_time, world.bodies))


@FEW
@given(registers, st.integers(0, 400))
def test_as_effective_on_a_day_nothing_counts_that_took_effect_later(world, after):
    day = datetime.date(2026, 1, 1) + datetime.timedelta(after)

    for _, _, version in fold(world.leaves, world.bodies, effective_on=day).versions():
        assert world.entries[version.entry].effective <= day


@FEW
@given(registers)
def test_each_entry_tells_the_versions_that_it_made(world):
    latest = {}
    for one in fold_into(State(), world.leaves, world.bodies):
        latest |= {(kind, key): version for kind, key, version in one.made}

    assert latest == {(kind, key): version for kind, key, version in world.state.versions()}


def test_without_its_body_an_entry_is_left_out_and_what_builds_on_it():
    world = next(w for w in (World(seed, 60) for seed in range(100)) if len(w.bodies) > 5)

    state = fold(world.leaves)

    assert {one[2].visible_to for one in state.versions()} == {PUBLIC}


def test_a_viewer_sees_what_is_for_its_eyes_and_what_it_made():
    world = World(1, 0, observed=False)
    author = Author("observer", "watch")
    world.add(RecordSearch(random_acts.record_search(world).search), author, "NO")

    def sees(viewer):
        return len(fold(world.leaves, world.bodies, view=View(viewer, world.today)).all(Search))

    assert [sees(Author("reporter", "NO")), sees(author), sees(Author("reporter", "SU")), sees(None)] == [1, 1, 0, 0]


def test_leaves_that_were_never_judged_are_refused():
    world = World(1, 0)

    with pytest.raises(Refusal, match="already_founded"):
        fold([*world.leaves, *world.leaves])


def test_a_fold_goes_on_from_a_state():
    world = World(5, 40)
    state = fold(world.leaves[:10], world.bodies)
    going_on = Fold(world.bodies, state=state)
    for leaf in world.leaves[10:]:
        going_on.add(read_stored(leaf))

    assert versions(going_on.state) == versions(world.state)
