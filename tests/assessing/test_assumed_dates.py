import datetime

import pytest
from register_of_tests import agreement, assessed, commitment, document, due

from servanda.assessing.assumed_dates import MONTHS, assumed_date, vague_words
from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.vague_times import VagueTimes, vague_times
from servanda.register.commitment import CommitmentPassage
from servanda.text.folding import fold
from servanda.text.selectors import QuoteSelector


def made(text, role="states", **changes):
    return commitment(passages=(CommitmentPassage("note", role, QuoteSelector(text)),), **changes)


def assumed(one, **how):
    return assumed_date(one, agreement(**how), {"note": document("note", "plan_text")})


@pytest.mark.parametrize(
    ("text", "language", "vague", "words"),
    [
        ("open the gauge in the coming months", "en", "coming_months", "in the coming months"),
        ("open it as soon as possible", "en", "soon", "as soon as possible"),
        ("ouvriront la jauge dès que possible", "fr", "soon", "dès que possible"),
        ("la mettront en service dans l’immédiat", "fr", "immediately", "dans l’immédiat"),
        ("abrirán la estación A la Brevedad", "es", "soon", "A la Brevedad"),
        ("lo harán en el mediano plazo", "es", "medium_term", "en el mediano plazo"),
    ],
)
def test_vague_words_are_found_and_kept_as_they_stand(text, language, vague, words):
    assert vague_words(text, language) == (vague, words)


@pytest.mark.parametrize("text", ["sooner or later", "short-term visas for nurses", "open the gauge by 31 March 2026"])
def test_words_that_promise_no_time_are_not_vague_times(text):
    assert vague_words(text, "en") is None


def test_vague_words_are_counted_in_months_from_signature():
    found = assumed(made("open the gauge in the coming months"))
    assert (found.due, found.words, found.table) == (
        datetime.date(2025, 7, 15),
        "in the coming months",
        "assumed-dates/1",
    )


def test_nothing_is_assumed_after_the_term_and_no_words_mean_its_last_day():
    end = datetime.date(2025, 3, 31)
    assert assumed(made("open the gauge in the coming months"), end=end).due == end
    assert assumed(made("open the gauge in the long term"), end=end).due == end
    found = assumed(made("open the gauge"), end=end)
    assert (found.due, found.vague, found.words) == (end, None, None)


def test_only_the_words_that_make_the_commitment_count():
    assert assumed(made("the gauge will open soon", role="elaborates")).vague is None


def test_the_schedule_flags_the_assumption_and_says_from_which_words():
    found = assessed(made=made("open the gauge soon"), day=datetime.date(2025, 8, 1)).schedule
    assert (found.value, found.days, found.basis, found.assumed.words) == ("past_assumed_date", 17, "assumed", "soon")


def test_a_stated_date_leaves_nothing_to_assume():
    found = assessed(made=made("open the gauge soon", deadline=due("2025-09-30"))).schedule
    assert (found.value, found.basis, found.assumed) == ("overdue", "stated", None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_the_table_has_words_in_every_language(language):
    rows = {name: getattr(vague_times(language), name) for name in VagueTimes.__struct_fields__}
    assert set(rows) == set(MONTHS)
    every = [phrase for phrases in rows.values() for phrase in phrases]
    assert all(rows.values())
    assert len(set(every)) == len(every)
    assert [fold(phrase) for phrase in every] == every
