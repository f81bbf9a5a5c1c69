"""Nouns for people, and first names."""

import pytest

from servanda.lexicon.given_names import gender_of_name
from servanda.lexicon.people import is_person


@pytest.mark.parametrize(
    ("language", "nouns"),
    [
        ("en", ["weaver", "priest", "trader"]),
        ("fr", ["armatrice", "préfète", "chercheuse"]),
        ("es", ["botánico", "hostelera"]),
    ],
)
def test_a_noun_for_people_is_known_by_the_list_or_its_ending(language, nouns):
    assert all(is_person(noun, language) for noun in nouns)


@pytest.mark.parametrize(
    ("language", "nouns"),
    [
        ("en", ["newspaper", "harbour", "weavers"]),
        ("fr", ["secteur", "formera", "existe"]),
        ("es", ["frontera", "finalmente", "dinero"]),
    ],
)
def test_words_that_only_end_like_one_are_none(language, nouns):
    assert not any(is_person(noun, language) for noun in nouns)


def test_a_first_name_shows_a_gender_or_none():
    assert [gender_of_name(name) for name in ("Fatou", "Marie-Claude", "Paul-Antoine", "Camille", "Puente")] == [
        "f",
        "f",
        "m",
        "",
        None,
    ]
