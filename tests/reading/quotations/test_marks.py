"""What stands in quotation marks, and what of it is a quotation."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "“We will open two depots,” Ms. Nes said.",
        '"We will open two depots," Ms. Nes said.',
        "«\u00a0We will open two depots,\u00a0» Ms. Nes said.",
        "‹We will open two depots,› Ms. Nes said.",
    ],
)
def test_a_quotation_leaves_its_marks_and_their_spaces_out(said, text):
    assert said(text) == [("We will open two depots,", "Nes")]


def test_a_quotation_inside_a_quotation_belongs_to_it(said):
    assert said("“They called it a ‘bridge too far’ and “folly”,” Ms. Nes said.") == [
        ("They called it a ‘bridge too far’ and “folly”,", "Nes")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The programme, called “Blue Harbour”, costs little."),
        ("en", "Ms. Nes praised a “win-win” approach."),
        ("en", "Click the “login” button."),
        ("en", "The parties (hereinafter “the Signatories”) agree."),
        ("en", "Under the headline “Better Roads for Better Lives” the paper was published."),
        ("fr", "Le mot « partenariat » revient souvent."),
        ("es", "El plan “Fronteras Vivas” costará poco."),
    ],
)
def test_a_name_or_a_word_held_at_a_distance_is_nobodys_quotation(said, language, text):
    assert said(text, language) == []


def test_words_that_nobody_is_said_to_speak_have_no_speaker(said):
    assert said("The plan seeks “a lasting and fair cooperation at sea” in the north.") == [
        ("a lasting and fair cooperation at sea", None)
    ]


def test_a_mark_that_is_never_closed_opens_nothing(said):
    assert said('The pipe is 5" wide and 3 m long.\n\nThe minister came and went.') == []


def test_a_quotation_that_the_next_paragraph_closes_runs_on(said):
    text = "Minister Kari Nes said: “We will open two depots.\n\nThen we will close one,” and left."
    assert said(text) == [("We will open two depots.", "Kari Nes"), ("Then we will close one,", "Kari Nes")]
