"""The cascade against brute force: nothing missing, nothing more (DESIGN section 9)."""

import datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from watched_of_tests import INDEX, WATCHED, commitment, words

from servanda.monitoring.brute_force import BruteForce
from servanda.monitoring.record import Record
from servanda.monitoring.register_index import register_index
from servanda.monitoring.watcher import Limits, Watcher
from servanda.register.wording import Phrases, Query

COMMON = ["Tema", "300", "5.5", "2025", "lithium", "visa", "port"]
WORDS = {
    "en": ["harbour", "pilots", "mines", "report", "students", "train", "flood", "yearly", "simulator", "the", "not"],
    "fr": ["pilotes", "ports", "rapport", "étudiants", "former", "crue", "annuel", "simulateur", "5,5", "le", "pas"],
    "es": ["prácticos", "puertos", "litio", "informe", "estudiantes", "formar", "crecida", "anual", "5,5", "el", "no"],
}
NAMES = [
    "Chile",
    "Ghana",
    "Chili",
    "GPHA",
    "gpha",
    "Peru",
    "New Mexico",
    "Sea Compact",
    "the two governments",
    "Accra",
    "\u00ad",
]
MARKS = [" ", " ", " ", ". ", "\n", "\n\n", ", ", "\u00a0"]


@st.composite
def texts(draw, language):
    choices = st.sampled_from([*WORDS[language] * 2, *COMMON, *NAMES])
    pieces = draw(st.lists(st.tuples(choices, st.sampled_from(MARKS)), max_size=24))
    return "".join(word + mark for word, mark in pieces)


@st.composite
def records(draw):
    language = draw(st.sampled_from(list(WORDS)))
    day = draw(st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 1, 1)))
    return Record(
        id=1,
        text=draw(texts(language)),
        language=draw(st.sampled_from([language, None])),
        date=day and day.isoformat(),
        title=draw(st.none() | texts(language)),
    )


@st.composite
def registers(draw):
    titles = [words(*(draw(texts(language)) for language in WORDS)) for _ in range(draw(st.integers(1, 4)))]
    parties = st.sampled_from([("CL", "GH"), ("CL",), ("GH",)])
    made = tuple(commitment(f"R-{n}", title, title, promisors=draw(parties)) for n, title in enumerate(titles))
    queries = {one.reference: draw(needed()) for one in made if draw(st.booleans())}
    return register_index(msgspec.structs.replace(WATCHED, commitments=made, queries=queries))


@st.composite
def needed(draw):
    def phrases():
        return {
            language: tuple(draw(st.lists(st.sampled_from([*said, *(f"={word}" for word in said)]), max_size=3)))
            for language, said in WORDS.items()
        }

    return Query(needs=tuple(Phrases(**phrases()) for _ in range(draw(st.integers(0, 2)))))


@given(st.lists(records(), max_size=3))
@settings(deadline=None, max_examples=25)
def test_the_cascade_finds_what_brute_force_finds(stream):
    watcher, plain, brute = Watcher(INDEX), Watcher(INDEX, plain=True), BruteForce(INDEX)

    for record in stream:
        assert watcher.candidates(record) == plain.candidates(record) == brute.candidates(record)


@given(registers(), records())
@settings(deadline=None, max_examples=12)
def test_the_cascade_finds_what_brute_force_finds_on_any_register(index, record):
    assert Watcher(index).candidates(record) == BruteForce(index).candidates(record)


@given(records())
@settings(deadline=None, max_examples=25)
def test_a_candidate_cuts_to_its_quote_and_its_points_add_up(record):
    for candidate in Watcher(INDEX).candidates(record):
        assert record.text[candidate.start : candidate.end] == candidate.quote
        assert sum(candidate.reasons.terms.values()) == candidate.points


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana has trained another forty harbour pilots on the simulator, the Chilean navy said."),
        ("fr", "Le Ghana a formé quarante pilotes de port de plus sur le simulateur, dit la marine chilienne."),
        ("es", "Ghana formó a otros cuarenta prácticos de puerto en el simulador, según la armada chilena."),
    ],
)
def test_a_text_in_any_language_bears_on_a_commitment_written_in_another(language, text):
    found = Watcher(INDEX).candidates(Record(text=text, language=language, date="2026-01-10"))

    assert [(one.commitment, one.relation) for one in found] == [("P-01", "progress")]


def test_the_same_words_of_other_states_bear_on_nothing():
    text = "Ghana and Togo have trained forty harbour pilots on the simulator at Lomé."
    alone = "Peru has trained forty harbour pilots on the simulator at Callao."

    assert Watcher(INDEX).candidates(Record(text=alone, language="en")) == []
    assert Watcher(INDEX).candidates(Record(text=text, language="en")) == []


def test_another_subject_of_the_same_actors_bears_on_nothing():
    text = "Chile and Ghana drew 1-1 in a friendly in Accra; both coaches praised the crowd."

    assert Watcher(INDEX).candidates(Record(text=text, language="en")) == []


def test_what_one_party_undertook_needs_more_words_where_only_the_other_is_named():
    both = "Chile needs no visa of students from Ghana."
    other = "Ghana needs no visa of musicians."

    assert [one.commitment for one in Watcher(INDEX).candidates(Record(text=both, language="en"))] == ["P-03"]
    assert Watcher(INDEX).candidates(Record(text=other, language="en")) == []


def test_a_passage_that_bears_on_two_things_has_the_relation_of_each_from_its_own_sentences():
    text = (
        "Ghana and Chile have trained all 300 harbour pilots at Tema, the last on the simulator. "
        "Their yearly report on the lithium mines has been postponed, and mining inspectors wait for the results."
    )
    found = Watcher(INDEX).candidates(Record(text=text, language="en", date="2026-05-05"))

    assert {one.commitment: one.relation for one in found} == {"P-01": "completes", "P-02": "delays"}


def test_what_a_plan_says_that_texts_would_say_finds_what_shares_no_word_with_the_commitment():
    text = "Chile and Ghana: jugglers at the gates wave haberdashers through the turnstile."
    record = Record(text=text, language="en")
    queries = {"P-03": Query(en=("jugglers wave haberdashers through", "turnstile", "gates"))}

    assert Watcher(INDEX).candidates(record) == []
    asked = register_index(msgspec.structs.replace(WATCHED, queries=queries))
    assert [one.commitment for one in Watcher(asked).candidates(record)] == ["P-03"]
    assert asked.version != INDEX.version


def test_limits_leave_out_days_and_languages_but_no_document_without_a_day():
    text = "Chile has abolished the visa for students from Ghana."
    limits = Limits(since=datetime.date(2026, 1, 1), until=datetime.date(2026, 12, 31), languages=("en",))
    watcher = Watcher(INDEX, limits)

    assert watcher.candidates(Record(text=text, language="en", date="2026-05-05"))
    assert watcher.candidates(Record(text=text, language="en"))
    assert not watcher.candidates(Record(text=text, language="en", date="2025-12-31"))
    assert not watcher.candidates(Record(text=text, language="en", date="2027-01-01"))
    assert not watcher.candidates(Record(text=text, language="fr", date="2026-05-05"))
