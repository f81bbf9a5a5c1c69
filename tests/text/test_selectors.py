import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.text.selectors import HashSelector, QuoteSelector, find, find_hashes, hash_selector, quote_selector
from servanda.text.words import words

PROSE = st.text(alphabet="abcé ï0-'’\n\u00a0.,ABÉ", min_size=1, max_size=80)


@st.composite
def stretches(draw):
    """Draw a text and a stretch of it, from the beginning of one word to the end of another."""
    text = draw(PROSE)
    spans = list(words(text))
    hypothesis.assume(spans)
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, len(spans) - 1))
    return text, spans[first][0], spans[last][1]


@given(stretches())
def test_a_hash_finds_its_stretch_again(drawn):
    text, start, end = drawn
    assert (start, end) in find(text, hash_selector(text, start, end))


@given(stretches())
def test_a_hash_survives_other_quotes_spaces_and_capitals(drawn):
    text, start, end = drawn
    other = text.replace("'", "’").replace(" ", "\u00a0").replace(".", " ;").upper()
    selector = hash_selector(text, start, end)
    hypothesis.assume(hash_selector(other, 0, len(other)) == hash_selector(text, 0, len(text)))  # "ŉ" and its like
    assert find(other, selector)


@given(stretches())
def test_a_quote_selector_finds_its_stretch_first_of_its_like(drawn):
    text, start, end = drawn
    found = find(text, quote_selector(text, start, end))
    assert (start, end) in found
    assert {text[first:last] for first, last in found} == {text[start:end]}


@pytest.mark.parametrize(
    "rendition",
    [
        "They agreed on co-operation in the long-term plan.",
        "THEY AGREED\non  co\u00adoperation, in the\u00a0“long–term” plan",
        "They agreed on co-\n  operation in the long-term plan.",
    ],
)
def test_one_sentence_is_found_in_its_renditions(rendition):
    original = "they agreed on co-operation in the long-term plan"
    if "co\u00ad" in rendition or "co-\n" in rendition:
        original = original.replace("co-operation", "cooperation")
    (start, end) = find(f"Before. {rendition} After.", hash_selector(original, 0, len(original)))[0]
    assert f"Before. {rendition} After."[start:end].lower().startswith("they agreed")


def test_a_compound_that_a_line_end_divides_is_still_two_words():
    assert find("the long-\nterm plan", hash_selector("long-term plan", 0, 14)) == [(4, 19)]


def test_accents_composed_or_not_are_the_same_word():
    assert find("la coope\u0301ration", hash_selector("coopération", 0, 11)) == [(3, 15)]


def test_many_hashes_are_found_in_one_walk():
    text = "one two three two three"
    selectors = [hash_selector(text, 4, 13), hash_selector(text, 0, 3), HashSelector(2, "0" * 64)]
    assert find_hashes(text, selectors) == {
        selectors[0]: [(4, 13), (14, 23)],
        selectors[1]: [(0, 3)],
        selectors[2]: [],
    }


def test_context_tells_one_occurrence_from_another():
    text = "will pay now; will pay later"
    assert find(text, QuoteSelector("will pay", suffix=" later")) == [(14, 22)]
    assert find(text, QuoteSelector("will pay", suffix=" never")) == [(0, 8), (14, 22)]


def test_a_stretch_without_words_has_no_hash():
    with pytest.raises(ValueError, match="no words"):
        hash_selector("... !", 0, 5)
