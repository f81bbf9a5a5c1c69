import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_of_tests import assessed, commitment, due, happening, position, words

from servanda.assessing.expiry import Windows
from servanda.register.reporting import Report
from servanda.register.standing import Standing


def parties(found):
    return {one.party: one.evidence.value for one in found.parties}


def report(standing, on, **changes):
    return Report("r", "T-01", "north", standing, on, words("Digging."), **changes)


def test_each_party_has_evidence_of_its_own():
    north = happening("2025-06-01", step=3, party="north")
    assert parties(assessed(north)) == {"north": "step_3", "south": "not_searched"}


def test_what_all_did_together_is_evidence_for_each():
    assert parties(assessed(happening("2025-06-01", step=2))) == {"north": "step_2", "south": "step_2"}


def test_one_party_may_deliver_its_part_while_the_commitment_is_not_delivered():
    found = assessed(happening("2025-06-01", "completes", 5, tier="A", party="south"))
    assert parties(found) == {"north": "not_searched", "south": "delivered"}
    assert found.evidence.value == "step_4"


def test_lateness_counts_against_the_original_deadline_however_often_it_was_revised():
    revised = commitment(deadline=due("2026-12-31"))
    original = Standing("T-01", "amended", datetime.date(2025, 8, 1), original=due("2025-09-01"))
    assert assessed(made=revised).schedule.value == "ahead"
    found = assessed(made=revised, standings={"T-01": original})
    assert (found.schedule.value, found.schedule.days) == ("overdue", 30)
    late = happening("2025-09-15", "completes", 5, tier="A")
    assert assessed(late, made=revised, standings={"T-01": original}).evidence.value == "delivered_late"


def test_a_commitment_adopted_without_a_deadline_keeps_the_one_it_has():
    adopted = Standing("T-01", "in_force", datetime.date(2025, 1, 15))
    assert assessed(made=commitment(deadline=due("2025-09-30")), standings={"T-01": adopted}).late


@pytest.mark.parametrize(
    ("domains", "value"),
    [
        ({}, "step_3"),
        ({"rivers": 90}, "stale"),
        ({"rivers": 90, "rivers/gauges": 200}, "step_3"),
        ({"roads": 1}, "step_3"),
    ],
)
def test_progress_expires_by_the_window_of_its_domain(domains, value):
    windows = Windows(domains={domain: datetime.timedelta(days) for domain, days in domains.items()})
    found = assessed(happening("2025-06-01", step=3), made=commitment(area="gauges"), windows=windows)
    assert (found.evidence.value, found.evidence.step) == (value, 3)


def test_a_partys_own_report_stands_on_the_official_axis():
    said = position("north", "not_started", "2025-06")
    found = assessed(positions=[said], reports=[report("in_progress", datetime.date(2025, 6, 30))]).official[0]
    assert (found.value, found.position, found.report.id) == ("in_progress", None, "r")
    earlier = assessed(positions=[said], reports=[report("in_progress", datetime.date(2025, 5, 31))]).official[0]
    assert (earlier.value, earlier.position, earlier.report) == ("not_started", said, None)


def test_a_report_after_the_day_is_not_known_on_it():
    assert assessed(reports=[report("in_progress", datetime.date(2025, 10, 2))]).official[0].value == "not_reported"


def test_what_is_abandoned_has_a_cause():
    day = datetime.date(2025, 6, 1)
    given = assessed(reports=[report("abandoned", day, cause="money")]).official[0]
    published = assessed(positions=[position("north", "abandoned", "2025-06")]).official[0]
    assert (given.cause, published.cause) == ("money", "unknown")
    assert "V5" in given.rules


def test_what_is_obstructed_names_its_obstacle():
    found = assessed(reports=[report("obstructed", datetime.date(2025, 6, 1), obstacle="o-1")]).official[0]
    assert (found.value, found.obstacle) == ("obstructed", "o-1")


ACTIONS = st.lists(
    st.tuples(
        st.integers(1, 9).map(lambda month: f"2025-0{month}-20"),
        st.sampled_from(["restates", "progress", "completes", "contradicts"]),
        st.integers(1, 6),
        st.sampled_from(["A", "B", "D"]),
        st.sampled_from([None, "north", "south"]),
    ),
    max_size=4,
    unique_by=lambda action: action[0],
)


@given(ACTIONS)
def test_a_partys_evidence_is_what_it_did_itself_and_what_all_did_together(actions):
    made = [happening(when, relation, step, tier=tier, party=party) for when, relation, step, tier, party in actions]
    found = assessed(*made)
    for one in found.parties:
        own = [each for each in made if each.bearings[0].party in {None, one.party}]
        assert one.evidence == assessed(*own, made=commitment(promisors=(one.party,))).evidence
