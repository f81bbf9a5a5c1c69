"""Additions by numpy and in plain Python give the points of every commitment that reaches enough."""

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.monitoring.profile import Profile
from servanda.monitoring.scores import ArrayScores, PlainScores

numpy = pytest.importorskip("numpy")
TERMS = ["port", "visa", "#300", "en:tema"]
profiles = st.lists(
    st.dictionaries(st.sampled_from(TERMS), st.integers(0, 50)).map(lambda points: Profile("R", ("CL",), (), points)),
    max_size=8,
)


@given(profiles, st.sets(st.sampled_from([*TERMS, "unknown"])), st.integers(1, 120))
def test_arrays_and_plain_python_reach_what_a_sum_of_each_reaches(register, terms, least):
    totals = [(sum(profile.points.get(term, 0) for term in terms), number) for number, profile in enumerate(register)]
    expected = sorted(scored for scored in totals if scored[0] >= least)

    assert sorted(PlainScores(register).reaching(terms, least)) == expected
    assert sorted(ArrayScores(register, importlib.import_module("numpy")).reaching(terms, least)) == expected
