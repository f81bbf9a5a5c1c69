import datetime

import pytest
from register_of_tests import DAY, TERM, commitment, due

from servanda.assessing.assumed_dates import AssumedDate
from servanda.assessing.evidence import Evidence
from servanda.assessing.schedule import assess_schedule


def schedule(made, value="not_searched", day=DAY):
    return assess_schedule(made, AssumedDate(TERM.end), Evidence(value, 0, None, (), (), ()), day)


@pytest.mark.parametrize(
    ("written", "value", "days"),
    [
        ("2025-09-30", "overdue", 1),
        ("2025-10-01", "due_soon", 0),
        ("2025-11", "due_soon", 60),
        ("2025-12-01", "ahead", 61),
    ],
)
def test_the_days_are_counted_from_the_last_day_of_the_deadline(written, value, days):
    found = schedule(commitment(deadline=due(written)))
    assert (found.value, found.days) == (value, days)


def test_a_commitment_without_a_date_is_assumed_due_on_the_last_day_of_the_term():
    found = schedule(commitment())
    assert (found.value, found.due, found.basis) == ("ahead", TERM.end, "assumed")


def test_past_an_assumed_date_nobody_is_overdue():
    assert schedule(commitment(), day=datetime.date(2028, 1, 1)).value == "past_assumed_date"


def test_what_goes_on_without_a_day_has_no_date():
    assert schedule(commitment(stage="continuing")).value == "no_date"


def test_delivery_meets_the_deadline_or_meets_it_late():
    made = commitment(deadline=due("2025-05"))
    assert schedule(made, "delivered").value == "met"
    assert schedule(made, "exceeded").value == "met"
    assert schedule(made, "delivered_late").value == "met_late"
