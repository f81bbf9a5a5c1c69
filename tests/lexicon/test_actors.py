import pytest

from servanda.lexicon.actors import actor_words, world
from servanda.lexicon.inflection import forms
from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.speech import speech_words


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en", "Mexican", ("Mexican", "Mexicans")),
        ("en", "Chinese", ("Chinese",)),
        ("fr", "mexicain", ("mexicain", "mexicaine", "mexicains", "mexicaines")),
        ("fr", "canadien", ("canadien", "canadienne", "canadiens", "canadiennes")),
        ("fr", "français", ("français", "française", "français", "françaises")),
        ("fr", "belge", ("belge", "belge", "belges", "belges")),
        ("es", "mexicano", ("mexicano", "mexicana", "mexicanos", "mexicanas")),
        ("es", "francés", ("francés", "francesa", "franceses", "francesas")),
        ("es", "alemán", ("alemán", "alemana", "alemanes", "alemanas")),
        ("es", "estadounidense", ("estadounidense", "estadounidenses")),
        ("es", "marroquí", ("marroquí", "marroquíes", "marroquís")),
        ("es", "español", ("español", "española", "españoles", "españolas")),
    ],
)
def test_nationalities_have_all_their_forms(language, word, expected):
    assert forms(word, language) == expected


def test_every_state_has_a_name_in_every_language():
    for actor in world().actors:
        if actor.type == "state":
            assert {name.language for name in actor.names if name.form in {"name", "acronym"}} == set(LANGUAGES)


def test_states_go_by_two_capital_letters_and_others_do_not():
    for actor in world().actors:
        is_code = len(actor.id) == 2 and actor.id.isupper()
        assert is_code is (actor.type == "state")


def test_only_the_two_congos_share_names():
    bearers: dict[str, set[str]] = {}
    for actor in world().actors:
        for name in actor.names:
            if name.form in {"name", "acronym"}:
                bearers.setdefault(name.text, set()).add(actor.id)
    assert {text: sorted(ids) for text, ids in bearers.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_offices_and_words_are_in_lower_case(language):
    words = actor_words(language)
    assert words.heads <= words.offices | words.offices_feminine
    lower = words.offices | words.institutions | words.fields | speech_words(language).verbs
    assert all(word == word.lower() for word in lower)
