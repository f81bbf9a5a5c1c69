import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "From June 11 to July 19, 2026, they host", "From June 11 to July 19, 2026", "2026-06-11 2026-07-19"),
        ("en", "June 11-14, 2026", "June 11-14, 2026", "2026-06-11 2026-06-14"),
        ("en", "5–10 May 2026", "5–10 May 2026", "2026-05-05 2026-05-10"),
        ("en", "from 9 to 12 of June 2026", "from 9 to 12 of June 2026", "2026-06-09 2026-06-12"),
        ("en", "November to February 2027", "November to February 2027", "2026-11-01 2027-02-28"),
        ("en", "January–March 2026", "January–March 2026", "2026-01-01 2026-03-31"),
        ("en", "1 May 2026 to 31 March 2027", "1 May 2026 to 31 March 2027", "2026-05-01 2027-03-31"),
        ("fr", "du 15 au 20 février 2026", "du 15 au 20 février 2026", "2026-02-15 2026-02-20"),
        ("fr", "du 28 février au 3 mars 2026", "du 28 février au 3 mars 2026", "2026-02-28 2026-03-03"),
        ("fr", "les 15 et 16 mai 2026", "15 et 16 mai 2026", "2026-05-15 2026-05-16"),
        (
            "en",
            "from Sunday, March 1, to Friday, March 6, 2026",
            "from Sunday, March 1, to Friday, March 6, 2026",
            "2026-03-01 2026-03-06",
        ),
        ("en", "on 4, 5 and 6 June 2026", "4, 5 and 6 June 2026", "2026-06-04 2026-06-06"),
        ("es", "los días 4, 5 y 6 de junio de 2026", "4, 5 y 6 de junio de 2026", "2026-06-04 2026-06-06"),
        ("fr", "10/1-11/2/2027", "10/1-11/2/2027", "2027-01-10 2027-02-11"),
        ("es", "del 5 al 7 de mayo de 2026", "del 5 al 7 de mayo de 2026", "2026-05-05 2026-05-07"),
        ("es", "del 5 de mayo al 7 de junio de 2026", "del 5 de mayo al 7 de junio de 2026", "2026-05-05 2026-06-07"),
        ("es", "entre enero y marzo de 2026", "entre enero y marzo de 2026", "2026-01-01 2026-03-31"),
    ],
)
def test_a_stretch_holds_both_its_ends(times, language, text, quote, days):
    assert times(text, language, day=None) == [(quote, days)]


def test_the_last_end_of_a_stretch_comes_after_the_first(times):
    assert times("from 25 October to 25 January") == [("from 25 October to 25 January", "2025-10-25 2026-01-25")]


def test_days_that_do_not_follow_each_other_are_no_stretch(times):
    assert times("on 3, 9 and 12 June 2026") == [
        ("3", "2026-06-03 2026-06-03"),
        ("9", "2026-06-09 2026-06-09"),
        ("12 June 2026", "2026-06-12 2026-06-12"),
    ]
    assert times("los días 4 y 8 de mayo", "es") == [
        ("4", "2025-05-04 2025-05-04"),
        ("8 de mayo", "2025-05-08 2025-05-08"),
    ]


def test_the_clear_end_of_a_stretch_in_figures_tells_the_day_of_the_other(times):
    assert times("2/27-3/1/2027") == [("2/27-3/1/2027", "2027-02-27 2027-03-01")]


def test_a_stretch_from_a_day_that_its_year_does_not_have_is_none(times):
    assert times("29/2-1/3/2027", "fr") == [("1/3/2027", "2027-03-01 2027-03-01")]


def test_a_dateline_and_the_year_after_its_dash_stay_apart(times):
    assert [quote for quote, _ in times("OTTAWA, Sept. 18, 2025 — 2026 will be hard")] == ["Sept. 18, 2025", "2026"]


def test_a_stretch_without_a_year_is_the_nearest_as_a_whole(times):
    assert times("Between January and August there were 300.") == [
        ("Between January and August", "2025-01-01 2025-08-31")
    ]
    assert times("La feria será entre enero y marzo.", "es") == [("entre enero y marzo", "2026-01-01 2026-03-31")]
