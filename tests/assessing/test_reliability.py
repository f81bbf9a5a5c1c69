"""The worked examples are Krippendorff's, in "Computing Krippendorff's Alpha-Reliability" (2011), sections A to D."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from register_of_tests import words

from servanda.assessing.reliability import coders_agreement, krippendorff
from servanda.assessing.rubrics import COMPLETION_1, G7_1
from servanda.register.verdict import Verdict

FOUR_OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
LEVELS = st.sampled_from(["nominal", "ordinal"])
CODES = ["a", "b", "c", "d"]
UNITS = st.lists(st.lists(st.sampled_from(CODES), max_size=4), max_size=12)


def units(*observers):
    rows = [observer.split() for observer in observers]
    return [[code for code in unit if code != "."] for unit in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("observers", "level", "scale", "alpha"),
    [
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), "nominal", "01", 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), "nominal", "abcde", 0.692),
        (FOUR_OBSERVERS, "nominal", "12345", 0.743),
        (FOUR_OBSERVERS, "ordinal", "12345", 0.815),
    ],
    ids=["A: two observers, binary", "B: two observers, nominal", "C: four observers, gaps", "D: the same, ordinal"],
)
def test_alpha_is_what_krippendorff_computed(observers, level, scale, alpha):
    assert round(float(krippendorff(units(*observers), level, scale).alpha), 3) == alpha


def test_what_one_coder_alone_coded_is_left_out_and_counted():
    found = krippendorff(units(*FOUR_OBSERVERS), "nominal", "12345")
    assert (found.units, found.values, found.left_out) == (11, 40, 1)


@given(UNITS, LEVELS)
def test_alpha_lies_between_minus_one_and_one(coded, level):
    alpha = krippendorff(coded, level, CODES).alpha
    assert alpha is None or -1 <= alpha <= 1


@given(UNITS, LEVELS, st.randoms())
def test_neither_the_order_of_units_nor_of_coders_matters(coded, level, random):
    shuffled = [random.sample(unit, len(unit)) for unit in random.sample(coded, len(coded))]
    assert krippendorff(shuffled, level, CODES) == krippendorff(coded, level, CODES)


@given(st.lists(st.sampled_from(CODES), min_size=2), st.integers(2, 4), LEVELS)
def test_alpha_is_one_where_all_agree(codes, coders, level):
    assume(len(set(codes)) > 1)
    assert krippendorff([[code] * coders for code in codes], level, CODES).alpha == 1


def test_where_all_codes_are_alike_there_is_no_alpha():
    assert krippendorff([["a", "a"]] * 5, "nominal", CODES).alpha is None
    assert krippendorff([], "ordinal", CODES).alpha is None


def test_a_code_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="not on the scale a, b, c, d: z"):
        krippendorff([["a", "z"]], "nominal", CODES)


def test_far_apart_is_worse_than_near_on_an_ordinal_scale_only():
    near, far = ([["a", other], ["b", "b"], ["c", "c"], ["d", "d"]] for other in ("b", "d"))
    assert krippendorff(far, "ordinal", CODES).alpha < krippendorff(near, "ordinal", CODES).alpha
    assert krippendorff(far, "nominal", CODES).alpha == krippendorff(near, "nominal", CODES).alpha


def verdict(commitment, coder, score, version="g7/1", on=1, party=None):
    made = datetime.date(2026, 5, on)
    name = f"{commitment}-{coder}-{version}-{on}"
    said = words("seen")
    return Verdict(name, commitment, "institute", coder, version[:-2], version, score, made, said, "high", party)


def test_blind_coders_are_paired_by_commitment_party_and_rubric_version():
    coded = [
        verdict("T-1", "first", "+1"), verdict("T-1", "second", "+1"),
        verdict("T-2", "first", "-1"), verdict("T-2", "second", "0"), verdict("T-2", "second", "-1", on=2),
        verdict("T-2", "first", "0", party="north"),
        verdict("T-3", "first", "limited", "completion/1"),
    ]  # fmt: skip
    found = coders_agreement(coded, G7_1)
    assert (found.alpha, found.units, found.left_out) == (Fraction(1), 2, 1)
    assert coders_agreement(coded, COMPLETION_1).left_out == 1
