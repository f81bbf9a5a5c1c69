import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "on World Water Day 2026", "World Water Day 2026", "2026-03-22 2026-03-22"),
        ("en", "International Women\u2019s Day", "International Women\u2019s Day", "2026-03-08 2026-03-08"),
        ("fr", "la Journée mondiale des réfugiés", "Journée mondiale des réfugiés", "2025-06-20 2025-06-20"),
        ("es", "el Día Mundial del Medio Ambiente", "Día Mundial del Medio Ambiente", "2025-06-05 2025-06-05"),
        ("fr", "le 16 décembre pour les permis", "16 décembre", "2025-12-16 2025-12-16"),
        ("es", "el 16 de diciembre por la tarde", "16 de diciembre", "2025-12-16 2025-12-16"),
        ("es", "el 1o. de abril de 2027", "1o. de abril de 2027", "2027-04-01 2027-04-01"),
        ("fr", "le 1\u1d49\u02b3 mai 2026", "1\u1d49\u02b3 mai 2026", "2026-05-01 2026-05-01"),
    ],
)
def test_days_with_a_name_or_an_odd_ordinal_are_read(times, language, text, quote, days):
    assert times(text, language) == [(quote, days)]


@pytest.mark.parametrize(
    ("language", "text", "quote", "days"),
    [
        ("en", "It was signed on 18 September 2025.", "18 September 2025", "2025-09-18 2025-09-18"),
        ("en", "It was signed on September 18, 2025.", "September 18, 2025", "2025-09-18 2025-09-18"),
        ("en", "On Thursday, Sept. 18, 2025, they met.", "Thursday, Sept. 18, 2025", "2025-09-18 2025-09-18"),
        ("en", "the 4th of July of 1995", "4th of July of 1995", "1995-07-04 1995-07-04"),
        ("en", "this eighteenth day of September, 2025", "eighteenth day of September, 2025", "2025-09-18 2025-09-18"),
        ("en", "Signed 2025-09-18.", "2025-09-18", "2025-09-18 2025-09-18"),
        ("en", "It opens in March 2027.", "March 2027", "2027-03-01 2027-03-31"),
        ("en", "It opens in the month of March 2027.", "month of March 2027", "2027-03-01 2027-03-31"),
        ("fr", "Signé le 12 mai 2025.", "12 mai 2025", "2025-05-12 2025-05-12"),
        ("fr", "Dès le 1er juillet 2026.", "1er juillet 2026", "2026-07-01 2026-07-01"),
        ("fr", "Le vendredi 15 août 2025, à Berne", "vendredi 15 août 2025", "2025-08-15 2025-08-15"),
        ("fr", "le douze mai deux mille vingt-cinq", "douze mai deux mille vingt-cinq", "2025-05-12 2025-05-12"),
        ("fr", "FEVRIER 2026", "FEVRIER 2026", "2026-02-01 2026-02-28"),
        ("es", "Se firmó el 3 de marzo de 2026.", "3 de marzo de 2026", "2026-03-03 2026-03-03"),
        ("es", "desde el 1.º de julio de 2026", "1.º de julio de 2026", "2026-07-01 2026-07-01"),
        ("es", "en junio del 2026", "junio del 2026", "2026-06-01 2026-06-30"),
        ("es", "el 01-ago-2026", "01-ago-2026", "2026-08-01 2026-08-01"),
        (
            "es",
            "a los tres días del mes de marzo de dos mil veintiséis",
            "tres días del mes de marzo de dos mil veintiséis",
            "2026-03-03 2026-03-03",
        ),
    ],
)
def test_a_written_date_is_read_to_the_day_or_month_that_it_says(times, language, text, quote, days):
    assert times(text, language, day=None) == [(quote, days)]


def test_a_month_invents_no_day(read):
    (mention,) = read("It opens in March 2027.")
    assert mention.value.granularity == "month"


@pytest.mark.parametrize("text", ["30 February 2026", "31 June 2026", "2025-02-30", "29/02/2025"])
def test_a_day_that_no_calendar_has_is_no_day(read, text):
    assert not [mention for mention in read(text) if mention.value.granularity == "day"]


@pytest.mark.parametrize(
    ("language", "country", "text", "days"),
    [
        ("fr", None, "le 12/05/2025", ["2025-05-12 2025-05-12"]),
        ("es", None, "el 12/05/2025", ["2025-05-12 2025-05-12"]),
        ("en", "US", "on 12/05/2025", ["2025-12-05 2025-12-05"]),
        ("en", "GB", "on 12/05/2025", ["2025-05-12 2025-05-12"]),
        ("en", "CA", "on 12/05/2025", []),
        ("en", None, "on 12/05/2025", []),
        ("en", None, "on 05/13/2025", ["2025-05-13 2025-05-13"]),
        ("en", None, "on 13.05.2025", ["2025-05-13 2025-05-13"]),
    ],
)
def test_figures_are_a_date_only_where_it_is_clear_which_of_them_is_the_day(times, language, country, text, days):
    assert [value for _, value in times(text, language, country=country)] == days


@pytest.mark.parametrize("text", ["1/2 of the fund", "open 24/7", "resolution 5/14", "ratio 3/4", "SOR/2026-12"])
def test_fractions_and_law_numbers_are_no_dates(times, text):
    assert times(text) == []


def test_a_date_without_its_year_takes_the_one_nearest_to_the_documents_day(times):
    assert times("Ils se sont réunis le 30 juin.", "fr") == [("30 juin", "2025-06-30 2025-06-30")]
    assert times("They met in June.") == [("June", "2025-06-01 2025-06-30")]


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "They will meet on 30 June.", "30 June"),
        ("fr", "Ils devront répondre avant le 30 juin.", "30 juin"),
        ("es", "El centro abrirá el 30 de junio.", "30 de junio"),
        ("en", "Works are to begin on 30 June, the minister added.", "30 June"),
        ("en", "Construction starts on 30 June, after the harvest has been sold.", "30 June"),
        ("fr", "La saison débute le 30 juin.", "30 juin"),
        ("es", "Está previsto que las obras arranquen el 30 de junio.", "30 de junio"),
    ],
)
def test_a_date_without_its_year_lies_ahead_where_its_sentence_does(times, language, text, quote):
    assert times(text, language) == [(quote, "2026-06-30 2026-06-30")]


def test_a_date_without_its_year_is_none_where_nobody_said_the_day(times):
    assert times("They met on 30 June, in July and on Monday.", day=None) == []


def test_a_neighbour_gives_its_year(times):
    assert times("on 3 May and 9 June 2026", day=None) == [
        ("3 May", "2026-05-03 2026-05-03"),
        ("9 June 2026", "2026-06-09 2026-06-09"),
    ]
    assert [days for _, days in times("en marzo, abril y mayo de 2026", "es", day=None)] == [
        "2026-03-01 2026-03-31",
        "2026-04-01 2026-04-30",
        "2026-05-01 2026-05-31",
    ]


@pytest.mark.parametrize("text", ["It may take longer.", "You may not.", "They march on.", "May I ask?"])
def test_may_and_march_are_months_only_where_something_leads_to_a_month(times, text):
    assert times(text) == []


def test_may_after_in_is_a_month(times):
    assert times("It may be in May.") == [("May", "2025-05-01 2025-05-31")]


@pytest.mark.parametrize(
    ("language", "text", "quote", "day"),
    [
        ("en", "It opened on 12 May 2026. The second port opened on 19 May.", "19 May", "2026-05-19 2026-05-19"),
        ("fr", "Signé le 12 mai 2026. Le port ouvrira le 3 janvier.", "3 janvier", "2027-01-03 2027-01-03"),
        ("es", "Se firmó el 12 de mayo de 2026. El puerto abrirá antes del 15 de julio.", "15 de julio", "2026-07-15"),
    ],
)
def test_another_date_tells_the_year_where_nobody_said_the_day(times, language, text, quote, day):
    assert (quote, day if " " in day else f"{day} {day}") in times(text, language, day=None)


@pytest.mark.parametrize(
    ("language", "text", "quote", "day"),
    [
        ("en", "CORK, Oct 8 (Tide) - Ghana will send water by the end of September 2027.", "Oct 8", "2026-10-08"),
        ("fr", "DAKAR, 8 oct. (AT) - Le port ouvrira d'ici la fin septembre 2027.", "8 oct.", "2026-10-08"),
        ("es", "LIMA, 8 oct (AT).- El puerto abrirá antes de septiembre de 2027.", "8 oct", "2026-10-08"),
    ],
)
def test_the_day_of_a_dateline_lies_before_what_is_still_to_come(times, language, text, quote, day):
    assert (quote, f"{day} {day}") in times(text, language, day=None)


def test_a_year_alone_tells_nothing_of_the_day_beside_it(times):
    assert times("Compared with 2023, trade grew. It opened on 19 May.", day=None) == [
        ("2023", "2023-01-01 2023-12-31")
    ]


@pytest.mark.parametrize("word", ["unless", "versus", "across"])
def test_a_word_that_ends_in_s_is_not_always_counted(times, word):
    assert times(f"They will strike on Nov. 3 {word} the ports.") == [("Nov. 3", "2025-11-03 2025-11-03")]
