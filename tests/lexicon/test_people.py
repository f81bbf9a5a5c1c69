"""Nouns for people, and first names."""

import pytest

from servanda.lexicon.given_names import gender_of_name
from servanda.lexicon.people import is_person


@pytest.mark.parametrize("noun", ["weaver", "priest", "botánico", "hostelera", "armatrice", "préfète", "regidora"])
def test_a_noun_for_people_is_known_by_the_list_or_its_ending(noun):
    assert is_person(noun)


@pytest.mark.parametrize("noun", ["newspaper", "secteur", "frontera", "finalmente", "harbour", "dinero", "existe"])
def test_words_that_only_end_like_one_are_none(noun):
    assert not is_person(noun)


def test_a_first_name_shows_a_gender_or_none():
    assert [gender_of_name(name) for name in ("Fatou", "Marie-Claude", "Paul-Antoine", "Camille", "Puente")] == [
        "f",
        "f",
        "m",
        "",
        None,
    ]
