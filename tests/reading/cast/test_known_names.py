"""Actors that the lexicon or the plan knows."""

import pytest

from servanda.lexicon.vocabulary import Actor, ActorName, Vocabulary


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Guinea-Bissau, Guinea and Papua New Guinea",
            [("Guinea-Bissau", "GW"), ("Guinea", "GN"), ("Papua New Guinea", "PG")],
        ),
        ("en", "the U.S., the US and the United States", [("U.S.", "US"), ("US", "US"), ("United States", "US")]),
        ("en", "Nigerian and Nigerien farmers", [("Nigerian", "NG"), ("Nigerien", "NE")]),
        (
            "en",
            "the International Labour Organization and the ILO",
            [("International Labour Organization", "ilo"), ("ILO", "ilo")],
        ),
        ("en", "under the Paris Agreement and USMCA", [("Paris Agreement", "paris-agreement"), ("USMCA", "cusma")]),
        ("fr", "les États-Unis, les É.-U. et le Viêt Nam", [("États-Unis", "US"), ("É.-U.", "US"), ("Viêt Nam", "VN")]),
        ("fr", "la Côte d’Ivoire et l’OIT", [("Côte d’Ivoire", "CI"), ("OIT", "ilo")]),
        ("fr", "des entreprises suisses en Suisse", [("suisses", "CH"), ("Suisse", "CH")]),
        ("es", "EE. UU., EE.UU. y EE.\u00a0UU.", [("EE. UU.", "US"), ("EE.UU.", "US"), ("EE.\u00a0UU.", "US")]),
        ("es", "las pescadoras uruguayas y los danesas", [("uruguayas", "UY"), ("danesas", "DK")]),
        ("es", "el T-MEC y la ONU", [("T-MEC", "cusma"), ("ONU", "un")]),
    ],
)
def test_states_organisations_and_treaties_are_known_in_three_languages(named, language, text, expected):
    assert named(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They gave us a chilly welcome and a turkey.",
        "Join us in Georgetown.",
        "JOIN US TODAY",
        "New Mexico, the Gulf of Mexico and North American trade",
        "Colombie-Britannique and the District of Columbia",
        "It cost 500 Canadian dollars and US$30.",
        "a normality, a womanly and an Omanesque thing",
    ],
)
def test_words_that_only_look_like_names_are_none(named, text):
    assert named(text) == []


def test_a_surname_that_is_also_a_state_names_none(named):
    assert named("Michael Jordan and Georgia Smith") == [("Michael Jordan", "Michael Jordan")]


def test_a_capital_stands_for_its_government_only_where_it_acts(named):
    text = "Oslo has announced a fund. In Oslo nothing was said. Bern and Oslo signed.\n\nMontevideo, 3 March 2026"
    assert named(text) == [("Oslo", "NO"), ("Bern", "CH"), ("Oslo", "NO")]


def test_a_name_that_two_states_share_names_neither(named):
    assert named("Congolese officials met") == [("Congolese", "Congolese")]


def test_the_name_is_the_usual_one_in_the_language_of_the_document(prepare):
    cast = prepare("Les États-Unis du Mexique et l'ONU", "fr").cast
    assert [naming.value.name for naming in cast.namings] == ["Mexique", "Nations Unies"]


def test_what_the_plan_calls_somebody_comes_before_what_the_lexicon_does(named):
    union = Actor("river-union", "organisation", "River Union", (ActorName("River Union"), ActorName("EU", "acronym")))
    assert named("the EU and the River Union", vocabulary=Vocabulary((union,))) == [
        ("EU", "river-union"),
        ("River Union", "river-union"),
    ]


def test_an_acronym_of_another_language_is_left_alone(named):
    secretariat = Actor("se", "institution", "Secretaría", (ActorName("SE", "acronym", "es"),))
    assert named("SE of here", vocabulary=Vocabulary((secretariat,))) == []
    assert named("la SE pagará", "es", Vocabulary((secretariat,))) == [("SE", "se")]
