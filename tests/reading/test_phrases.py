import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.reading.phrases import PhraseBook, Phrases
from servanda.text.folding import fold, spaced

WORDS = st.lists(st.sampled_from(["a", "ab", "b", "co", "a b", "co-b", "b.", "b", "d'", "qu'a", "é", "œ", "b a b"]))
TEXTS = st.text(alphabet="ab cod'-.éœ5_\n", max_size=40)


def found(phrases, text):
    return [(one.start, one.end, one.label) for one in Phrases((phrase, phrase) for phrase in phrases).find(fold(text))]


def by_looking(phrases, text):
    """Find phrases as the docstring of ``find`` says, by looking at every place."""
    hits, reach = [], 0
    for start in range(len(text)):
        ends = [
            start + len(phrase)
            for phrase in phrases
            if text.startswith(phrase, start)
            and not (phrase[0].isalnum() and start and text[start - 1].isalnum())
            and not (phrase[-1].isalnum() and text[start + len(phrase) : start + len(phrase) + 1].isalnum())
        ]
        if ends and start >= reach:
            reach = max(ends)
            hits.append((start, reach, text[start:reach]))
    return hits


@given(WORDS, TEXTS)
def test_one_pass_finds_what_looking_at_every_place_finds(phrases, text):
    assert found(phrases, text) == by_looking(phrases, fold(text))


def test_a_phrase_is_found_as_a_whole_word_only():
    assert found(["he", "the port"], "The ports of the port. He") == [(13, 21, "the port"), (23, 25, "he")]


@pytest.mark.parametrize(
    ("phrase", "text", "start"),
    [
        ("d'", "on convient d'ouvrir", 12),
        ("'ll", "they'll pay", 4),
        ("©", "(©2025)", 1),
        ("photo:", "photo:Reuters", 0),
    ],
)
def test_a_mark_at_the_end_of_a_phrase_needs_no_space_beside_it(phrase, text, start):
    assert found([phrase], text) == [(start, start + len(phrase), phrase)]


def test_marks_inside_a_phrase_must_stand_in_the_text():
    assert found(["co-chairs", "co chairs"], "co chairs, co-chairs") == [(0, 9, "co chairs"), (11, 20, "co-chairs")]


def test_the_end_of_a_word_is_found_in_words_only_that_end_so():
    text = "elle versera, le rail"
    assert [(one.start, one.end) for one in Phrases([("*ra", None)]).find(text)] == [(10, 12)]


def test_every_list_of_a_book_finds_its_own():
    book = PhraseBook({"verbs": [("will build", 1), ("will", 2)], "words": [("build", 3), ("will", 4)]})
    lists = book.find("they will build", spaced("they will build"))
    assert {name: [(one.start, one.label) for one in each] for name, each in lists.items()} == {
        "verbs": [(5, 1)],
        "words": [(5, 4), (10, 3)],
    }


def test_a_stretch_has_the_offsets_of_its_text():
    assert [(one.start, one.end) for one in Phrases([("ab", None)]).find("ab ab ab", 3, 5)] == [(3, 5)]
