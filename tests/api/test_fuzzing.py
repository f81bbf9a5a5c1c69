"""Whatever is asked, the API has an answer that is as its own description says, and never fails."""

import copy
import json

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from servanda_portal.api.routes.records import LISTS
from servanda_portal.api.urls import description_bytes
from servanda_portal.wsgi import application

# Ids of the imaginary plan, so that there is something to answer.
KNOWN = {
    "plan": ["merle-2024-2027"],
    "reference": ["W06", "W01", "X99"],
    "identity": ["joint-2024-en", "agency-2024", "nothing"],
    "number": [0, 3, 10**12],
    "commitment": ["W06", "W01"],
    "as-at": ["2024-12-31", "2026-06-30", "2030-01-01"],
    "pillar": ["water"],
    "party": ["XN"],
}
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]


def operations():
    """Return what the API describes, with known ids in the place of any text."""
    described = copy.deepcopy(json.loads(description_bytes()))
    for methods in described["paths"].values():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                if parameter["name"] in KNOWN:
                    parameter["schema"] = {"enum": KNOWN[parameter["name"]]}
            operation["parameters"] = [one for one in operation["parameters"] if one["name"] != "official"]
    loaded = schemathesis.openapi.from_dict(described)
    loaded.app = application
    return [one.ok() for one in loaded.get_all_operations()]


def named(chosen):
    return [pytest.param(one, id=f"{one.method} {one.path}") for one in chosen]


OPERATIONS = operations()
# The lists of records have one piece of code: some of them stand for all where time is short.
_ALIKE = {name for name in LISTS if name not in {"happenings", "contributions", "verdicts"}}
FEW = [one for one in OPERATIONS if not _ALIKE & set(one.path.split("/"))]
# Where nothing can be said, nothing can be said wrongly.
SAYING = [one for one in FEW if one.definition.raw["parameters"]]


def ask(operation, token, examples, mode, checks):
    """Ask so many questions, and look at the answers."""
    quiet = settings(
        max_examples=examples, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )

    @quiet
    @given(case=operation.as_strategy(generation_mode=mode))
    def each(case):
        headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
        case.validate_response(case.call(headers=headers), checks=checks)

    each()


@pytest.fixture
def token(token_of, monkeypatch):
    """Return a good token that may ask without end."""
    monkeypatch.setattr("servanda_portal.api.tokens.QUESTIONS", 10**9)
    return token_of("XN", "party_lead")


@pytest.mark.parametrize("operation", named(FEW))
def test_what_the_description_allows_is_answered_as_it_says(operation, token):
    ask(operation, token, 3, GenerationMode.POSITIVE, CHECKS)


@pytest.mark.parametrize("operation", named(SAYING))
def test_what_the_description_forbids_is_refused(operation, token):
    ask(operation, token, 3, GenerationMode.NEGATIVE, [*CHECKS, negative_data_rejection])


@pytest.mark.soak
@pytest.mark.parametrize("operation", named(OPERATIONS))
def test_many_questions_find_no_fault(operation, token):
    ask(operation, token, 100, GenerationMode.POSITIVE, CHECKS)
    if operation.definition.raw["parameters"]:
        ask(operation, token, 100, GenerationMode.NEGATIVE, [*CHECKS, negative_data_rejection])
