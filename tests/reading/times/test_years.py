import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2025 exports grew."),
        ("en", "the 2025 FIFA Women's Cup"),
        ("en", "the 2025 targets"),
        ("en", "Vision 2025"),
        ("en", "well below 2025 levels"),
        ("en", "Budget 2025 provides for it"),
        ("fr", "En 2025, le commerce a reculé."),
        ("fr", "au-delà de 2025"),
        ("fr", "depuis 2025"),
        ("es", "la Copa Mundial 2025"),
        ("es", "antes de 2025"),
        ("es", "durante 2025 se firmó"),
    ],
)
def test_four_digits_are_a_year_where_nothing_is_counted(times, language, text):
    assert times(text, language, day=None) == [("2025", "2025-01-01 2025-12-31")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2000 jobs were created"),
        ("en", "in 2000 villages"),
        ("en", "some 2015 people"),
        ("en", "$2025 a head"),
        ("en", "Resolution 2025"),
        ("en", "call 613-555-2026"),
        ("en", "2026 km of road"),
        ("en", "2,026 schools and 2026.5 points"),
        ("en", "© 2025 The Paper"),
        ("fr", "2 026 emplois"),
        ("fr", "les 2026 emplois"),
        ("fr", "quelque 2000 personnes"),
        ("es", "2000 empleos"),
        ("es", "unas 2000 personas"),
    ],
)
def test_four_digits_that_count_or_number_something_are_no_year(times, language, text):
    assert times(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "the Action Plan 2025-2028 says", "2025-2028"),
        ("en", "the Action Plan 2025–2028 says", "2025–2028"),
        ("en", "between 2025 and 2028", "between 2025 and 2028"),
        ("en", "from 2025 to 2028", "from 2025 to 2028"),
        ("fr", "de 2025 à 2028", "de 2025 à 2028"),
        ("fr", "entre 2025 et 2028", "entre 2025 et 2028"),
        ("es", "el período 2025-2028", "2025-2028"),
        ("es", "entre 2025 y 2028", "entre 2025 y 2028"),
        ("es", "de 2025 a 2028", "de 2025 a 2028"),
    ],
)
def test_two_years_are_everything_from_the_first_to_the_end_of_the_last(times, language, text, quote):
    assert times(text, language, day=None) == [(quote, "2025-01-01 2028-12-31")]


def test_years_that_run_backwards_are_no_stretch(times):
    assert [quote for quote, _ in times("from 2028 to 2025")] == ["2028", "2025"]


def test_a_list_of_years_is_several_dates(times):
    assert [quote for quote, _ in times("in 2024, 2025 and 2026")] == ["2024", "2025", "2026"]


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "It keeps its aid until at least 2028.", "2028"),
        ("en", "It has paid since at least 2019 for the port.", "2019"),
        ("fr", "Il la maintiendra jusqu'en 2028 au moins.", "2028"),
        ("es", "La mantendrá hasta al menos 2028.", "2028"),
    ],
)
def test_a_year_may_be_a_limit(times, language, text, quote):
    assert times(text, language) == [(quote, f"{quote}-01-01 {quote}-12-31")]
