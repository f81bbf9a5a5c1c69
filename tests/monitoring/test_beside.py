"""What the passages of a document bear on, weighed beside what the passages near them do."""

from servanda.monitoring.beside import beside
from servanda.monitoring.profile import Profile
from servanda.monitoring.rule import Match

NEEDS = ((("ferry",),),)
FERRY, PORT = (Profile(name, (), (), {}, needs=NEEDS) for name in ("F-01", "P-01"))
TRAIN = Profile("T-01", (), (), {})


def match(profile, points, *, complete=True, ample=False):
    return Match(profile, points, complete, ample)


def test_what_has_less_than_half_of_the_points_near_by_falls():
    assert beside([[match(FERRY, 100)], [match(PORT, 49)]]) == [[match(FERRY, 100)], []]
    assert beside([[match(FERRY, 100)], [match(PORT, 50)]]) == [[match(FERRY, 100)], [match(PORT, 50)]]


def test_where_no_query_says_what_is_needed_three_quarters_are():
    assert beside([[match(FERRY, 100)], [match(TRAIN, 74)]]) == [[match(FERRY, 100)], []]
    assert beside([[match(FERRY, 100)], [match(TRAIN, 75)]]) == [[match(FERRY, 100)], [match(TRAIN, 75)]]


def test_what_lacks_something_falls_beside_anything_that_lacks_nothing():
    assert beside([[match(PORT, 99, complete=False)], [match(FERRY, 100)]]) == [[], [match(FERRY, 100)]]


def test_a_commitment_that_stands_near_by_keeps_its_lesser_passages():
    passages = [[match(FERRY, 100)], [match(FERRY, 60)], [match(FERRY, 60, complete=False)]]

    assert beside(passages) == passages


def test_passages_far_away_are_of_another_subject():
    passages = [[match(FERRY, 100)], [], [], [match(PORT, 60)]]

    assert beside(passages) == passages


def test_what_a_passage_bears_on_most_stays_where_it_has_ample_points():
    """A release tells of two things one after the other."""
    passages = [[match(FERRY, 200)], [match(PORT, 90, ample=True)]]

    assert beside(passages) == passages
    assert beside([[match(FERRY, 200)], [match(FERRY, 120), match(PORT, 90, ample=True)]]) == [
        [match(FERRY, 200)],
        [match(FERRY, 120)],
    ]
