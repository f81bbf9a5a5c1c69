import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "rule"),
    [
        ("en", "They meet at least twice a year.", "at least twice a year", "FREQ=MONTHLY;INTERVAL=6"),
        ("en", "every six months", "every six months", "FREQ=MONTHLY;INTERVAL=6"),
        ("en", "each year", "each year", "FREQ=YEARLY"),
        ("en", "report annually", "annually", "FREQ=YEARLY"),
        ("en", "quarterly reports", "quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("en", "a biennial review", "biennial", "FREQ=YEARLY;INTERVAL=2"),
        ("en", "three times per year", "three times per year", "FREQ=MONTHLY;INTERVAL=4"),
        ("en", "once every two years", "once every two years", "FREQ=YEARLY;INTERVAL=2"),
        ("en", "every Monday", "every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("en", "by 30 June of each year", "30 June of each year", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),
        ("en", "the first Monday of each month", "first Monday of each month", "FREQ=MONTHLY;BYDAY=1MO"),
        (
            "es",
            "el primer lunes de marzo de cada año",
            "primer lunes de marzo de cada año",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
        ),
        ("fr", "chaque trimestre", "chaque trimestre", "FREQ=MONTHLY;INTERVAL=3"),
        ("fr", "deux fois par an", "deux fois par an", "FREQ=MONTHLY;INTERVAL=6"),
        ("fr", "tous les deux ans", "tous les deux ans", "FREQ=YEARLY;INTERVAL=2"),
        ("fr", "une fois par mois", "une fois par mois", "FREQ=MONTHLY"),
        ("fr", "le 31 mars de chaque année", "31 mars de chaque année", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("es", "dos veces al año", "dos veces al año", "FREQ=MONTHLY;INTERVAL=6"),
        ("es", "informes semestrales", "semestrales", "FREQ=MONTHLY;INTERVAL=6"),
        ("es", "cada dos años", "cada dos años", "FREQ=YEARLY;INTERVAL=2"),
        ("es", "una vez al mes", "una vez al mes", "FREQ=MONTHLY"),
        ("en", "every October", "every October", "FREQ=YEARLY;BYMONTH=10"),
        ("es", "cada mes de octubre", "cada mes de octubre", "FREQ=YEARLY;BYMONTH=10"),
        ("fr", "chaque mois d’octobre", "chaque mois d’octobre", "FREQ=YEARLY;BYMONTH=10"),
        ("en", "each spring", "each spring", "FREQ=YEARLY"),
        ("fr", "tous les hivers", "tous les hivers", "FREQ=YEARLY"),
        ("es", "todas las primaveras", "todas las primaveras", "FREQ=YEARLY"),
    ],
)
def test_how_often_is_an_rfc_5545_rule(times, language, text, quote, rule):
    assert times(text, language)[0] == (quote, rule)


def test_what_does_not_divide_its_period_has_no_rule(times):
    assert times("five times a year") == []


@pytest.mark.parametrize(
    ("language", "text", "length"),
    [
        ("en", "The committee meets every six months.", ("six months", "P6M")),
        ("en", "Canada will pay over the next three years.", ("three years", "P3Y")),
        ("fr", "Un rapport paraît tous les deux ans.", ("deux ans", "P2Y")),
        ("es", "Lo hará en los próximos tres años.", ("tres años", "P3Y")),
    ],
)
def test_what_counts_a_length_holds_it(times, language, text, length):
    assert times(text, language)[1:] == [length]


@pytest.mark.parametrize("text", ["It opened six years ago.", "It will open in two years.", "It meets every year."])
def test_a_distance_and_one_unit_are_no_length(times, text):
    assert len(times(text)) == 1
