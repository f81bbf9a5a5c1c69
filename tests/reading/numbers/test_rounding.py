import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.reading.numbers.rounding import plain, ratio, rounded, step_of


@pytest.mark.parametrize(
    ("value", "text"),
    [("5.50E+6", "5500000"), ("0.500", "0.5"), ("0E+3", "0"), ("100", "100"), ("1E+70", "1" + 70 * "0")],
)
def test_plain_numbers_have_no_exponent_and_no_trailing_zeros(value, text):
    assert str(plain(Decimal(value))) == text


@pytest.mark.parametrize(
    ("digits", "decimals", "step"),
    [
        ("55", 1, "0.1"),
        ("380", 0, "1"),
        ("24000", 0, "1000"),
        ("10000", 0, "1000"),
        ("1250", 0, "10"),
        ("1000", 0, "100"),
    ],
)
def test_trailing_zeros_round_but_two_digits_always_count(digits, decimals, step):
    assert step_of(digits, decimals) == Decimal(step)


def test_a_fraction_is_exact_where_it_can_be():
    assert str(ratio(Fraction(3, 8))) == "0.375"
    assert str(ratio(Fraction(1, 3))) == "0.333333333333333"


@given(st.decimals(min_value=0, max_value=10**15, places=3), st.sampled_from(["0.001", "0.1", "1", "1000"]))
def test_rounding_does_not_depend_on_the_callers_decimal_context(value, step):
    expected = rounded.__wrapped__(value, Decimal(step))
    with decimal.localcontext() as context:
        context.prec = 3
        assert rounded.__wrapped__(value, Decimal(step)) == expected
    plain_value, low, high = expected
    assert low <= plain_value < high
