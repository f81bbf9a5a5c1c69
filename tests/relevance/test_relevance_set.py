"""The labelled passages are sound, many enough, and the scorer counts as tests/relevance/README.md says."""

import collections
import datetime
import pathlib
import re

import msgspec
import pytest

from servanda.plans.folder import load_plan

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]


@pytest.fixture(scope="module")
def relevance(scorer):
    return scorer("relevance")


@pytest.fixture(scope="module")
def documents(relevance):
    return relevance.load()


@pytest.fixture(scope="module")
def every_document(relevance):
    """Return the documents of all sets."""
    return [document for folder in relevance.SETS for document in relevance.load(folder)]


@pytest.fixture(scope="module")
def plans(every_document, relevance):
    return {name: load_plan(relevance.plan_folder(name)) for name in {document.plan for document in every_document}}


@pytest.fixture(scope="module")
def commitments(plans):
    return {name: {one.reference: one for one in plan.commitments} for name, plan in plans.items()}


def test_every_document_stands_in_the_file_of_its_plan_and_language(relevance):
    for path in FOLDER.glob("*.jsonl"):
        plan, _, language = path.stem.rpartition("-")
        for line in path.read_bytes().splitlines():
            document = msgspec.json.decode(line, type=relevance.Labelled)
            assert document.id.startswith(f"{path.stem}-")
            assert (document.plan.removesuffix("-2025-2028"), document.language) == (plan, language)
            datetime.date.fromisoformat(document.date)


def test_ids_and_texts_are_used_once(every_document):
    assert len({document.id for document in every_document}) == len(every_document)
    assert len({document.text for document in every_document}) == len(every_document)


def test_no_document_shares_eight_words_in_a_row_with_its_plan(every_document, relevance):
    """Passages are in words of their own: finding them takes more than finding the commitment's sentence.

    Names of institutions may be long, and have no other words.
    """
    for plan in {document.plan for document in every_document}:
        files = [path for path in relevance.plan_folder(plan).rglob("*") if path.suffix in {".yaml", ".txt", ".html"}]
        files = [path for path in files if path.name != "actors.yaml"]
        known = {run for path in files for run in runs_of_words(path.read_text(encoding="utf-8"))}
        for document in every_document:
            if document.plan == plan:
                assert not known & runs_of_words(document.text), document.id


def runs_of_words(text):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}


def test_spans_cut_whole_sentences(every_document):
    for document in every_document:
        for span in document.passages:
            cut = document.text[span.start : span.end]
            assert cut, document.id
            assert cut == cut.strip(), document.id
            assert cut[-1] in ".!?”»\"'", document.id
            assert span.start == 0 or document.text[span.start - 1].isspace(), document.id


def test_every_reference_is_in_the_plans_register(every_document, commitments):
    for document in every_document:
        wanted = [bearing.commitment for bearing in document.bears_on]
        named = [*wanted, *document.optional]
        assert len(set(named)) == len(named), document.id
        assert set(named) <= commitments[document.plan].keys(), document.id


def test_the_parents_of_what_is_wanted_are_optional_at_least(every_document, commitments):
    for document in every_document:
        named = {bearing.commitment for bearing in document.bears_on} | set(document.optional)
        parents = {commitments[document.plan][bearing.commitment].parent for bearing in document.bears_on}
        assert parents - {None} <= named, document.id


def test_what_was_done_before_the_signature_is_context_alone(every_document, plans):
    """Earlier action is background (CODEBOOK T1)."""
    for document in every_document:
        if document.date <= plans[document.plan].agreement.signed.isoformat():
            assert {bearing.relation for bearing in document.bears_on} <= {"context"}, document.id


def test_there_are_300_documents_about_a_third_in_each_language(documents):
    languages = collections.Counter(document.language for document in documents)
    assert len(documents) >= 300
    assert all(abs(languages[language] / len(documents) - 1 / 3) < 0.05 for language in ("en", "fr", "es"))


def test_40_commitments_and_every_relation_are_wanted(documents):
    bearings = [(document.plan, bearing) for document in documents for bearing in document.bears_on]
    relations = collections.Counter(bearing.relation for _, bearing in bearings)
    assert len({(plan, bearing.commitment) for plan, bearing in bearings}) >= 40
    assert all(
        relations[name] >= 30 for name in ("restates", "progress", "completes", "delays", "contradicts", "context")
    )


def test_two_in_five_bear_on_nothing_and_most_of_these_tempt(documents):
    negatives = [document for document in documents if not document.bears_on]
    assert 0.4 <= len(negatives) / len(documents) <= 0.45
    kinds = collections.Counter(document.why_hard for document in negatives)
    assert kinds[None] / len(negatives) < 0.1
    assert min(kinds["same_words_other_states"], kinds["same_actors_other_subject"]) >= 30


def test_what_makes_a_document_hard_is_explained(every_document):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{document.why_hard}`" in readme for document in every_document if document.why_hard)


@pytest.mark.parametrize(
    ("name", "agreement"),
    [
        ("sixth", "portugal-morocco-2025-2028"),
        ("seventh", "netherlands-colombia-2025-2028"),
        ("eighth", "belgium-peru-2025-2028"),
        ("ninth", "ireland-senegal-2025-2028"),
        ("tenth", "switzerland-ecuador-2025-2028"),
        ("eleventh", "korea-paraguay-2025-2028"),
        ("twelfth", "norway-ghana-2025-2028"),
        ("thirteenth", "canada-chile-2025-2028"),
        ("fourteenth", "mexico-portugal-2025-2028"),
        ("sixteenth", "japan-kenya-2025-2028"),
    ],
)
def test_a_set_may_bring_a_plan_of_its_own_that_nobody_has_written_queries_for(relevance, plans, name, agreement):
    alone = {document.plan for document in relevance.load(FOLDER / name)}
    assert alone == {f"{name}/plan"}
    assert plans[f"{name}/plan"].agreement.id == agreement
    assert not plans[f"{name}/plan"].queries


def test_the_labels_themselves_score_full_marks(relevance, documents):
    labels = [(one.id, bearing.commitment, bearing.relation) for one in documents for bearing in one.bears_on]
    scores = relevance.score(labels)
    assert {(score.recall, score.precision, score.relation) for score in scores.values()} == {(1, 1, 1)}


def test_an_optional_commitment_counts_neither_for_nor_against(relevance, documents):
    optional = [(one.id, commitment, "context") for one in documents for commitment in one.optional]
    assert relevance.score(optional)["all"].proposed == 0


def test_nothing_proposed_finds_nothing(relevance):
    assert relevance.score([])["all"].recall == 0


def test_a_pair_counts_once_and_a_wrong_relation_is_still_found(relevance, documents):
    one = next(document for document in documents if document.bears_on)
    reference = one.bears_on[0].commitment
    total = relevance.score([(one.id, reference, "unheard of"), (one.id, reference, "progress")], [one])["all"]
    assert (total.found, total.proposed, total.related) == (1, 1, 0)


def test_a_candidate_of_an_unknown_document_is_refused(relevance):
    with pytest.raises(ValueError, match="nowhere-1"):
        relevance.score([("nowhere-1", "PRO-01", "progress")])
