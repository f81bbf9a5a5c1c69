from decimal import Decimal

import pytest

from servanda.reading.numerals import find_numerals
from servanda.reconciling.coded import coded
from servanda.reconciling.lengths import lengths
from servanda.reconciling.portions import and_a_half, portions
from servanda.reconciling.rates import rates
from servanda.text.folding import fold


def passage(language, text):
    folded = fold(text)
    return coded(folded, 0, len(folded), language, list(find_numerals(folded, 0, len(folded), language)))


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("en", "twice a year", {2}),
        ("en", "every six months", {2}),
        ("en", "three times a week", {157}),
        ("en", "every other year", {"0.5"}),
        ("en", "once every two months", {6}),
        ("en", "two flights a week", {52, 104}),
        ("en", "on three occasions each year", {3}),
        ("en", "measured round the clock", {8766}),
        ("fr", "deux fois l’an", {2}),
        ("fr", "chaque semestre", {2}),
        ("fr", "un an sur deux", {"0.5"}),
        ("fr", "deux vols hebdomadaires", {52, 104}),
        ("fr", "24 heures sur 24", {8766}),
        ("fr", "tous les quinze jours", {24}),
        ("es", "dos reuniones anuales", {1, 2}),
        ("es", "tres veces al mes", {36}),
        ("es", "una vez cada quince días", {24}),
        ("es", "mueren al año", {1}),
        ("es", "31 de marzo de cada año", {1}),
        ("es", "las 24 horas del día", {8766}),
    ],
)
def test_a_rhythm_is_so_many_times_a_year(language, text, times):
    (rate,) = rates(passage(language, text))
    assert {round(one, 1 if one < 1 else 0) for one in rate.times} == {Decimal(one) for one in times}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "within a year of signature"),
        ("en", "an hour later"),
        ("fr", "en un an"),
        ("es", "durante un mes"),
    ],
)
def test_a_length_of_time_is_no_rhythm(language, text):
    assert list(rates(passage(language, text))) == []


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "half a day", "0.5"),
        ("en", "half a year", "182.625"),
        ("en", "an hour and a half", "0.0625"),
        ("en", "12 weeks", 84),
        ("fr", "une demi-journée", "0.5"),
        ("fr", "une heure et demie", "0.0625"),
        ("es", "medio año", "182.625"),
        ("es", "hora y media diaria", "0.0625"),
    ],
)
def test_a_length_of_time_is_so_many_days(language, text, days):
    (length,) = lengths(passage(language, text))
    assert abs(length.days - Decimal(days)) < Decimal("0.0001")


@pytest.mark.parametrize(
    ("language", "text", "percent"),
    [
        ("en", "one seat in three", 33),
        ("en", "every other teacher", 50),
        ("en", "by one fifth the amount", 20),
        ("fr", "un enseignant recruté sur deux", 50),
        ("fr", "d’un cinquième la quantité", 20),
        ("en", "seven homes in ten", 70),
    ],
)
def test_a_share_is_a_percentage(language, text, percent):
    (portion,) = portions(passage(language, text))
    assert round(portion.percent) == percent


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a metre and a half"),
        ("fr", "une fois et demie"),
        ("fr", "un mètre cinquante"),
        ("es", "una vez y media"),
    ],
)
def test_a_half_is_added_after_a_noun(language, text):
    (mixed,) = and_a_half(passage(language, text))
    assert mixed.number == Decimal("1.5")
