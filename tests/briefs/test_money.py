from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from servanda.briefs.money import STAGES, Amount, funds, totals
from servanda.register.contribution import Contribution, Transaction
from servanda.register.wording import Wording

WORDS = Wording("it", "it", "it")


def contribution(identity, *transactions, part_of=None):
    made = tuple(Transaction(stage, Decimal(amount), unit, ("note",)) for stage, amount, unit in transactions)
    return Contribution(identity, "money", WORDS, WORDS, "north", made, part_of=part_of)


def amounts(*contributions):
    return [(one.stage, one.unit, int(one.value)) for one in totals(funds(contributions))]


def test_what_is_announced_twice_is_one_amount_and_what_is_paid_twice_is_two():
    twice = contribution(
        "a", ("announced", 5, "EUR"), ("announced", 6, "EUR"), ("disbursed", 2, "EUR"), ("disbursed", 1, "EUR")
    )
    assert amounts(twice) == [("announced", "EUR", 6), ("disbursed", "EUR", 3)]


def test_a_part_is_not_added_to_the_whole_that_states_it():
    whole = contribution("whole", ("announced", 10, "EUR"))
    part = contribution("part", ("announced", 4, "EUR"), ("disbursed", 3, "EUR"), part_of="whole")
    assert amounts(whole, part) == [("announced", "EUR", 10), ("disbursed", "EUR", 3)]
    (found,) = funds([whole, part])
    assert [one.contribution.id for one in found.every()] == ["whole", "part"]


def test_a_part_whose_whole_is_not_shown_stands_alone():
    assert amounts(contribution("part", ("announced", 4, "EUR"), part_of="whole")) == [("announced", "EUR", 4)]


@given(
    st.lists(
        st.tuples(st.sampled_from(STAGES), st.integers(1, 99), st.sampled_from(["EUR", "USD", "doses"])), max_size=8
    )
)
def test_stages_and_units_never_mix(transactions):
    found = totals(funds([contribution("a", *transactions)]))
    assert {(one.stage, one.unit) for one in found} == {(stage, unit) for stage, _, unit in transactions}
    assert len({(one.stage, one.unit) for one in found}) == len(found)
    assert all(isinstance(one, Amount) for one in found)
