"""People whom no title announces."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Agnes Moyo filled cups.", "Agnes Moyo"),
        ("en", "Lalatiana Rave, a weaver, came.", "Lalatiana Rave"),
        ("en", "It was marine biologist Lalatiana Rave.", "Lalatiana Rave"),
        ("fr", "La tisserande du village, Lalatiana Rave, vint.", "Lalatiana Rave"),
        ("fr", "Océanographe, Lalatiana Rave suit les baleines.", "Lalatiana Rave"),
        ("es", "La sismóloga Lalatiana Rave vino.", "Lalatiana Rave"),
        ("en", "Lalatiana Rave (58) came.", "Lalatiana Rave"),
    ],
)
def test_a_first_name_a_noun_or_an_age_tells_that_somebody_is_named(named, language, text, name):
    assert named(text, language) == [(name, name)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle habite rue Marie Curie."),
        ("es", "La escuela primaria rural Benito Juárez abrió."),
        ("en", "The Agnes Moyo bridge opened."),
        ("en", "Puerto Rosa Blanca grew."),
        ("en", "Rio Blanco, a port, grew."),
    ],
)
def test_what_is_called_after_somebody_is_nobody(named, language, text):
    assert named(text, language) == []
