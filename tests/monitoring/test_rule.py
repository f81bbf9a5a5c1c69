"""The rule stops where nothing more can be accepted; that it does changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.monitoring.lookup import Said
from servanda.monitoring.profile import Profile
from servanda.monitoring.rule import best_matches, in_general, least, needed, points

TERMS = ["port", "visa", "#300", "en:tema", "en:mine", "flood"]
profiles = st.lists(
    st.builds(
        Profile,
        reference=st.just("R"),
        promisors=st.sampled_from([("CL", "GH"), ("CL",)]),
        others=st.just(()),
        points=st.dictionaries(st.sampled_from(TERMS), st.sampled_from([10, 30, 60, 90, 120]), min_size=1, max_size=3),
        general=st.frozensets(st.sampled_from(TERMS), max_size=2),
        needs=st.sampled_from([(), ((("flood",), ("visa",)),), ((("flood",),), (("en:mine",),))]),
    ),
    min_size=2,
    max_size=5,
)
passages = st.builds(
    Said,
    terms=st.frozensets(st.sampled_from(TERMS), min_size=3),
    sides=st.sampled_from([frozenset({"CL"}), frozenset({"CL", "GH"})]),
    title=st.frozensets(st.sampled_from(TERMS), max_size=2),
)


def accepted(passage, register):
    """Conditions 3 and 4, one commitment after the other, as the rule words them; more points for what lacks."""
    said = passage.terms | passage.title
    lowest = least(passage)
    enough = [
        needed(passage, one, lowest) + sum(30 if which else 90 for which in one.lacking(said)) for one in register
    ]
    reached = [
        (not one.lacking(passage.terms | passage.title), points(passage, one), number)
        for number, one in enumerate(register)
        if points(passage, one) >= enough[number]
        and (points(passage, one) - in_general(passage, one)) * 2 >= needed(passage, one, lowest)
    ]
    told, best, kept = set(), 0, []
    for complete, total, number in sorted(reached, reverse=True):
        best = best or total
        own = {term: count for term, count in register[number].points.items() if term in passage.terms}
        alone = sum(count for term, count in own.items() if term not in told)
        near = total * 2 >= best if register[number].needs else total * 4 >= best * 3
        beside = near if complete or not kept else total >= best
        if beside or alone * 2 >= enough[number] * 3:
            kept.append((number, total))
            told |= own.keys()
    return kept


@given(profiles, passages)
@settings(max_examples=500)
def test_what_the_rule_passes_over_it_would_have_refused(register, passage):
    scored = [(points(passage, one), number) for number, one in enumerate(register)]

    found = best_matches(passage, scored, register)

    expected = accepted(passage, register)
    assert [match.points for match in found] == [total for _, total in expected]
    assert all(match.profile is register[number] for match, (number, _) in zip(found, expected, strict=True))


def test_a_later_passage_counts_half_of_what_only_the_head_of_its_document_says():
    one = Profile("R", ("CL",), (), {"port": 30, "visa": 30, "flood": 25})
    assert points(Said(frozenset({"port"}), head=frozenset({"visa", "flood"})), one) == 30 + 15 + 12


def test_the_head_counts_nothing_where_the_passage_itself_says_little_or_queries_say_what_is_needed():
    one = Profile("R", ("CL",), (), {"port": 27, "visa": 30})
    needy = Profile("R", ("CL",), (), {"port": 30, "visa": 30}, needs=((("port",),),))
    passage = Said(frozenset({"port"}), head=frozenset({"visa"}))
    assert (points(passage, one), points(passage, needy)) == (27, 30)


def test_what_every_agreement_is_full_of_is_not_enough_by_itself():
    signed = frozenset({"CL", "GH"})
    one = Profile("R", ("CL",), (), {"sign": 30, "treaty": 30, "visa": 30}, general=frozenset({"sign", "treaty"}))

    def bears(*terms):
        passage = Said(frozenset(terms), sides=signed)
        return bool(best_matches(passage, [(points(passage, one), 0)], [one]))

    assert not bears("sign", "treaty")
    assert bears("sign", "visa")
