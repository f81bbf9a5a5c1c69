import datetime

import pytest
from register_of_tests import DAY, SIGNED, commitment, document, due, happening, search

from servanda.assessing.evidence import assess_evidence

DOCUMENTS = {one.id: one for one in (document("note", "official_release"), document("paper", "press"))}


def evidence(*happenings, made=None, searches=(), day=DAY):
    return assess_evidence(
        made or commitment(), signed=SIGNED, happenings=happenings, searches=searches, documents=DOCUMENTS, day=day
    )


def test_what_nobody_looked_for_is_not_searched():
    assert evidence().value == "not_searched"


def test_a_search_that_found_nothing_says_when():
    found = evidence(searches=[search("2025-08-01"), search("2025-09-01"), search("2025-11-01")])
    assert (found.value, found.since) == ("none_found", datetime.date(2025, 9, 1))


def test_what_cannot_be_judged_gets_no_verdict_even_with_evidence():
    found = evidence(happening("2025-06-01", "completes", 5, tier="A"), made=commitment(verifiable=False))
    assert (found.value, found.rules) == ("not_reviewable", ("D2",))


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_the_step_reached_is_the_highest(step):
    found = evidence(happening("2025-06-01", step=1), happening("2025-07-01", step=step))
    assert (found.value, found.step) == (f"step_{step}", step)


def test_to_restate_is_to_reaffirm():
    assert evidence(happening("2025-06-01", "restates")).value == "step_1"


def test_action_up_to_the_signature_is_background():
    assert evidence(happening("2025-01-15", step=4)).value == "not_searched"
    assert evidence(happening("2025-01-16", step=4)).value == "step_4"


def test_what_happens_after_the_day_is_not_known_on_it():
    assert evidence(happening("2025-10-02", step=4)).value == "not_searched"


def test_an_unconfirmed_happening_proves_nothing():
    assert evidence(happening("2025-06-01", step=4, certainty="unconfirmed")).value == "not_searched"


def test_context_is_no_evidence():
    assert evidence(happening("2025-06-01", "context", 4)).value == "not_searched"


@pytest.mark.parametrize(
    ("tier", "documents", "value"),
    [
        ("A", ("note",), "delivered"),
        ("B", ("note", "paper"), "delivered"),
        ("B", ("note",), "step_4"),
        ("C", ("note", "paper"), "step_4"),
        ("D", ("paper",), "step_4"),
    ],
)
def test_delivery_needs_tier_a_or_b_with_an_independent_source(tier, documents, value):
    assert evidence(happening("2025-06-01", "completes", 5, tier=tier, documents=documents)).value == value


def test_what_one_party_delivered_is_not_delivered_by_both():
    north = happening("2025-06-01", "completes", 5, tier="A", party="north")
    south = happening("2025-07-01", "completes", 5, tier="A", party="south")
    assert evidence(north).value == "step_4"
    assert evidence(north, south).value == "delivered"


def test_delivery_after_the_deadline_is_delivered_late():
    late = happening("2025-06-01", "completes", 5, tier="A")
    assert evidence(late, made=commitment(deadline=due("2025-05"))).value == "delivered_late"
    assert evidence(late, made=commitment(deadline=due("2025-06"))).value == "delivered"


def test_more_than_promised_is_exceeded():
    assert evidence(happening("2025-06-01", "completes", 6, tier="A")).value == "exceeded"


def test_a_contradiction_stands_until_progress_answers_it():
    against = happening("2025-06-01", "contradicts")
    assert evidence(happening("2025-03-01", step=3), against).value == "contrary"
    assert evidence(against, happening("2025-07-01", "restates")).value == "contrary"
    assert evidence(against, happening("2025-07-01", step=2)).value == "step_2"


def test_progress_without_news_for_a_year_is_stale_and_keeps_its_step():
    found = evidence(happening("2025-02-01", step=3), day=datetime.date(2026, 2, 2))
    assert (found.value, found.step) == ("stale", 3)


def test_the_order_of_happenings_does_not_matter():
    first, second = happening("2025-03-01", step=3), happening("2025-06-01", "contradicts")
    assert evidence(first, second) == evidence(second, first)
