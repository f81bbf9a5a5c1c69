"""Words that are reported without quotation marks."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "clause", "speaker"),
    [
        ("en", "Minister Kari Nes said the ports will open.", "the ports will open", "Kari Nes"),
        ("en", "Minister Kari Nes announced in Oslo that the ports will open.", "the ports will open", "Kari Nes"),
        ("en", "Norway has also confirmed that the ports will open.", "the ports will open", "Norway"),
        (
            "en",
            "According to the Norwegian government, the ports will open.",
            "the ports will open",
            "Norwegian government",
        ),
        ("fr", "La ministre Awa Ndiaye a déclaré que les ports ouvriront.", "les ports ouvriront", "Awa Ndiaye"),
        ("fr", "Selon la ministre Awa Ndiaye, les ports ouvriront.", "les ports ouvriront", "Awa Ndiaye"),
        ("es", "El canciller Alberto Rojas señaló que los puertos abrirán.", "los puertos abrirán", "Alberto Rojas"),
        ("es", "Según el canciller Alberto Rojas, los puertos abrirán.", "los puertos abrirán", "Alberto Rojas"),
    ],
)
def test_a_reported_clause_has_its_speaker(reported, language, text, clause, speaker):
    assert reported(text, language) == [(clause, speaker)]


def test_he_in_the_next_sentence_is_who_was_speaking(reported):
    text = "Minister Paul Roux stated that ports will open. He said harbours will follow soon."
    assert reported(text) == [("ports will open", "Paul Roux"), ("harbours will follow soon", "Paul Roux")]


def test_what_introduces_a_quotation_ends_before_it(reported):
    assert reported("Minister Kari Nes said that there was hope: “The ports will open.”") == [
        ("there was hope", "Kari Nes")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Kari Nes said on Monday.",
        "Minister Kari Nes announced $5 million.",
        "“The ports will open,” said Kari Nes, who was born in Bergen.",
        "It was said that the ports will open.",
    ],
)
def test_where_nobody_reports_there_is_no_reported_clause(reported, text):
    assert reported(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway has agreed to take over the costs, step by step, so that by 2031 it pays all of them."),
        ("en", "Minister Kari Nes announced a plan that will open three ports."),
        ("fr", "Le ministre Karim Nes a promis des bourses afin que les élèves restent au pays."),
        ("fr", "Selon le ministre Karim Nes, « les ports ouvriront dès le mois de mai ».  "),
        ("es", "«Vamos a abrir», ha declarado Alberto Rojas, que ha agradecido la labor de los marinos."),
        ("es", "El canciller Alberto Rojas anunció una ley para que los puertos abran antes."),
    ],
)
def test_other_clauses_that_look_alike_report_nothing(reported, language, text):
    assert reported(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Minister Kari Nes told the committee that the ports will open.", "Kari Nes"),
        ("fr", "A indiqué la ministre Awa Ndiaye, à Dakar, que les ports ouvriront.", "Awa Ndiaye"),
        ("es", "Dijo el canciller Alberto Rojas que los puertos abrirán.", "Alberto Rojas"),
    ],
)
def test_words_between_a_verb_and_what_was_said_may_name_who_speaks_or_hears(reported, language, text, speaker):
    assert [found for _, found in reported(text, language)] == [speaker]
