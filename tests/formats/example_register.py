"""The imaginary plan of the project as formats are given it."""

import functools
from pathlib import Path

import msgspec

from servanda.assessing.of_state import assess_state
from servanda.formats.open_register import Site, open_register
from servanda.plans.enacted import enacted
from servanda.plans.folder import load_plan

PLANS = Path(__file__).parents[2] / "plans"
SITE = Site("https://commitments.example")


@functools.cache
def register(plan="example"):
    state = enacted(load_plan(PLANS / plan))
    day = state.agreement.recorded_until
    return open_register(state, assess_state(state, day), day, SITE)


def with_records(*more, leaving_out=()):
    """Return the imaginary plan with more records, and without those of some kinds."""
    whole = register()
    kept = tuple(one for one in whole.records if not isinstance(one, tuple(leaving_out)))
    return msgspec.structs.replace(whole, records=(*kept, *more))
