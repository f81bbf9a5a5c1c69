"""What records refer to, over everything that the imaginary plan of the project holds."""

import datetime
from pathlib import Path

import msgspec
import pytest

from servanda.plans.enacted import enacted
from servanda.plans.folder import load_plan
from servanda.register.references import REFERS, references

EXAMPLE = Path(__file__).parents[2] / "plans" / "example"


@pytest.fixture(scope="module")
def held():
    state = enacted(load_plan(EXAMPLE), datetime.date(2027, 1, 1))
    return [version.record for _kind, _key, version in state.versions()]


def named(value):
    """Give every text under a field that names something, however deep: the plainest way to look for references."""
    if isinstance(value, tuple):
        for item in value:
            yield from named(item)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            texts = inner if isinstance(inner, tuple) else (inner,)
            if field in REFERS:
                yield from ((REFERS[field], text) for text in texts if isinstance(text, str))
            yield from named(inner)


def test_no_reference_is_passed_over(held):
    for record in held:
        found = [(kind, key) for _route, kind, key in references(record)]
        # The state of a person's office may be anybody's, and a dispute says itself what it is about.
        looked = [one for one in named(record) if type(record).__name__ != "Person" or one[0] != "party"]
        assert sorted(found) == sorted(looked) or type(record).__name__ == "Dispute", record


def test_references_of_one_kind_are_those_among_all(held):
    for record in held:
        every = list(references(record))
        for kind in {*REFERS.values(), "weather"}:
            assert list(references(record, only=kind)) == [one for one in every if one[1] == kind]


def test_a_route_leads_to_what_it_names(held):
    for record in held:
        for route, _kind, key in references(record):
            found = record
            for step in route:
                found = found[step] if isinstance(step, int) else getattr(found, step)
            assert key == found or key in found
