"""The name of a language is no state."""

import pytest

from servanda.reading.reader import read
from servanda.text.loaders import load_bytes


def states(text, language):
    mentions = read(load_bytes(text.encode(), name="note.txt", language=language)).mentions
    return [mention.quote for mention in mentions if mention.kind == "actor"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The guide will be printed in English, French and Spanish."),
        ("en", "It was drawn up in the Korean and English languages, and in French by a clerk."),
        ("fr", "Le guide sera imprimé en français, en néerlandais et en espagnol."),
        ("fr", "La langue chinoise y est admise."),
        ("es", "La guía se imprimirá en inglés y en español."),
        ("es", "La guía tiene una versión francesa."),
    ],
)
def test_a_language_is_no_state(language, text):
    assert states(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "Boats in Canadian and Mexican waters will be counted.", ["Canadian", "Mexican"]),
        ("fr", "Les navires en eaux françaises seront comptés.", ["françaises"]),
        ("es", "Los buques en aguas peruanas y chilenas serán contados.", ["peruanas", "chilenas"]),
    ],
)
def test_a_nationality_after_in_is_a_state_where_it_says_whose(language, text, named):
    assert states(text, language) == named
