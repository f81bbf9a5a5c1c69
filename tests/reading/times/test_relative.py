import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "They met today.", "today", "2025-09-18 2025-09-18"),
        ("en", "They met yesterday.", "yesterday", "2025-09-17 2025-09-17"),
        ("en", "the day after tomorrow", "day after tomorrow", "2025-09-20 2025-09-20"),
        ("en", "next year", "next year", "2026-01-01 2026-12-31"),
        ("en", "in the last quarter", "last quarter", "2025-04-01 2025-06-30"),
        ("en", "this week", "this week", "2025-09-15 2025-09-21"),
        ("en", "last June", "last June", "2025-06-01 2025-06-30"),
        ("en", "over the next three years", "next three years", "2025-09-19 2028-09-18"),
        ("en", "in the next two weeks", "next two weeks", "2025-09-19 2025-10-02"),
        ("en", "the last 3 months", "last 3 months", "2025-06-18 2025-09-17"),
        ("en", "over the next decade", "next decade", "2025-09-19 2035-09-18"),
        ("en", "30 June of next year", "30 June of next year", "2026-06-30 2026-06-30"),
        ("en", "on the 15th day of next month", "the 15th day of next month", "2025-10-15 2025-10-15"),
        ("en", "this summer", "this summer", "2025-06-01 2025-08-31"),
        ("en", "next Monday", "next Monday", "2025-09-22 2025-09-22"),
        ("en", "on Tuesday of next week", "Tuesday of next week", "2025-09-23 2025-09-23"),
        ("fr", "L’an prochain", "L’an prochain", "2026-01-01 2026-12-31"),
        ("fr", "la semaine dernière", "la semaine dernière", "2025-09-08 2025-09-14"),
        ("fr", "ce mois-ci", "ce mois-ci", "2025-09-01 2025-09-30"),
        ("fr", "au cours des trois prochaines années", "trois prochaines années", "2025-09-19 2028-09-18"),
        ("fr", "le 15 juin dernier", "15 juin dernier", "2025-06-15 2025-06-15"),
        ("fr", "aujourd’hui", "aujourd’hui", "2025-09-18 2025-09-18"),
        ("en", "not later than 30 April next year", "30 April next year", "2026-04-30 2026-04-30"),
        ("en", "in March next year", "March next year", "2026-03-01 2026-03-31"),
        ("es", "el año pasado", "el año pasado", "2024-01-01 2024-12-31"),
        ("es", "la próxima semana", "la próxima semana", "2025-09-22 2025-09-28"),
        ("es", "en los próximos tres años", "próximos tres años", "2025-09-19 2028-09-18"),
        ("es", "el pasado 3 de marzo", "pasado 3 de marzo", "2025-03-03 2025-03-03"),
        ("es", "el 30 de junio del presente año", "30 de junio del presente año", "2025-06-30 2025-06-30"),
        ("es", "el mes que viene", "el mes que viene", "2025-10-01 2025-10-31"),
    ],
)
def test_a_relative_date_is_counted_from_the_documents_day(times, language, text, quote, days):
    assert times(text, language)[0] == (quote, days)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met today, this week, this summer, on Friday and last June."),
        ("fr", "Hier, la semaine dernière, cet été, le 23, fin de l'année."),
        ("es", "Ayer, el año pasado, el pasado 3 de marzo, a fin de año."),
    ],
)
def test_a_relative_date_is_none_where_nobody_said_the_day(times, language, text):
    assert times(text, language, day=None) == []


def test_a_number_of_years_ahead_is_still_a_duration_where_nobody_said_the_day(times):
    assert times("over the next three years", day=None) == [("three years", "P3Y")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the last year of the plan"),
        ("en", "in the coming years"),
        ("fr", "la dernière année du plan"),
        ("fr", "le lendemain de la signature"),
        ("fr", "le mois suivant la signature"),
        ("fr", "la veille sanitaire"),
        ("es", "el año siguiente al de la firma"),
        ("en", "the hour before."),
        ("es", "al día siguiente de su firma"),
        ("en", "the day before the summit"),
        ("es", "por la mañana"),
        ("es", "en los próximos años"),
    ],
)
def test_what_counts_from_something_else_is_not_counted_from_the_documents_day(times, language, text):
    assert times(text, language) == []


def test_a_weekday_alone_is_the_last_one_unless_its_sentence_looks_ahead(times):
    assert times("They met on Friday.") == [("Friday", "2025-09-12 2025-09-12")]
    assert times("They will meet on Friday.") == [("Friday", "2025-09-19 2025-09-19")]
    assert times("They met Thursday.") == [("Thursday", "2025-09-18 2025-09-18")]


def test_a_weekday_after_what_was_said_or_done_is_past_though_its_sentence_looks_ahead(times):
    assert times("Both will open ports, the two ministers said on Tuesday.") == [("Tuesday", "2025-09-16 2025-09-16")]
    assert times("La ville va agrandir le port, selon un accord signé mardi.", "fr") == [
        ("mardi", "2025-09-16 2025-09-16")
    ]
    assert times("El puerto abrirá pronto, dijo el martes la ministra.", "es") == [("martes", "2025-09-16 2025-09-16")]
    assert times("The accord will be signed on Tuesday.") == [("Tuesday", "2025-09-23 2025-09-23")]


def test_the_seasons_of_a_southern_publisher_are_southern(times):
    assert times("el próximo verano", "es", country="UY") == [("próximo verano", "2025-12-01 2026-02-28")]
    assert times("next summer", country="CA") == [("next summer", "2026-06-01 2026-08-31")]


def test_a_spanish_season_without_a_country_may_be_of_either_hemisphere_and_is_none(times):
    assert times("el próximo verano", "es") == []


def test_a_name_that_ends_like_a_weekday_is_no_day(times):
    assert times("Los países se reunirán en Santo Domingo y en Lima.", "es") == []
    assert times("Santo Domingo, 18 de febrero de 2027.", "es") == [("18 de febrero de 2027", "2027-02-18 2027-02-18")]
