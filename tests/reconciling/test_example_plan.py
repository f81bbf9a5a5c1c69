"""What was planted in the texts of the imaginary plan is found, with the reader as it is, and wire copy counts once."""

import re
import tomllib
from pathlib import Path

import pytest

from servanda.plans.documents import cited
from servanda.plans.folder import load_plan
from servanda.plans.vocabulary import vocabulary
from servanda.reading.reader import dated, read
from servanda.reconciling import Conflict, Corroboration, Sum, findings
from servanda.text.loaders import load_path

TESTS = Path(__file__).parents[1]
FOLDER = TESTS.parent / "plans" / "example"
PLANTED = tomllib.loads((TESTS / "plans" / "planted.toml").read_text(encoding="utf-8").replace("~", "\u00a0"))
# Nothing but the title says that the newspaper's sentence ("7.1 million have left the coffers") is about the channel.
NOT_FOUND = {("amount", "W06")}


@pytest.fixture(scope="module")
def readings():
    plan = load_plan(FOLDER)
    known = vocabulary(plan)
    documents = {one.id: dated(cited(load_path(FOLDER / one.file), plan)) for one in plan.documents if one.file}
    return {identity: (document, read(document, known)) for identity, document in documents.items()}


@pytest.fixture(scope="module")
def found(readings):
    return findings(readings.values())


@pytest.fixture(scope="module")
def mentions(readings):
    """Return, by document and words, the mentions that share a character with the words, wherever these stand."""

    def standing_in(identity, words):
        document, reading = readings[identity]
        places = [match.span() for match in re.finditer(re.escape(words), document.text)]
        return {
            (document.name, one.id)
            for one in reading.mentions
            for start, end in places
            if one.start < end and one.end > start
        }

    return standing_in


def refs(mentions):
    return {(ref.document, ref.id) for ref in mentions}


@pytest.mark.parametrize(
    "planted",
    [one for one in PLANTED["conflict"] if (one["slot"], one["commitment"]) not in NOT_FOUND],
    ids=lambda one: one["commitment"],
)
def test_a_planted_conflict_is_found_with_each_value_in_a_position_of_its_own(planted, found, mentions):
    wanted = [mentions(identity, words) for identity, words in planted["words"].items()]

    assert any(
        all(any(refs(position.mentions) & one for position in finding.detail.positions) for one in wanted)
        and not any(all(refs(position.mentions) & one for one in wanted) for position in finding.detail.positions)
        for finding in found
        if isinstance(finding, Conflict)
    )


@pytest.mark.parametrize("planted", PLANTED["sum"], ids=lambda one: f"{one['document']} {one['total']}")
def test_a_planted_sum_is_confirmed(planted, found, mentions):
    total, *parts = (mentions(planted["document"], words) for words in (planted["total"], *planted["parts"]))

    assert any(
        finding.detail.status == "confirmed"
        and len(finding.detail.parts) == len(parts)
        and all(refs(finding.mentions) & one for one in (total, *parts))
        for finding in found
        if isinstance(finding, Sum)
    )


@pytest.mark.parametrize("planted", PLANTED["copy"], ids=lambda one: one["copy"])
def test_a_planted_copy_is_no_second_source(planted, found, readings):
    pair = {readings[planted[role]][0].name for role in ("original", "copy")}
    both = [finding for finding in found if pair <= {ref.document for ref in finding.mentions}]

    assert both
    for finding in both:
        if isinstance(finding, Corroboration):
            assert any(pair <= set(once.documents) for once in finding.detail.counted_once)
