import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_of_tests import TERM

from servanda.assessing.cut_off import cut_off, earliest_final, months_after

EARLIEST = datetime.date(2028, 4, 30)


def test_the_final_cut_off_comes_no_earlier_than_four_months_after_the_end():
    assert earliest_final(TERM) == EARLIEST
    assert not cut_off(TERM, EARLIEST - datetime.timedelta(1)).final
    assert cut_off(TERM, EARLIEST).final


def test_evaluators_may_set_a_later_final_cut_off_and_no_earlier_one():
    later = datetime.date(2028, 6, 30)
    assert not cut_off(TERM, EARLIEST, later).final
    assert cut_off(TERM, later, later).final
    with pytest.raises(ValueError, match="less than four months"):
        cut_off(TERM, later, EARLIEST - datetime.timedelta(1))


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)), st.integers(0, 48))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months):
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + datetime.timedelta(1)).day == 1
