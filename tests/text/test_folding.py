from hypothesis import given
from hypothesis import strategies as st

from servanda.text.folding import fold, spaced


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_quotes_dashes_and_spaces_become_plain():
    assert fold("« L’État — 5,5 M$ »\u00a0: “oui”") == '" l\'état - 5,5 m$ " : "oui"'


@given(st.text())
def test_spacing_keeps_letters_and_digits_where_they_are(text):
    words = spaced(text)
    assert [character != " " for character in words] == [character.isalnum() for character in text]


def test_a_word_has_a_space_on_either_side():
    assert spaced("l'œuvre (5%) a_b…") == "l ÿuvre  5   a b "
