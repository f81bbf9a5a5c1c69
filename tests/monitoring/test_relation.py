import datetime

import msgspec
import pytest
from watched_of_tests import INDEX, SIGNED

from servanda.monitoring.relation import cues, relation

TRAIN, REPORT, VISA = INDEX.profiles


def read(text, language="en", title="", profile=REPORT, day="2026-01-10"):
    return relation(cues(text, title, language), text, profile, datetime.date.fromisoformat(day), SIGNED)[0]


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


def test_what_states_no_deliverable_is_never_complete():
    open_ended = msgspec.structs.replace(REPORT, open_ended=True)

    assert read("The report was published in full.", profile=open_ended) == "progress"


def test_the_title_is_read_with_the_passage():
    assert read("The ministry spoke of its report on mines.", title="Report cancelled") == "contradicts"
