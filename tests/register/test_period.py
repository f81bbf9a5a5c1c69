import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.register.period import Period


@pytest.mark.parametrize(
    ("written", "start", "end", "granularity"),
    [
        ("2026-03-31", "2026-03-31", "2026-03-31", "day"),
        ("2026-02", "2026-02-01", "2026-02-28", "month"),
        ("2026-Q4", "2026-10-01", "2026-12-31", "quarter"),
        ("2026-H2", "2026-07-01", "2026-12-31", "half"),
        ("2026", "2026-01-01", "2026-12-31", "year"),
        ("2025-11-27/2025-11-28", "2025-11-27", "2025-11-28", "interval"),
        ("2025-09/2026-03", "2025-09-01", "2026-03-31", "interval"),
    ],
)
def test_a_period_is_its_first_and_last_day_and_how_fine_it_was_written(written, start, end, granularity):
    period = Period(written)

    assert (str(period.start), str(period.end), period.granularity) == (start, end, granularity)


@pytest.mark.parametrize("written", ["", "soon", "2026-13", "2026-02-30", "2026-Q5", "26-01-01", "2026-02/2025-01"])
def test_what_is_no_period_is_refused(written):
    with pytest.raises(ValueError, match=r".+"):
        Period(written)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_a_day_reads_back_as_itself(day):
    period = Period(day.isoformat())

    assert period.start == period.end == day
    assert Period(str(period)) == period
