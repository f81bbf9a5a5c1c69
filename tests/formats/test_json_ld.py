import datetime
import json

import example_register
import pytest
from json_ld import expanded, read_and_written

from servanda.formats.linked_data import Distribution, commitment_data, dataset_data, document_data, plan_data
from servanda.formats.open_register import OpenRegister
from servanda.formats.passage_annotations import passages_page
from servanda.formats.web_annotation import annotation_page
from servanda.lexicon.language import LANGUAGES
from servanda.reading.reader import read
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.text.loaders import load_path

TEXT = example_register.PLANS / "example" / "texts" / "joint-statement-2024.fr.txt"


def same(document):
    """Whether nothing of a document is lost on JSON-LD; lists of one come back as the one."""
    return _plain(read_and_written(document)) == _plain(document)


def _plain(value):
    if isinstance(value, list) and len(value) == 1:
        return _plain(value[0])
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {name: _plain(one) for name, one in value.items()} if isinstance(value, dict) else value


def commitment(reference, register=None):
    register = register or example_register.register()
    return next(one for one in register.all(Commitment) if one.reference == reference)


def test_the_annotations_of_a_reading_are_json_ld_of_which_nothing_is_lost():
    document = load_path(TEXT)
    page = json.loads(annotation_page(document, read(document)))

    assert len(page["items"]) > 20
    assert same(page)
    for one in page["items"]:
        assert isinstance(one["body"][1]["value"], str)
        quote, position = one["target"]["selector"]
        assert document.text[position["start"] : position["end"]] == quote["exact"]


@pytest.mark.parametrize("plan", ["example", "canada-mexico-2025-2028"])
def test_the_passages_of_a_register_are_json_ld_of_which_nothing_is_lost(plan):
    register = example_register.register(plan)
    page = passages_page(register, "en")

    assert len(page["items"]) == sum(len(one.passages) for one in register.all(Commitment))
    assert same(page)


def test_words_that_may_not_be_stored_are_in_no_annotation():
    register = example_register.register("canada-mexico-2025-2028")
    hashed = sum(passage.quote is None for one in register.all(Commitment) for passage in one.passages)

    assert hashed == sum("selector" not in one["target"] for one in passages_page(register, "en")["items"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_told_in_its_language_and_nothing_is_lost(language):
    register = example_register.register()
    every = [
        plan_data(register, language),
        dataset_data(register, language, [Distribution("text/csv", "https://commitments.example/x.csv")]),
        *(commitment_data(register, one, language) for one in register.all(Commitment)),
        *(document_data(register, one, language) for one in register.all(CitedDocument)),
    ]

    assert all(same(one) for one in every)
    assert all(one["@id"].startswith(f"https://commitments.example/{language}/plans/merle") for one in every)
    assert every[0]["name"] == register.agreement.name.in_language(language)


def test_a_commitment_is_an_action_of_those_who_undertook_it():
    told = commitment_data(example_register.register(), commitment("W06"), "en")

    assert told["@type"] == "Action"
    assert told["agent"] == [{"@type": "Country", "identifier": "XN", "name": "Norland"}]
    assert told["endTime"] == commitment("W06").deadline.period.end.isoformat()
    assert expanded(told)[0]["https://schema.org/identifier"] == [{"@value": "W06"}]


def test_the_status_of_an_action_says_no_more_than_the_evidence():
    register = example_register.register()
    status = {
        reference: commitment_data(register, commitment(reference), "en")["actionStatus"].rpartition("/")[2]
        for reference in register.assessments
    }

    for reference, assessment in register.assessments.items():
        expected = {"delivered": "CompletedActionStatus", "under_way": "ActiveActionStatus"}
        assert status[reference] == expected.get(assessment.group, "PotentialActionStatus")
    assert "FailedActionStatus" not in status.values()


def test_without_an_address_things_go_by_urns_and_the_imaginary_says_so():
    register = example_register.register()
    nowhere = OpenRegister(register.records, register.assessments, datetime.date(2026, 1, 1))

    told = plan_data(nowhere, "fr")

    assert told["@id"] == "urn:servanda:merle-2024-2027"
    assert "url" not in told
    assert told["disambiguatingDescription"] == "Ce registre est imaginaire\u00a0: une démonstration."
