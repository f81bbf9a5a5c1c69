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
