from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_of_tests import words

from servanda.assessing.quantified import indicator_share, share_reached
from servanda.assessing.rubrics import COMPLETION_1, G7_1
from servanda.register.indicator import Indicator, Measure
from servanda.register.period import Period

WHOLE = st.integers(0, 10_000).map(Decimal)


@pytest.mark.parametrize(
    ("value", "reached", "completion", "g7"),
    [
        (0, "none", "not_started", None),
        (1, "limited", "limited", "0"),
        (74, "limited", "limited", "0"),
        (75, "substantial", "substantial", "0"),
        (99, "substantial", "substantial", "0"),
        (100, "full", "complete", "+1"),
        (120, "full", "complete", "+1"),
    ],
)
def test_the_share_decides_and_partial_is_partial(value, reached, completion, g7):
    share = share_reached(Decimal(value), Decimal(100))
    assert (share.reached, share.completion, share.g7, share.rules) == (reached, completion, g7, ("V7",))
    assert share.share == Fraction(value, 100)
    assert share.completion in COMPLETION_1.scale
    assert share.g7 is None or share.g7 in G7_1.scale


def test_from_which_share_it_is_substantial_is_a_parameter():
    assert share_reached(Decimal(60), Decimal(100), substantial=Fraction(1, 2)).reached == "substantial"


def test_short_of_an_all_or_nothing_target_nothing_is_reached_and_the_share_is_still_shown():
    share = share_reached(Decimal(3), Decimal(4), all_or_nothing=True)
    assert (share.reached, share.share, share.all_or_nothing) == ("none", Fraction(3, 4), True)
    assert share_reached(Decimal(4), Decimal(4), all_or_nothing=True).reached == "full"


def test_a_target_below_the_baseline_is_reached_by_falling():
    assert share_reached(Decimal(6), Decimal(4), baseline=Decimal(10)).share == Fraction(2, 3)
    assert share_reached(Decimal(12), Decimal(4), baseline=Decimal(10)).reached == "none"


def test_a_target_that_is_the_baseline_has_nothing_to_reach():
    with pytest.raises(ValueError, match="nothing to reach"):
        share_reached(Decimal(1), Decimal(4), baseline=Decimal(4))


@given(WHOLE, WHOLE, WHOLE, st.booleans())
def test_more_never_counts_for_less(value, more, target, all_or_nothing):
    ranks = ["none", "limited", "substantial", "full"]
    little, much = (
        share_reached(each, target + 1, all_or_nothing=all_or_nothing) for each in (value, value + more)
    )  # fmt: skip
    assert little.share <= much.share
    assert ranks.index(little.reached) <= ranks.index(much.reached)


def test_an_indicator_brings_its_own_target_and_baseline():
    year = Period("2027")
    stations = Indicator("stations", words("Stations"), words("stations"), Measure(Decimal(140), year), ("T-01",))
    assert indicator_share(stations, Decimal(105)).reached == "substantial"
    waits = Indicator("waits", words("Waits"), words("hours"), Measure(Decimal(4), year), (), direction="down")
    with pytest.raises(ValueError, match="no baseline to fall from"):
        indicator_share(waits, Decimal(5))
