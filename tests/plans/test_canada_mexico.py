"""The Canada-Mexico register: it loads, keeps to what was published, and stores nobody else's words."""

import datetime
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from servanda.lexicon.language import LANGUAGES
from servanda.plans.folder import load_plan
from servanda.plans.plan import Plan
from servanda.register.happening import Happening
from servanda.register.period import Period
from servanda.register.wording import Wording
from servanda.text.selectors import HashSelector, find_hashes
from servanda.text.words import normalise, words

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "plans" / "canada-mexico-2025-2028"
SOURCES = ROOT.parent / "shared" / "sources"
NO_BREAK = "\u00a0"
RUN = 12  # words in a row that may not stand in both a source and the plan

with_sources = pytest.mark.skipif(not SOURCES.is_dir(), reason="the published texts are not beside the project")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(FOLDER)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return the published texts by the SHA-256 of their bytes."""
    contents = [path.read_bytes() for path in sorted(SOURCES.glob("*.txt"))]
    return {hashlib.sha256(content).hexdigest(): content.decode() for content in contents}


def everything(value: Any) -> Iterator[Any]:
    """Yield every value inside a plan, each struct before its fields."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from everything(item)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from everything(getattr(value, field))


def wordings(plan: Plan) -> list[Wording]:
    return [value for value in everything(plan) if isinstance(value, Wording)]


def test_the_register_is_an_observers_and_signs_for_nobody(plan: Plan) -> None:
    assert plan.agreement.kept_by == "observer"
    assert plan.agreement.keeper is not None
    assert not plan.agreement.demonstration


def test_the_agreement_has_its_four_pillars_and_then_what_is_ours(plan: Plan) -> None:
    pillars = [pillar.id for pillar in plan.agreement.pillars]
    assert pillars == ["prosperity", "mobility", "security", "environment", "governance"]
    assert {commitment.pillar for commitment in plan.commitments} == set(pillars)


def test_every_commitment_cites_a_document_that_states_it(plan: Plan) -> None:
    silent = [
        commitment.reference
        for commitment in plan.commitments
        if not any(passage.role == "states" for passage in commitment.passages)
    ]
    assert silent == []


def test_a_commitment_has_a_guideline_or_says_why_it_cannot_be_judged(plan: Plan) -> None:
    odd = [
        commitment.reference
        for commitment in plan.commitments
        if commitment.verifiable != (commitment.guideline is not None)
        or commitment.verifiable == (commitment.verifiable_note is not None)
    ]
    assert odd == []


def test_every_document_is_cited(plan: Plan) -> None:
    cited = {passage.document for commitment in plan.commitments for passage in commitment.passages}
    for value in everything(plan):
        cited.update(getattr(value, "documents", ()) if not isinstance(value, Plan) else ())
    assert [document.id for document in plan.documents if document.id not in cited] == []


def test_every_wording_is_written_in_three_languages(plan: Plan) -> None:
    assert [
        wording for wording in wordings(plan) if not all(wording.in_language(one).strip() for one in LANGUAGES)
    ] == []


def test_french_keeps_its_no_break_spaces_and_nobody_keeps_straight_marks(plan: Plan) -> None:
    assert [text for wording in wordings(plan) if re.search(rf"[^{NO_BREAK}][;!?»]|« ", text := wording.fr)] == []
    straight = [text for wording in wordings(plan) for one in LANGUAGES if "'" in (text := wording.in_language(one))]
    assert straight == []


def test_nothing_happened_after_the_registers_last_day(plan: Plan) -> None:
    last = plan.agreement.recorded_until
    assert last == datetime.date(2026, 7, 5)
    assert [happening.id for happening in plan.happenings if happening.when.end > last] == []
    assert [
        meeting.id for meeting in plan.forums.meetings if meeting.standing == "held" and meeting.when.end > last
    ] == []
    assert [one.commitment for one in plan.positions if one.date.end > last] == []


def test_happenings_stand_in_order_of_time(plan: Plan) -> None:
    starts = [happening.when.start for happening in plan.happenings]
    assert starts == sorted(starts)


def test_what_only_a_machine_summary_or_one_repost_tells_is_unconfirmed(plan: Plan) -> None:
    weak = {document.id for document in plan.documents if document.kind in {"repost", "aggregator"}}

    def rests_on_nothing_better(item: Happening) -> bool:
        return set(item.documents) <= weak

    assert [
        item.id for item in plan.happenings if rests_on_nothing_better(item) and item.certainty == "confirmed"
    ] == []


def test_what_came_before_the_signing_reaches_no_step(plan: Plan) -> None:
    """CODEBOOK T1: actions count from the day after signature."""
    early = [happening for happening in plan.happenings if happening.when.end <= plan.agreement.signed]
    assert early
    assert [bearing for happening in early for bearing in happening.bearings if bearing.relation != "context"] == []


def test_the_parts_of_the_money_make_its_total(plan: Plan) -> None:
    """CODEBOOK M5."""
    amounts = {one.id: one.transactions[0].amount for one in plan.contributions if one.type == "money"}
    parts = [one.id for one in plan.contributions if one.part_of == "un-projects"]
    assert len(parts) == 2
    assert sum(amounts[part] for part in parts) == amounts["un-projects"]
    assert {
        transaction.stage for one in plan.contributions if one.type == "money" for transaction in one.transactions
    } == {"announced"}


def test_a_search_covers_no_day_after_the_last(plan: Plan) -> None:
    assert [search.id for search in plan.searches if search.searched.end > plan.agreement.recorded_until] == []
    assert all(search.commitments for search in plan.searches)


def test_dated_commitments_keep_the_day_that_the_text_gives(plan: Plan) -> None:
    deadlines = {one.reference: one.deadline.period for one in plan.commitments if one.deadline is not None}
    assert deadlines["ENV-02"] == Period("2025-12-31")
    assert deadlines["PRO-19"] == Period("2026-03-31")
    assert deadlines["PRO-26"].end == datetime.date(2026, 12, 31)


def test_every_hash_is_a_sha256(plan: Plan) -> None:
    hashes = [value for value in everything(plan) if isinstance(value, HashSelector)]
    assert hashes
    assert all(re.fullmatch("[0-9a-f]{64}", selector.sha256) and selector.words > 0 for selector in hashes)


@with_sources
def test_every_hash_is_found_in_its_text(plan: Plan, texts: dict[str, str]) -> None:
    held = {document.id: texts[document.sha256] for document in plan.documents if document.sha256 is not None}
    assert len(held) == 5
    selectors: dict[str, set[HashSelector]] = {identity: set() for identity in held}
    for document in plan.documents:
        selectors.setdefault(document.id, set()).update(part.hash for part in document.parts if part.hash is not None)
    for commitment in plan.commitments:
        for passage in commitment.passages:
            if passage.hash is not None:
                selectors[passage.document].add(passage.hash)
    lost = [
        (identity, selector)
        for identity, wanted in selectors.items()
        if wanted
        for selector, places in find_hashes(held[identity], wanted).items()
        if not places
    ]
    assert lost == []


@with_sources
def test_no_run_of_the_sources_words_stands_in_the_plan(texts: dict[str, str]) -> None:
    theirs = {run for text in texts.values() for run in runs(text)}
    for path in sorted(FOLDER.glob("*.yaml")):
        assert [" ".join(run) for run in runs(path.read_text(encoding="utf-8")) if run in theirs] == [], path.name


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every stretch of ``RUN`` words of a text, normalised."""
    normal = [normalise(text[start:end]) for start, end in words(text)]
    for first in range(len(normal) - RUN + 1):
        yield tuple(normal[first : first + RUN])


def test_what_was_sought_is_a_heading_and_ends_without_a_full_stop(plan):
    assert plan.searches
    for search in plan.searches:
        for language in LANGUAGES:
            assert not search.sought.in_language(language).endswith("."), search.id
