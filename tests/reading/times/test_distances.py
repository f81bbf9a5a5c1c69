import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "day"),
    [
        ("en", "two months ago", "two months ago", "2025-07-18"),
        ("en", "It will open in two years.", "in two years", "2027-09-18"),
        ("en", "within 90 days of 1 May 2026", "90 days of 1 May 2026", "2026-07-30"),
        ("en", "two days after tomorrow", "two days after tomorrow", "2025-09-21"),
        ("fr", "il y a deux ans", "il y a deux ans", "2023-09-18"),
        ("fr", "dans deux mois", "dans deux mois", "2025-11-18"),
        ("fr", "30 jours à compter du 1er mai 2026", "30 jours à compter du 1er mai 2026", "2026-05-31"),
        ("es", "hace tres semanas", "hace tres semanas", "2025-08-28"),
        ("es", "La obra terminará en dos años.", "en dos años", "2027-09-18"),
        ("es", "90 días a partir del 1 de mayo de 2026", "90 días a partir del 1 de mayo de 2026", "2026-07-30"),
    ],
)
def test_a_distance_from_a_known_day_is_a_day(times, language, text, quote, day):
    assert times(text, language) == [(quote, f"{day} {day}")]


def test_a_distance_is_as_fine_as_its_unit(read):
    (mention,) = read("two years ago")
    assert mention.value.granularity == "year"


@pytest.mark.parametrize("text", ["90 days of signature", "two years later", "more than two years ago"])
def test_a_distance_from_something_unknown_stays_a_duration(read, text):
    assert [mention.kind for mention in read(text)] == ["duration"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway will give a loan repayable in twenty years."),
        ("fr", "La Norvège accordera un prêt remboursable en vingt ans."),
        ("es", "Noruega concederá un préstamo reembolsable en veinte años."),
    ],
)
def test_the_term_of_a_loan_is_a_duration(read, language, text):
    assert [mention.kind for mention in read(text, language)] == ["duration"]


def test_french_en_says_how_long_and_dans_when(times):
    assert times("Les centres délivreront les titres en 20 jours.", "fr") == [("20 jours", "P20D")]
    assert times("Les centres ouvriront dans 20 jours.", "fr") == [("dans 20 jours", "2025-10-08 2025-10-08")]
