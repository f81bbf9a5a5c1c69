import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.reading.times import days

DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
UNITS = st.sampled_from(("day", "week", "weekend", "month", "quarter", "semester", "year", "decade"))


@given(st.sampled_from(("day", "week", "month", "quarter", "semester", "year", "decade", "century")), DATES)
def test_a_period_holds_its_day_and_borders_on_the_next(unit, day):
    this, following = days.period(unit, day), days.period(unit, day, 1)
    assert this is not None
    assert following is not None
    assert this.start <= day <= this.end
    assert following.start - this.end == datetime.timedelta(days=1)


@given(UNITS, DATES, st.sampled_from(("early", "middle", "late", "earlier", "later")))
def test_a_part_lies_inside_its_period(unit, day, which):
    whole = days.period(unit, day)
    assert whole is not None
    part = days.part(whole, which)
    assert whole.start <= part.start <= part.end <= whole.end


@given(DATES, st.integers(-600, 600))
def test_months_ahead_land_in_the_month_that_many_on(day, count):
    there = days.shifted(day, count, "month")
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
    assert there.day <= day.day


def test_a_month_after_31_january_is_the_last_of_february():
    assert days.shifted(datetime.date(2026, 1, 31), 1, "month") == datetime.date(2026, 2, 28)


@pytest.mark.parametrize("count", [10_000, -3_000])
def test_a_day_beyond_the_calendar_is_refused(count):
    with pytest.raises(OverflowError):
        days.shifted(datetime.date(2026, 1, 1), count, "year")


def test_a_year_has_four_quarters_and_two_halves():
    assert days.part_of_year("quarter", 5, 2026) is None
    assert days.part_of_year("half", 3, 2026) is None
    last = days.part_of_year("quarter", 4, 2026)
    assert last is not None
    assert (last.start.isoformat(), last.end.isoformat()) == ("2026-10-01", "2026-12-31")


def test_a_southern_summer_crosses_new_year():
    summer = days.season("summer", 2026, "south")
    assert (summer.start.isoformat(), summer.end.isoformat()) == ("2026-12-01", "2027-02-28")
