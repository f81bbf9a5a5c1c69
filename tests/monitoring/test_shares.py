from watched_of_tests import INDEX

from servanda.monitoring.lookup import Lookup
from servanda.monitoring.rule import Match
from servanda.monitoring.shares import shares

TRAIN, REPORT, VISA = (Match(profile, 100) for profile in INDEX.profiles)
LOOKUP = Lookup("en", INDEX.names["en"])

PASSAGE = "Chile trained twenty harbour pilots at Tema. The report on lithium mines was put off. It rained."


def test_the_title_counts_most_and_the_first_sentence_more_than_those_behind_it():
    """News say in the title and at the start what happened, and later what led to it."""
    (told,) = shares("Pilots go home", "", "Pilots left Tema. They had come in May.", [TRAIN], LOOKUP)

    assert [text for text, _ in told] == ["Pilots go home", "Pilots left Tema.", "They had come in May."]
    title, first, second = (count for _, count in told)
    assert title > first > second


def test_each_commitment_of_a_passage_is_told_by_its_own_sentences():
    """A sentence that says nothing of any goes on with what the one before is about."""
    train, report = shares("", "", PASSAGE, [TRAIN, REPORT], LOOKUP)

    assert [text for text, _ in train] == ["Chile trained twenty harbour pilots at Tema."]
    assert [text for text, _ in report] == ["The report on lithium mines was put off.", "It rained."]


def test_a_sentence_that_is_more_about_another_commitment_counts_little():
    text = "The pilots of Tema waited. The report on lithium mines names the pilots."
    train, _ = shares("", "", text, [TRAIN, REPORT], LOOKUP)

    assert [count for _, count in train] == [3, 1]


def test_the_title_and_the_opening_are_read_with_a_passage_further_down_where_they_share_a_word_with_its_commitment():
    opening = "It rained on Monday."
    (train,) = shares("Pilots of Tema must wait", opening, "Twenty pilots left.", [TRAIN], LOOKUP)
    (visa,) = shares("Pilots of Tema must wait", opening, "Students need a visa.", [VISA], LOOKUP)

    assert [text for text, _ in train] == ["Pilots of Tema must wait", "Twenty pilots left."]
    assert [text for text, _ in visa] == ["Students need a visa."]


def test_what_has_no_sentence_of_its_own_has_the_whole_passage():
    _, visa = shares("", "", "Pilots left Tema.", [TRAIN, VISA], LOOKUP)

    assert [text for text, _ in visa] == ["Pilots left Tema."]
