import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "in the fourth quarter of 2026", "fourth quarter of 2026", "2026-10-01 2026-12-31"),
        ("en", "Q4 2026", "Q4 2026", "2026-10-01 2026-12-31"),
        ("en", "2026 H2", "2026 H2", "2026-07-01 2026-12-31"),
        ("en", "the second half of 2026", "second half of 2026", "2026-07-01 2026-12-31"),
        ("en", "fiscal year 2025-26", "fiscal year 2025-26", "2025-01-01 2026-12-31"),
        ("en", "the 2025-26 fiscal year", "2025-26 fiscal year", "2025-01-01 2026-12-31"),
        ("en", "FY2026", "FY2026", "2026-01-01 2026-12-31"),
        ("en", "by the end of 2026", "end of 2026", "2026-09-01 2026-12-31"),
        ("en", "by mid-2027", "mid-2027", "2027-05-01 2027-08-31"),
        ("en", "early 2026", "early 2026", "2026-01-01 2026-04-30"),
        ("en", "late June 2026", "late June 2026", "2026-06-16 2026-06-30"),
        ("en", "in the 1990s", "1990s", "1990-01-01 1999-12-31"),
        ("en", "the first week of 2019", "first week of 2019", "2018-12-31 2019-01-06"),
        ("en", "the last week of 2019", "last week of 2019", "2019-12-23 2019-12-29"),
        ("en", "the week of September 22, 2025", "the week of September 22, 2025", "2025-09-22 2025-09-28"),
        ("en", "summer 2026", "summer 2026", "2026-06-01 2026-08-31"),
        ("fr", "au quatrième trimestre de 2026", "quatrième trimestre de 2026", "2026-10-01 2026-12-31"),
        ("fr", "T4 2026", "T4 2026", "2026-10-01 2026-12-31"),
        ("fr", "au premier semestre 2027", "premier semestre 2027", "2027-01-01 2027-06-30"),
        ("fr", "l'exercice 2025-2026", "exercice 2025-2026", "2025-01-01 2026-12-31"),
        ("fr", "fin 2027", "fin 2027", "2027-09-01 2027-12-31"),
        ("fr", "à la mi-novembre 2026", "mi-novembre 2026", "2026-11-10 2026-11-20"),
        ("fr", "dans les années 1990", "années 1990", "1990-01-01 1999-12-31"),
        ("es", "el segundo semestre de 2026", "segundo semestre de 2026", "2026-07-01 2026-12-31"),
        ("es", "el último trimestre de 2026", "último trimestre de 2026", "2026-10-01 2026-12-31"),
        ("es", "a finales de 2027", "finales de 2027", "2027-09-01 2027-12-31"),
        ("es", "el ejercicio fiscal 2026", "ejercicio fiscal 2026", "2026-01-01 2026-12-31"),
        ("es", "la década de 1990", "década de 1990", "1990-01-01 1999-12-31"),
    ],
)
def test_a_part_of_a_year_is_the_months_that_it_names(times, language, text, quote, days):
    assert times(text, language, day=None) == [(quote, days)]


def test_a_fiscal_year_is_a_year(read):
    (mention,) = read("fiscal year 2025-26")
    assert mention.value.granularity == "year"


def test_the_end_of_the_year_is_that_of_the_documents_year(times):
    assert times("d'ici la fin de l'année", "fr") == [("fin de l'année", "2025-09-01 2025-12-31")]
    assert times("by the end of the year", day=None) == []


def test_later_this_year_begins_with_the_documents_day(times):
    assert times("later this year") == [("later this year", "2025-09-18 2025-12-31")]
