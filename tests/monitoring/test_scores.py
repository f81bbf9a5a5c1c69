"""Additions by numpy and in plain Python give the same points."""

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.monitoring.profile import Profile
from servanda.monitoring.scores import ArrayScores, PlainScores

numpy = pytest.importorskip("numpy")
TERMS = ["port", "visa", "#300", "en:tema"]
profiles = st.lists(
    st.dictionaries(st.sampled_from(TERMS), st.integers(1, 50)).map(lambda points: Profile("R", ("CL",), (), points)),
    max_size=8,
)


@given(profiles, st.sets(st.sampled_from([*TERMS, "unknown"])), st.integers(1, 60))
def test_arrays_and_plain_python_reach_the_same(register, terms, least):
    arrays = ArrayScores(register, importlib.import_module("numpy")).reaching(terms, least)

    assert sorted(arrays) == sorted(PlainScores(register).reaching(terms, least))
