import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.ledger.canonical import DEEPEST, _read_quickly, _write_with_care, canonical_bytes, read_canonical
from servanda.ledger.errors import CanonicalError

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | TEXT
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=20)


@given(VALUES)
def test_every_value_reads_back_as_itself(value):
    assert read_canonical(canonical_bytes(value)) == value


@given(st.dictionaries(TEXT, SCALARS))
def test_the_order_in_which_keys_were_given_does_not_show(fields):
    assert canonical_bytes(dict(reversed(fields.items()))) == canonical_bytes(fields)


@given(VALUES)
def test_canonical_bytes_are_json_for_everybody_else(value):
    assert json.loads(canonical_bytes(value)) == value


def test_keys_are_sorted_by_utf_16_as_rfc_8785_3_2_3_says():
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]

    assert list(json.loads(canonical_bytes(dict.fromkeys(keys)))) == [
        "\r",
        "1",
        "\u0080",
        "\u00f6",
        "\u20ac",
        "\U0001f600",
        "\ufb33",
    ]


def test_only_what_must_be_escaped_is_escaped():
    assert canonical_bytes("\u20ac$\u000f\nA'B\"\\/\u2028") == '"€$\\u000f\\nA\'B\\"\\\\/\u2028"'.encode()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"amount": {"value": 5.5}}, r"\$\['amount'\]\['value'\] is a float"),
        (float("nan"), "float"),
        (float("inf"), "float"),
        ([1, 2**53], r"\$\[1\] is beyond"),
        (-(2**53), "beyond"),
        (["half \ud83d"], r"\$\[0\] holds half of a surrogate pair"),
        ({"\udc00": 1}, "key"),
        ({1: "one"}, "key that is not text: 1"),
        ({"who": {"a", "b"}}, r"\$\['who'\] is set"),
        (b"bytes", "is bytes"),
    ],
)
def test_what_json_cannot_hold_is_refused_with_its_place(value, reason):
    with pytest.raises(CanonicalError, match=reason):
        canonical_bytes(value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a":1,"a":1}', "'a' is given twice"),
        (b'{"b":1,"a":2}', "byte 2 is not as RFC 8785 writes it"),
        (b'{"a": 1}', "byte 5"),
        (b"[1]\n", "byte 3"),
        (b"-0", "byte 0"),
        (b'"\\u0041"', "byte 1"),
        (b'"\\u20ac"', "byte 1"),
        (b'"\\ud83d"', "surrogate"),
        (b"1.5", "1.5 is not a whole number"),
        (b"1e2", "1e2 is not a whole number"),
        (b"NaN", "NaN is not a whole number"),
        (b"9007199254740992", "beyond"),
        (b"9" * 5000, "5000 digits"),
        (b"\xff", "byte 0 is not UTF-8"),
        (b"\xef\xbb\xbf1", "character 0"),
        (b"", "character 0"),
        (b"[1", "character 2"),
        (b"{} {}", "character 3"),
    ],
)
def test_bytes_that_are_not_the_one_form_of_their_value_are_refused(data, reason):
    with pytest.raises(CanonicalError, match=reason):
        read_canonical(data)


def test_nesting_has_the_same_end_everywhere():
    deepest = b"[" * DEEPEST + b"1" + b"]" * DEEPEST

    assert canonical_bytes(read_canonical(deepest)) == deepest
    for levels in (DEEPEST + 1, 100_000):
        with pytest.raises(CanonicalError, match="nested deeper than 64"):
            read_canonical(b"[" * levels + b"1" + b"]" * levels)


@given(st.binary(max_size=40) | st.text('[]{}:,"\\u019eE.-ntfalsrc ', max_size=30).map(str.encode))
def test_whatever_the_bytes_they_are_read_exactly_or_refused(data):
    try:
        value = read_canonical(data)
    except CanonicalError:
        return
    assert canonical_bytes(value) == data


@given(VALUES)
def test_what_is_read_quickly_is_read_right(value):
    """Most values are read by the quick way; whichever it takes on has the bytes that the slow way writes."""
    assert _read_quickly(_write_with_care(value)) in (None, (value,))


@given(VALUES, st.data())
def test_what_is_read_quickly_is_canonical(value, data):
    written = json.dumps(value, ensure_ascii=data.draw(st.booleans()), separators=(",", ":")).encode()
    at = data.draw(st.integers(0, len(written)))
    altered = (
        written[:at] + data.draw(st.sampled_from([b"", b" ", b"0", b"-0", b"1e2", b"\\u0041", b"{}"])) + written[at:]
    )
    for each in (written, altered):
        if (quickly := _read_quickly(each)) is not None:
            assert _write_with_care(quickly[0]) == each


def test_every_character_is_written_quickly_as_with_care():
    for start in (*range(0, 0xD800, 0x400), *range(0xE000, 0x10000, 0x400)):
        text = "".join(map(chr, range(start, start + 0x400)))
        assert _read_quickly(_write_with_care({text: text})) == ({text: text},)


@given(VALUES)
def test_what_is_written_quickly_has_the_bytes_that_are_written_with_care(value):
    assert canonical_bytes(value) == _write_with_care(value)


@pytest.mark.parametrize("value", [datetime.date(2026, 1, 1), Decimal("1.5"), 1.0, {1: "a"}, {"a": {"b", "c"}}, b"b"])
def test_what_json_does_not_have_is_refused_however_it_could_be_written(value):
    with pytest.raises(CanonicalError):
        canonical_bytes({"value": value})
