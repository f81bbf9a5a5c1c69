"""Additions by numpy and in plain Python give the points of every commitment that reaches enough."""

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.monitoring.lookup import Said
from servanda.monitoring.profile import Profile
from servanda.monitoring.rule import points
from servanda.monitoring.scores import ArrayScores, PlainScores

numpy = pytest.importorskip("numpy")
TERMS = ["port", "visa", "#300", "en:tema"]
profiles = st.lists(
    st.builds(
        lambda points, needs: Profile("R", ("CL",), (), points, needs=needs),
        st.dictionaries(st.sampled_from(TERMS), st.integers(0, 50)),
        st.sampled_from([(), ((("port",),),)]),
    ),
    max_size=8,
)
said = st.sets(st.sampled_from([*TERMS, "unknown"])).map(frozenset)


@given(profiles, said, said, st.integers(28, 120))
def test_arrays_and_plain_python_reach_what_a_sum_of_each_reaches(register, terms, head, least):
    passage = Said(terms, head=head)
    totals = [(points(passage, profile), number) for number, profile in enumerate(register)]
    expected = sorted(scored for scored in totals if scored[0] >= least)

    assert sorted(PlainScores(register).reaching(passage, least)) == expected
    assert sorted(ArrayScores(register, importlib.import_module("numpy")).reaching(passage, least)) == expected
