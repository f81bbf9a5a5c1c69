import datetime
from decimal import Decimal

import pytest

from servanda.reading.mention import Date, Duration, Money, Quantity, mention
from servanda.reconciling.finding import Days
from servanda.reconciling.measured import interval, measured


def value_of(kind, value):
    return measured(mention(kind, "words", 0, 5, "hand-made", value), "en")


def money(amount, low, high, **fields):
    return value_of("money", Money(Decimal(amount), "EUR", "stated", Decimal(low), Decimal(high), **fields))


def test_what_rounding_leaves_open_is_exact_and_a_range_is_not():
    assert money(10, "9.5", "10.5").exact
    assert not money(5, 5, 7).exact
    assert not money(10, "9.5", "10.5", qualifier="about").exact


def test_a_month_is_a_stretch_of_days_and_a_year_is_no_day():
    month = value_of("date", Date(datetime.date(2026, 2, 1), datetime.date(2026, 2, 28), "month"))

    assert month.high - month.low == 28
    assert interval("date", month.low, month.high) == Days(datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    assert value_of("date", Date(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), "year")) is None
    assert value_of("date", Date(datetime.date(2026, 1, 1), datetime.date(2026, 6, 30), "half")) is not None


@pytest.mark.parametrize(("unit", "telling"), [("countries", False), ("leaders", False), ("fishing boats", True)])
def test_a_count_of_what_every_text_has_tells_nothing(unit, telling):
    assert value_of("quantity", Quantity(Decimal(3), unit, Decimal("2.5"), Decimal("3.5"))).telling is telling


def test_a_length_of_time_counts_its_unit():
    years = value_of("duration", Duration("P3Y"))

    assert (years.kind, years.unit, years.amount) == ("quantity", "year", 3)
    assert value_of("duration", Duration("P11D")).unit == value_of("quantity", Quantity(11, "days", 11, 12)).unit


def test_what_is_no_value_is_not_compared():
    assert value_of("duration", Duration("P1Y2D")) is None


@pytest.mark.parametrize(("one", "other"), [("P18M", "P1Y6M"), ("P36M", "P3Y"), ("PT90M", "PT1H30M"), ("PT72H", "P3D")])
def test_a_length_of_time_is_counted_in_the_larger_unit_that_it_reaches(one, other):
    lengths = [value_of("duration", Duration(iso)) for iso in (one, other)]

    assert lengths[0].amount == lengths[1].amount
    assert lengths[0].unit == lengths[1].unit
