import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "iso"),
    [
        ("en", "the first visit in eight years", "eight years", "P8Y"),
        ("en", "after more than 30 years of trade", "more than 30 years", "P30Y"),
        ("en", "a three-year plan", "three-year", "P3Y"),
        ("en", "90 days", "90 days", "P90D"),
        ("en", "ninety (90) days", "ninety (90) days", "P90D"),
        ("en", "two and a half years", "two and a half years", "P30M"),
        ("en", "3.5 years", "3.5 years", "P3.5Y"),
        ("en", "two weeks and two days", "two weeks and two days", "P16D"),
        ("en", "within a year", "a year", "P1Y"),
        ("en", "within 72 hours", "72 hours", "PT72H"),
        ("en", "half a year", "half a year", "P6M"),
        ("en", "two decades", "two decades", "P20Y"),
        ("fr", "sur quatre ans", "quatre ans", "P4Y"),
        ("fr", "une trentaine de jours", "une trentaine de jours", "P30D"),
        ("fr", "deux ans et demi", "deux ans et demi", "P30M"),
        ("fr", "dans un délai d’un an", "un an", "P1Y"),
        ("fr", "quatre-vingt-dix jours", "quatre-vingt-dix jours", "P90D"),
        ("fr", "dans les six mois suivant la date de la note", "six mois", "P6M"),
        ("en", "one year, two months and ten days", "one year, two months and ten days", "P1Y2M10D"),
        ("es", "un año y medio", "un año y medio", "P18M"),
        ("es", "dos semanas", "dos semanas", "P2W"),
        ("es", "un plazo de un año", "un año", "P1Y"),
        ("es", "desde hace dos años", "dos años", "P2Y"),
        ("es", "ciento ochenta días", "ciento ochenta días", "P180D"),
    ],
)
def test_a_length_of_time_is_an_iso_duration(times, language, text, quote, iso):
    assert times(text, language) == [(quote, iso)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a year"),
        ("en", "a 30-year-old woman"),
        ("en", "three quarters of the budget"),
        ("en", "3 to 5 years"),
        ("en", "$5 million a year"),
        ("fr", "une année difficile"),
        ("es", "un año difícil"),
    ],
)
def test_ages_shares_rates_and_two_lengths_at_once_are_no_duration(times, language, text):
    assert times(text, language) == []


def test_a_few_weeks_have_no_length(times):
    assert times("pour quelques semaines", "fr") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ms. Nes, 58 years old, chairs it."),
        ("en", "a man aged 58 years"),
        ("fr", "Karim Nes, 58 ans, pêcheur, préside."),
        ("fr", "une ouvrière âgée de 58 ans"),
        ("es", "Juan Rojas, de 58 años, preside."),
        ("es", "una mujer de 58 años de edad"),
    ],
)
def test_an_age_is_no_duration(times, language, text):
    assert times(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La sesión empezó a las 17:30 horas."),
        ("es", "La sesión empezó a las 17.30 horas."),
        ("es", "La sesión empezó a las 17 horas."),
        ("fr", "La séance s'ouvre à 17 heures."),
    ],
)
def test_a_time_of_day_is_no_duration(times, language, text):
    assert times(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "quote", "iso"),
    [
        ("fr", "une concession de 58 ans", "58 ans", "P58Y"),
        ("fr", "à 3 heures de route", "3 heures", "PT3H"),
        ("es", "un préstamo, de 5 años, sin interés", "5 años", "P5Y"),
        ("es", "en las 48 horas siguientes", "48 horas", "PT48H"),
    ],
)
def test_what_looks_like_an_age_or_a_time_of_day_stays_a_duration(times, language, text, quote, iso):
    assert times(text, language) == [(quote, iso)]
