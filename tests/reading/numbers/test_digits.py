from decimal import Decimal

import pytest

from servanda.reading.numbers.digits import read_digits, split_marks


@pytest.mark.parametrize(
    ("raw", "mark", "parts"),
    [
        ("1.234,5", ".", ("1234", "5")),
        ("1,234.5", ",", ("1234", "5")),
        ("41.700", ",", ("41700", "")),
        ("41.700", ".", ("41", "700")),
        ("4,800", ",", ("4", "800")),
        ("5,5", ".", ("5", "5")),
        ("0,123", ".", ("0", "123")),
        ("12,34,567", ".", ("1234567", "")),
        ("1'250,5", ",", ("1250", "5")),
        ("1 234 567", ",", ("1234567", "")),
    ],
)
def test_marks_are_told_by_their_order_their_groups_and_the_text(raw, mark, parts):
    assert split_marks(raw, mark) == parts


@pytest.mark.parametrize("raw", ["1.2.3", "10,20,30", "1.234.56"])
def test_marks_that_do_not_group_make_no_number(raw):
    assert split_marks(raw, ".") is None


def test_digits_end_before_a_list_goes_on():
    assert read_digits("1, 234, 567", 0, 11, ".").end == 1


def test_an_identifier_is_no_number():
    assert read_digits("1234567890123456789", 0, 19, ".").value is None


def test_a_number_may_begin_with_its_mark():
    assert read_digits(",08", 0, 3, ",").value == Decimal("0.08")
