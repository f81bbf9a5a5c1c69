from register_of_tests import DAY, commitment, position

from servanda.assessing.official import assess_official


def official(*positions, **changes):
    return {one.party: one.value for one in assess_official(commitment(**changes), ("north", "south"), positions, DAY)}


def test_a_party_that_said_nothing_has_not_reported():
    assert official() == {"north": "not_reported", "south": "not_reported"}


def test_the_latest_position_up_to_the_day_stands():
    said = official(
        position("north", "in_progress", "2025-06"),
        position("north", "not_started", "2025-02"),
        position("north", "reported_complete", "2025-11"),
    )
    assert said["north"] == "in_progress"


def test_only_those_who_undertook_it_report():
    assert official(promisors=("south",)) == {"south": "not_reported"}
