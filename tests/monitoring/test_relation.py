import datetime

import msgspec
import pytest
from watched_of_tests import INDEX, SIGNED

from servanda.monitoring.relation import cues, relation

TRAIN, REPORT, VISA = INDEX.profiles


def read(text, language="en", title="", profile=REPORT, day="2026-01-10"):
    found = cues(text, title, language)
    return relation(found, text, profile, language, datetime.date.fromisoformat(day), SIGNED)[0]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The report was published in full on Monday.", "completes"),
        ("en", "The report has not yet been published.", "delays"),
        ("en", "The report has been postponed.", "delays"),
        ("en", "The ministry cancelled the report.", "contradicts"),
        ("en", "The minister repeated that a report is promised.", "restates"),
        ("en", "The first draft of the report has begun to circulate.", "progress"),
        ("fr", "Le rapport n’a pas encore paru.", "delays"),
        ("fr", "Le ministère a annulé le rapport.", "contradicts"),
        ("fr", "Le rapport ne paraîtra pas.", "contradicts"),
        ("es", "El informe fue publicado ayer.", "completes"),
        ("es", "El informe aún no se publica.", "delays"),
        ("es", "El ministerio canceló el informe.", "contradicts"),
    ],
)
def test_cues_and_negation_give_the_relation(language, text, expected):
    assert read(text, language) == expected


def test_what_was_told_before_the_signature_is_context():
    assert read("The report was published in full.", day="2024-05-05") == "context"


def test_a_figure_is_compared_with_the_target():
    assert read("There are 312 pilots now.", profile=TRAIN) == "completes"
    assert read("There are 120 pilots now.", profile=TRAIN) == "progress"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Pilots trained at Tema: 120 of the 300.", "progress"),
        ("fr", "Pilotes formés à Tema : 300 sur 300.", "completes"),
        ("es", "Prácticos: 120 de los 300.", "progress"),
        ("en", "Of the 300 pilots, 90 sail.", "progress"),
    ],
)
def test_a_part_is_compared_with_its_whole_and_a_target_that_is_only_recalled_says_nothing(language, text, expected):
    assert read(text, language, profile=TRAIN) == expected


def test_what_came_late_is_there_and_what_will_not_come_yet_is_late():
    assert read("The report was published on Monday; it was due in March.") == "completes"
    assert read("The report was due in March.") == "delays"
    assert read("The report will not appear in March: it has been put off.") == "delays"


def test_what_states_no_deliverable_is_never_complete():
    open_ended = msgspec.structs.replace(REPORT, open_ended=True)

    assert read("The report was published in full.", profile=open_ended) == "progress"


def test_the_title_is_read_with_the_passage():
    assert read("The ministry spoke of its report on mines.", title="Report cancelled") == "contradicts"
