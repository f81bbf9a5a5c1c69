"""The imaginary plan: it loads, its quotes stand in its texts, and what was planted in them is there."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from servanda.plans.documents import cited
from servanda.plans.folder import load_plan
from servanda.plans.plan import Plan
from servanda.register.wording import Wording
from servanda.text.document import Document
from servanda.text.loaders import load_path
from servanda.text.selectors import find

FOLDER = Path(__file__).parents[2] / "plans" / "example"
PLANTED = tomllib.loads((Path(__file__).parent / "planted.toml").read_text(encoding="utf-8").replace("~", "\u00a0"))
AUTHENTIC = ("joint-2024-en", "joint-2024-fr", "joint-2024-es", "joint-2025-en", "joint-2025-fr", "joint-2025-es")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(FOLDER)


@pytest.fixture(scope="module")
def texts(plan) -> dict[str, Document]:
    return {known.id: load_path(FOLDER / known.file) for known in plan.documents if known.file is not None}


def test_the_plan_is_imaginary_and_kept_by_its_parties(plan):
    assert plan.agreement.demonstration
    assert plan.agreement.kept_by == "parties"
    assert [party.type for party in plan.agreement.parties] == ["state", "state", "organisation"]
    states = [party.id for party in plan.agreement.parties if party.type == "state"]
    assert all("XA" <= state <= "XZ" for state in states), "only codes that ISO 3166-1 leaves to its users"


def test_every_file_of_texts_is_cited(plan):
    files = {known.file for known in plan.documents if known.file is not None}
    assert files == {f"texts/{path.name}" for path in (FOLDER / "texts").iterdir()}


def test_the_sha256_of_every_document_is_that_of_its_file(plan, texts):
    for known in plan.documents:
        assert (known.sha256 is None) == (known.file is None), known.id
        if known.file is not None:
            assert texts[known.id].sha256 == known.sha256, known.id


def test_every_text_is_read_in_the_language_that_the_plan_states(plan, texts):
    assert {known.id: known.language for known in plan.documents if known.file} == {
        identity: document.language for identity, document in texts.items()
    }


def test_every_quote_stands_exactly_once_in_its_document(plan, texts):
    for commitment in plan.commitments:
        for passage in commitment.passages:
            assert passage.quote is not None
            found = find(texts[passage.document].text, passage.quote)
            assert len(found) == 1, (commitment.reference, passage.document, passage.quote.quote)


def test_every_part_of_a_document_is_found(plan, texts):
    for known in plan.documents:
        if known.parts:
            parts = cited(texts[known.id], plan).parts
            assert [part.authority for part in parts] == [part.authority for part in known.parts], known.id
            assert parts[0].start == 0
            assert parts[-1].end == len(texts[known.id].text)


def test_every_commitment_is_stated_in_all_authentic_versions_but_for_what_was_planted(plan):
    items = [gap for gap in PLANTED["language_gap"] if gap["slot"] == "item"]
    left_out = {(gap["commitment"], document) for gap in items for document in gap["absent"]}
    for commitment in plan.commitments:
        documents = [passage.document for passage in commitment.passages]
        assert commitment.passages[0].role == "states"
        for year in ("joint-2024", "joint-2025"):
            versions = {document for document in documents if document.startswith(year)}
            expected = {
                document
                for document in AUTHENTIC
                if document.startswith(year) and (commitment.reference, document) not in left_out
            }
            assert versions in (set(), expected), commitment.reference
        assert commitment.spoken or set(documents) & set(AUTHENTIC)


def test_no_wording_is_empty_in_any_language(plan):
    for wording in _wordings(plan):
        assert all(text.strip() for text in (wording.en, wording.fr, wording.es)), wording


def test_french_puts_a_no_break_space_before_high_punctuation(plan, texts):
    french = [wording.fr for wording in _wordings(plan)]
    french += [texts[known.id].text for known in plan.documents if known.file and known.language == "fr"]
    for text in french:
        assert " :" not in text
        assert " ;" not in text
        assert " ?" not in text
        assert "« " not in text
        assert " »" not in text


@pytest.mark.parametrize("kind", ["language_gap", "change", "conflict", "copy"])
def test_what_was_planted_is_in_the_texts(plan, texts, kind):
    references = {commitment.reference for commitment in plan.commitments}
    for planted in PLANTED[kind]:
        assert kind == "copy" or planted["commitment"] in references
        for document, words in planted["words"].items():
            assert words in texts[document].text, (document, words)
        for document, words in planted.get("absent", {}).items():
            assert words not in texts[document].text, (document, words)


def test_a_measure_whose_change_is_not_planted_was_kept_word_for_word(plan):
    changed = {change["commitment"] for change in PLANTED["change"]}
    changed |= {gap["commitment"] for gap in PLANTED["language_gap"] if "joint-2024-es" in gap["words"]}
    for commitment in plan.commitments:
        quotes = {passage.document: passage.quote.quote for passage in commitment.passages if passage.quote}
        if commitment.reference in changed or commitment.spoken:
            continue
        for language in ("en", "fr", "es"):
            assert quotes[f"joint-2024-{language}"] == quotes[f"joint-2025-{language}"], commitment.reference


def test_planted_sums_add_up_and_stand_in_their_text(texts):
    for planted in PLANTED["sum"]:
        for words in (planted["total"], *planted["parts"]):
            assert words in texts[planted["document"]].text, words
        total, *parts = map(Decimal, planted["amounts"])
        assert total == sum(parts)


def test_the_copy_names_its_original(plan):
    copies = {known.id: known.copies for known in plan.documents if known.copies is not None}
    assert copies == {planted["copy"]: planted["original"] for planted in PLANTED["copy"]}


def _wordings(value: Any) -> Iterator[Wording]:
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _wordings(item)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _wordings(getattr(value, field))
