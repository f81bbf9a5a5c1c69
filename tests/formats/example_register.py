"""The imaginary plan of the project as formats are given it."""

import functools
from pathlib import Path

import msgspec

from servanda.assessing.assessment import assess
from servanda.formats.open_register import OpenRegister, Site
from servanda.plans.folder import load_plan
from servanda.plans.records import records

PLANS = Path(__file__).parents[2] / "plans"
SITE = Site("https://commitments.example")


@functools.cache
def register(plan="example"):
    read = load_plan(PLANS / plan)
    day = read.agreement.recorded_until
    assessments = assess(
        read.agreement,
        read.commitments,
        happenings=read.happenings,
        positions=read.positions,
        searches=read.searches,
        documents={document.id: document for document in read.documents},
        day=day,
    )
    return OpenRegister(records(read), assessments, day, SITE)


def with_records(*more, leaving_out=()):
    """Return the imaginary plan with more records, and without those of some kinds."""
    whole = register()
    kept = tuple(one for one in whole.records if not isinstance(one, tuple(leaving_out)))
    return msgspec.structs.replace(whole, records=(*kept, *more))
