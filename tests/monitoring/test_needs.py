"""What a register's queries need: which lists a text that bears on a commitment has a phrase of (decision 0019)."""

import msgspec
import pytest
from watched_of_tests import WATCHED, commitment, words

from servanda.monitoring.profile import Wordings, profile
from servanda.monitoring.record import Record
from servanda.monitoring.register_index import register_index
from servanda.monitoring.watcher import Watcher
from servanda.register.wording import Phrases, Query

FERRIES = commitment("F-01", words("Build ferries"), words("New ferries cross between the ports."))
NEEDS = (Phrases(en=("ferry", "=boat train")), Phrases(en=("build", "=state of the works"), es=("construir",)))


def found(text, *, needs=NEEDS, title=None, language="en", commitments=(FERRIES,)):
    queries = {"F-01": Query(needs=needs)}
    watcher = Watcher(register_index(msgspec.structs.replace(WATCHED, commitments=commitments, queries=queries)))
    return [
        (one.commitment, one.points) for one in watcher.candidates(Record(text=text, language=language, title=title))
    ]


def test_a_passage_without_a_phrase_of_every_list_needs_more_points():
    painted = "Chile and Ghana have painted the ferry at the port."
    built = "Chile and Ghana have built the ferry at the port."

    assert found(painted) == []
    assert found(built) != []
    assert found(painted, needs=()) != []


def test_the_title_has_a_phrase_for_every_passage_of_its_document():
    later = "It rains in Accra.\n\nChile and Ghana keep the ferry at the port."

    assert found(later) == []
    assert found(later, title="Built at last") != []


def test_a_list_in_one_language_is_met_in_another_by_what_it_means():
    assert found("Chile y Ghana construyen el transbordador del puerto.", language="es") != []


@pytest.mark.parametrize(("text", "met"), [("state of the works", True), ("state of many works", False)])
def test_words_after_an_equals_sign_count_only_as_they_are_written(text, met):
    passage = f"Chile and Ghana spoke of the {text} for the ferry in the port."

    assert bool(found(passage)) == met


def test_a_phrase_as_it_is_written_hides_no_name_in_it():
    needs = (Phrases(en=("=ferry of Chile",)), Phrases(en=("build",)))

    assert found("The ferry of Chile and Ghana is built in the port.", needs=needs) != []


def test_what_lacks_something_gives_way_to_what_lacks_nothing():
    rival = commitment("F-02", words("Build ferries"), words("New ferries cross between the ports of the coast."))
    passage = "Chile and Ghana have painted and repaired the ferry in the port of Accra."

    assert {one for one, _ in found(passage, commitments=(FERRIES, rival))} == {"F-02"}


def test_a_word_tells_a_little_more_where_no_query_says_what_is_needed():
    alone, asked = (
        profile(Wordings(FERRIES, {"ferry": 7}, frozenset(), needs), {"ferry": 5}) for needs in ((), ((("ferry",),),))
    )

    assert alone.points["ferry"] == asked.points["ferry"] + 1
