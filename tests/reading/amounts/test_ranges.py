from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "low", "high"),
    [
        ("en", "between 5 and 7 million people", "5 and 7 million people", 5_000_000, 7_000_000),
        ("en", "5,000 to 10,000 jobs", "5,000 to 10,000 jobs", 5_000, 10_000),
        ("en", "2.5–3 per cent", "2.5–3 per cent", Decimal("2.5"), 3),
        ("en", "€10-15 million", "€10-15 million", 10_000_000, 15_000_000),
        ("en", "between €5 billion and €7 billion", "€5 billion and €7 billion", 5_000_000_000, 7_000_000_000),
        ("en", "€5 million to €7 million", "€5 million to €7 million", 5_000_000, 7_000_000),
        ("en", "12%-15% of revenue", "12%-15%", 12, 15),
        ("fr", "5 €-7 € par billet", "5 €-7 €", 5, 7),
        ("fr", "5 à 10 % des recettes", "5 à 10 %", 5, 10),
        ("fr", "entre 3 et 4 milliards d'euros", "3 et 4 milliards d'euros", 3_000_000_000, 4_000_000_000),
        ("fr", "un recul de la récolte de 8 à 10 % cette année", "8 à 10 %", 8, 10),
        ("es", "entre el 4% y el 6%", "4% y el 6%", 4, 6),
        ("es", "una caída de 8 a 10 %", "8 a 10 %", 8, 10),
        ("es", "de 5 a 7 proyectos", "5 a 7 proyectos", 5, 7),
        ("es", "entre 5 y 7 millones de euros", "5 y 7 millones de euros", 5_000_000, 7_000_000),
    ],
)
def test_a_range_has_its_stated_ends(read, language, text, quote, low, high):
    (found,) = read(text, language)
    value = found.value
    assert found.quote == quote
    assert (value.low, value.high) == (low, high)
    assert (value.amount if found.kind == "money" else value.number) == low


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "Tariffs rose from 25% to 35%.", [25, 35]),
        ("en", "It rose from 5 to 7 per cent.", [5, 7]),
        ("fr", "Le taux est passé de 25 à 35 %.", [25, 35]),
        ("es", "La tasa pasó de 25% a 35%.", [25, 35]),
        ("es", "La tasa subió entre abril y mayo: el 4% y el 6%.", [4, 6]),
    ],
)
def test_a_change_is_two_amounts_with_one_unit(read, language, text, numbers):
    found = read(text, language)
    assert [(mention.kind, mention.value.number) for mention in found] == [("percent", number) for number in numbers]
