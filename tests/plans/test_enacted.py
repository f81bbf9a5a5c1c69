from pathlib import Path

import pytest

from servanda.plans.enacted import enacted
from servanda.plans.folder import load_plan
from servanda.plans.of_state import plan_of
from servanda.register.commitment import Commitment
from servanda.register.keys import Key
from servanda.register.standing import Standing

PLANS = Path(__file__).parents[2] / "plans"


@pytest.mark.parametrize("name", ["example", "canada-mexico-2025-2028"])
def test_a_plan_folder_makes_a_register_with_all_that_it_states(name):
    plan = load_plan(PLANS / name)

    state = enacted(plan)

    again = plan_of(state, plan.folder)
    for field in ("documents", "contributions", "projects", "conflicts", "searches", "context"):
        assert {one.id for one in getattr(plan, field)} <= {one.id for one in getattr(again, field)}
    assert {one.reference for one in plan.commitments} <= {one.reference for one in state.all(Commitment)}
    assert {one.reference for one in state.all(Standing)} == {one.reference for one in state.all(Commitment)}


def test_nobody_signed_so_there_are_no_keys():
    assert enacted(load_plan(PLANS / "example")).all(Key) == []


def test_only_what_everybody_may_see_is_there():
    state = enacted(load_plan(PLANS / "example"))
    day = state.agreement.recorded_until

    assert {version.visible_on(day) for _kind, _key, version in state.versions()} == {"public"}


@pytest.mark.parametrize("name", ["example", "canada-mexico-2025-2028"])
def test_as_at_a_day_what_came_later_is_not_there_and_on_the_last_day_all_is(name):
    plan = load_plan(PLANS / name)
    last = plan.agreement.recorded_until

    def ids(state):
        return {(kind, key) for kind, key, _version in state.versions()}

    assert ids(enacted(plan, last)) == ids(enacted(plan))
    assert {("happening", one.id) for one in plan.happenings} <= ids(enacted(plan, last))
    assert ids(enacted(plan, plan.agreement.signed)) < ids(enacted(plan, last))
