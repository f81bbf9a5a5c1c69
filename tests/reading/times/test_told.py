import datetime

import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "They met on 3 May 2026; the following day they left.", "following day", "2026-05-04 2026-05-04"),
        ("en", "They met on 3 May 2026. The week before, nobody came", "week before", None),
        ("en", "They met on 3 May 2026, and not the day before.", "the day before", "2026-05-02 2026-05-02"),
        ("en", "It began in 2024. Two years later it was over.", "Two years later", "2026-01-01 2026-12-31"),
        ("en", "In 2024 trade grew over the previous year.", "previous year", "2023-01-01 2023-12-31"),
        ("en", "Signed in May 2026, it was in force three months later", "three months later", "2026-08-01 2026-08-31"),
        ("fr", "Réunis le 3 mai 2026, ils ont conclu le lendemain.", "lendemain", "2026-05-04 2026-05-04"),
        (
            "fr",
            "Réunis le 3 mai 2026, ils ont conclu dix jours plus tard.",
            "dix jours plus tard",
            "2026-05-13 2026-05-13",
        ),
        ("fr", "Signé en 2024, publié l'année suivante.", "l'année suivante", "2025-01-01 2025-12-31"),
        (
            "es",
            "Se reunieron el 3 de mayo de 2026 y al día siguiente volvieron.",
            "al día siguiente",
            "2026-05-04 2026-05-04",
        ),
        (
            "es",
            "Se firmó el 3 de mayo de 2026 y se publicó dos meses después.",
            "dos meses después",
            "2026-07-03 2026-07-03",
        ),
        ("es", "En 2024 creció más que el año anterior.", "el año anterior", "2023-01-01 2023-12-31"),
    ],
)
def test_what_counts_from_a_date_told_before_is_read(times, language, text, quote, days):
    found = dict(times(text, language, day=None))
    assert found.get(quote) == days


def test_a_date_that_is_not_fine_enough_counts_no_weeks(times):
    assert [quote for quote, _ in times("It began in 2024. Two weeks later it was over.")] == ["2024", "Two weeks"]


def test_where_no_date_is_told_the_following_week_is_that_after_the_documents(times):
    assert times("the following week") == [("following week", "2025-09-22 2025-09-28")]
    assert times("the following week", day=None) == []


def test_a_length_of_time_without_a_date_told_stays_one(times):
    assert times("two years later", day=datetime.date(2025, 9, 18)) == [("two years", "P2Y")]
