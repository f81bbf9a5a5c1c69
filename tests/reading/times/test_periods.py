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
        ("en", "at the end of 2026", "end of 2026", "2026-09-01 2026-12-31"),
        ("en", "by the end of 2026", "2026", "2026-01-01 2026-12-31"),
        ("fr", "avant la fin de juin 2027", "juin 2027", "2027-06-01 2027-06-30"),
        ("es", "antes de fines de 2027", "2027", "2027-01-01 2027-12-31"),
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
        ("es", "el último día de marzo de 2026", "último día de marzo de 2026", "2026-03-31 2026-03-31"),
        ("en", "the second Tuesday of May 2026", "second Tuesday of May 2026", "2026-05-12 2026-05-12"),
        ("fr", "le premier lundi de mars 2027", "premier lundi de mars 2027", "2027-03-01 2027-03-01"),
        ("en", "winter 2026-27", "winter 2026-27", "2026-12-01 2027-02-28"),
        ("fr", "la première quinzaine de mai 2026", "première quinzaine de mai 2026", "2026-05-01 2026-05-15"),
        ("es", "la segunda quincena de mayo de 2026", "segunda quincena de mayo de 2026", "2026-05-16 2026-05-31"),
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


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "sales fell in the second quarter", "second quarter", "2025-04-01 2025-06-30"),
        ("en", "the port will open in the second quarter", "second quarter", "2026-04-01 2026-06-30"),
        ("en", "the port will open by Q2", "Q2", "2026-04-01 2026-06-30"),
        ("fr", "Le port ouvrira au premier semestre", "premier semestre", "2026-01-01 2026-06-30"),
        ("es", "abrirá en el primer trimestre", "primer trimestre", "2026-01-01 2026-03-31"),
        ("en", "in the first week of May", "first week of May", "2025-04-28 2025-05-04"),
        ("en", "will report by the spring", "spring", "2026-03-01 2026-05-31"),
        ("fr", "d'ici l'automne", "automne", "2025-09-01 2025-11-30"),
        ("fr", "ouvrira au printemps", "printemps", "2026-03-01 2026-05-31"),
        ("en", "due by year-end", "year-end", "2025-09-01 2025-12-31"),
        ("en", "over the weekend", "the weekend", "2025-09-20 2025-09-21"),
        ("en", "for the rest of the year", "rest of the year", "2025-09-19 2025-12-31"),
        ("fr", "pour le reste du mois", "reste du mois", "2025-09-19 2025-09-30"),
        ("es", "en el resto de 2025", "resto de 2025", "2025-09-19 2025-12-31"),
        ("en", "in the year to date", "year to date", "2025-01-01 2025-09-17"),
        ("fr", "depuis le début de l'année", "depuis le début de l'année", "2025-01-01 2025-09-17"),
        ("es", "en lo que va del año", "en lo que va del año", "2025-01-01 2025-09-17"),
    ],
)
def test_a_period_without_its_year_is_the_nearest_or_the_next_where_the_sentence_looks_ahead(
    times, language, text, quote, days
):
    assert times(text, language) == [(quote, days)]


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "In May, Chile will hold a fair.", "May", "2026-05-01 2026-05-31"),
        ("en", "In May, Chile held a fair.", "May", "2025-05-01 2025-05-31"),
        ("fr", "En mai, le Chili organisera une foire.", "mai", "2026-05-01 2026-05-31"),
        ("es", "En mayo, Chile organizará una feria.", "mayo", "2026-05-01 2026-05-31"),
        ("es", "En mayo, Chile organizó una feria.", "mayo", "2025-05-01 2025-05-31"),
    ],
)
def test_a_month_that_opens_a_sentence_about_the_future_is_the_next_one(times, language, text, quote, days):
    assert times(text, language) == [(quote, days)]


@pytest.mark.parametrize(
    "text", ["the fall in exports", "a third quarter of losses", "expected to fall", "a été signé"]
)
def test_words_of_seasons_and_quarters_that_say_something_else_are_no_periods(times, text):
    assert times(text, "fr" if "été" in text else "en") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("we will start this summer", "this summer"),
        ("it will start January 2027", "January 2027"),
        ("which will end in 2027", "2027"),
        ("to close this year", "this year"),
        ("by end June 2026", "June 2026"),
        ("end 2027", "end 2027"),
    ],
)
def test_a_verb_is_no_part_of_a_period(times, text, quote):
    assert [found for found, _ in times(text)] == [quote]


def test_a_season_ends_before_the_verb_that_looks_like_one(times):
    assert [quote for quote, _ in times("L’été 2025 a été le plus chaud.", "fr")] == ["été 2025"]
