"""The description of the API: pinned, true to what is answered, with examples that are as it says."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from servanda_portal.api.answering import ANSWERS
from servanda_portal.api.examples import EXAMPLES
from servanda_portal.api.urls import description_bytes

PINNED = Path(__file__).with_name("openapi.json")
DESCRIBED = json.loads(description_bytes())


def examples():
    """Return each example with its schema, under the name of the operation and what it is."""
    bodies = dict(DESCRIBED["components"]["responses"])
    for methods in DESCRIBED["paths"].values():
        for one in methods.values():
            bodies |= {f"{one['operationId']} {status}": body for status, body in one["responses"].items()}
            bodies[f"{one['operationId']} sent"] = one.get("requestBody", {})
    return [
        pytest.param(content["schema"], content["example"], id=name)
        for name, body in bodies.items()
        for content in body.get("content", {}).values()
        if "example" in content
    ]


def test_the_description_is_the_one_that_was_agreed_on():
    """What other people's programs rest on. After a change that is meant: ``python tests/api/pin.py``."""
    assert json.loads(PINNED.read_text(encoding="utf-8")) == DESCRIBED


@pytest.mark.parametrize(("schema", "example"), examples())
def test_every_example_is_as_its_schema_says(schema, example):
    validator = jsonschema_rs.validator_for({**schema, "components": DESCRIBED["components"]}, validate_formats=True)

    assert [error.message for error in validator.iter_errors(example)] == []


def test_every_example_belongs_to_an_operation():
    assert EXAMPLES.keys() <= ANSWERS.keys() | {"Acts", "Problem"}


def test_every_operation_and_parameter_says_what_it_is():
    for path, methods in DESCRIBED["paths"].items():
        for operation in methods.values():
            assert operation["description"], path
            for parameter in operation["parameters"]:
                codes = {"force", "verifiable", "evidence", "schedule", "standing"}
                assert parameter["in"] == "path" or "description" in parameter or parameter["name"] in codes, parameter


def test_every_path_is_written_down_in_the_documentation():
    page = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")

    missing = [path for path in DESCRIBED["paths"] if path.removeprefix("/api/v1/plans/{plan}") not in page]
    assert missing == []
