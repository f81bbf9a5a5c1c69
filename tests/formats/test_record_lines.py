import json

import example_register
import msgspec
import pytest

from servanda.formats.record_lines import read_record_line, record_lines
from servanda.register.records import key_of, kind_of


@pytest.mark.parametrize("plan", ["example", "canada-mexico-2025-2028"])
def test_every_record_is_read_back_as_it_was(plan):
    register = example_register.register(plan)

    read = [read_record_line(line) for line in record_lines(register)]

    assert tuple(record for record in read if record is not None) == register.records


def test_a_line_says_what_kind_of_record_it_is_and_by_what_it_is_known():
    register = example_register.register()
    lines = [json.loads(line) for line in record_lines(register)]

    assert all(list(line) == ["key", "kind", "record"] for line in lines)
    assert [(line["kind"], line["key"]) for line in lines[: len(register.records)]] == [
        (kind_of(record), key_of(record)) for record in register.records
    ]
    assert {line["kind"] for line in lines} >= {
        "agreement", "institution", "person", "other_agreement", "document", "commitment", "forum", "meeting",
        "contribution", "project", "happening", "position", "conflict", "search", "context", "assessment",
    }  # fmt: skip


def test_the_fields_of_a_commitment_and_of_its_assessment_are_the_published_ones():
    lines = [json.loads(line) for line in record_lines(example_register.register())]
    first = {
        kind: next(line["record"] for line in lines if line["kind"] == kind) for kind in ("commitment", "assessment")
    }

    assert list(first["commitment"]) == [
        "area", "completeness", "control", "deadline", "force", "guideline", "owners", "parent", "passages", "pillar",
        "promisors", "recurrence", "reference", "spoken", "stage", "summary", "title", "verifiable", "verifiable_note",
    ]  # fmt: skip
    assert {"commitment", "day", "official", "evidence", "schedule", "codebook"} <= set(first["assessment"])


def test_a_line_of_no_known_kind_is_refused():
    with pytest.raises(msgspec.ValidationError, match="'bridge'"):
        read_record_line(b'{"kind": "bridge", "key": "b", "record": {}}')
