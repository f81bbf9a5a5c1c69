from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "number", "unit"),
    [
        ("en", "It created 24,000 jobs there.", "24,000 jobs", "24000", "jobs"),
        ("en", "three new regional laboratories", "three new regional laboratories", "3", "laboratories"),
        ("en", "two North American leaders met", "two North American leaders", "2", "leaders"),
        ("en", "412 Indian fishermen", "412 Indian fishermen", "412", "fishermen"),
        ("en", "60 more inspectors", "60 more inspectors", "60", "inspectors"),
        ("en", "60 further districts", "60 further districts", "60", "districts"),
        ("en", "a 12-member panel", "12-member", "12", "member"),
        ("en", "1.2m people", "1.2m people", "1200000", "people"),
        ("en", "0.4 percentage points", "0.4 percentage points", "0.4", "percentage points"),
        ("en", "seven in Vancouver, too", "seven in Vancouver", "7", None),
        ("en", "ten thousand", "ten thousand", "10000", None),
        ("fr", "une trentaine de pays", "une trentaine de pays", "30", "pays"),
        ("fr", "une centaine d’experts", "une centaine d’experts", "100", "experts"),
        ("fr", "trois nouvelles stations", "trois nouvelles stations", "3", "stations"),
        ("fr", "1,2 M d'habitants", "1,2 M d'habitants", "1200000", "habitants"),
        ("fr", "1,5 kilomètre", "1,5 kilomètre", "1.5", "kilomètre"),
        ("es", "260 inspectores", "260 inspectores", "260", "inspectores"),
        ("es", "9.400 toneladas de merluza", "9.400 toneladas", "9400", "toneladas"),
        ("es", "24 mil empleos", "24 mil empleos", "24000", "empleos"),
        ("es", "3 ha de bosque", "3 ha", "3", "ha"),
        ("es", "30 segundos", "30 segundos", "30", "segundos"),
        ("en", "a warming of 1.5 °C", "1.5 °C", "1.5", "°c"),
        ("en", "some 420 km2 of marsh", "420 km2", "420", "km2"),
        ("en", "raised by 75 basis points", "75 basis points", "75", "basis points"),
        ("en", "eight (8) tugboats", "eight (8) tugboats", "8", "tugboats"),
        ("en", "one fisher in six", "one fisher in six", "0.166666666666667", None),
        ("en", "three harbours in ten", "three harbours in ten", "0.3", None),
        ("en", "Norland, 14 out of 19 ports", "14", "14", None),
        ("fr", "0,4 point de pourcentage", "0,4 point de pourcentage", "0.4", "point de pourcentage"),
        ("fr", "90 kilomètres carrés", "90 kilomètres carrés", "90", "kilomètres carrés"),
        ("fr", "huit (8) remorqueurs", "huit (8) remorqueurs", "8", "remorqueurs"),
        ("fr", "une pêcheuse sur six", "une pêcheuse sur six", "0.166666666666667", None),
        ("fr", "sept ports sur dix", "sept ports sur dix", "0.7", None),
        ("fr", "12 Mt de blé", "12 Mt", "12", "mt"),
        ("es", "0,4 puntos porcentuales", "0,4 puntos porcentuales", "0.4", "puntos porcentuales"),
        ("es", "90 kilómetros cuadrados", "90 kilómetros cuadrados", "90", "kilómetros cuadrados"),
        ("es", "una pescadora de cada seis", "una pescadora de cada seis", "0.166666666666667", None),
    ],
)
def test_a_quantity_is_a_number_with_its_noun(read, language, text, quote, number, unit):
    quantity = read(text, language)[0]
    assert (quantity.kind, quantity.quote) == ("quantity", quote)
    assert (quantity.value.number, quantity.value.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "under Article 5 and Resolution 1325 (2000)"),
        ("en", "see articles 5, 6 and 7"),
        ("en", "in 2030 and later"),
        ("en", "the Agenda 2030"),
        ("en", "Canada (1) and Mexico (2)"),
        ("en", "at 10:30, 24/7, by 5G"),
        ("en", "call 800 555 1212"),
        ("en", "at COP 30"),
        ("en", "no later than 22 March"),
        ("en", "one of the two, which agreed"),
        ("en", "two times more"),
        ("fr", "l'article 12, le point 4 et l'objectif 16"),
        ("fr", "à 10 h 30"),
        ("fr", "un navire neuf"),
        ("es", "el artículo 12 de la Ley 27"),
        ("es", "dos veces más"),
        ("en", "berths 4 and 5"),
        ("fr", "les quais 4 et 5"),
        ("en", "at 12:01 a.m., and again at 9 am"),
        ("es", "a las 9:30 a. m."),
        ("en", "under Article 34.7"),
        ("en", "towards SDG 13"),
    ],
)
def test_names_years_and_pronouns_are_no_quantities(read, language, text):
    assert read(text, language) == []


def test_no_amount_overlaps_what_is_taken(read):
    text = "In 2030 jobs rose to 300 jobs."
    assert [mention.quote for mention in read(text, taken=[(3, 7), (21, 24)])] == []


def test_a_text_writes_its_decimals_one_way(read):
    units = [(mention.quote, mention.value.number) for mention in read("9.9 por ciento de 1,200 empleos", "es")]
    assert units == [("9.9 por ciento", Decimal("9.9")), ("1,200 empleos", Decimal(1200))]


def test_a_spanish_publisher_may_write_a_decimal_point(read):
    assert read("1,200 empleos", "es", country="MX")[0].value.number == 1200
    assert read("1,200 toneladas", "es", country="ES")[0].value.number == Decimal("1.2")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,200 empleos y 3,450 becas", ["1200", "3450"]),  # groups, as nothing else speaks for a decimal comma
        ("0,125 litros y 1,250 empleos, 2.400 becas", ["0.125", "1.25", "2400"]),
        ("una tasa de 4,125 % y 1.200 becas", ["4.125", "1200"]),
        ("2.5 millones de becas y 1,200 empleos", ["2500000", "1200"]),
    ],
)
def test_the_numbers_of_a_spanish_text_tell_its_decimal_mark(read, text, numbers):
    assert [f"{found.value.number:f}" for found in read(text, "es")] == numbers


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "more than 30 ships", "more_than"),
        ("en", "at least 30 ships", "at_least"),
        ("en", "30 ships or more", "at_least"),
        ("en", "up to 30 ships", "up_to"),
        ("en", "(some 30 ships)", "about"),
        ("en", "no more than 30 ships", "at_most"),
        ("fr", "près de 30 navires", "nearly"),
        ("fr", "plus d’un million de navires", "more_than"),
        ("fr", "jusqu’à 30 navires", "up_to"),
        ("fr", "une trentaine de navires", "about"),
        ("es", "más de 30 barcos", "more_than"),
        ("es", "al menos 30 barcos", "at_least"),
        ("es", "hasta 30 barcos", "up_to"),
        ("es", "casi 30 barcos", "nearly"),
        ("es", "30 barcos", None),
    ],
)
def test_the_qualifier_of_an_amount_is_read_and_stays_out_of_its_span(read, language, text, qualifier):
    (quantity,) = read(text, language)
    assert quantity.value.qualifier == qualifier
    assert quantity.value.unit in {"ships", "navires", "barcos"}


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "just over half of them", "more_than"),
        ("fr", "plus du tiers des ports", "more_than"),
        ("fr", "près des deux tiers", "nearly"),
        ("fr", "moins de la moitié des ports", "less_than"),
        ("es", "más de la mitad de los puertos", "more_than"),
        ("es", "superior al medio millón", "more_than"),
    ],
)
def test_the_qualifier_of_a_share_is_read(read, language, text, qualifier):
    assert read(text, language)[0].value.qualifier == qualifier


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two leaders met; all three countries agreed."),
        ("en", "The two North Sea governments agreed with both ministers."),
        ("en", "Two-way trade grew."),
        ("en", "They will strike on Nov. 3 unless wages rise."),
        ("fr", "Les deux parties et ces trois pays, avec les ministres des deux gouvernements"),
        ("es", "Los dos países y estas dos delegaciones"),
    ],
)
def test_a_group_that_is_known_is_not_counted(read, language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "Two countries joined.", "Two countries"),
        ("en", "the two ships", "two ships"),
        ("en", "the twelve countries", "twelve countries"),
        ("en", "a two-lane road", "two-lane"),
        ("fr", "trois pays ont signé", "trois pays"),
        ("es", "dos países firmaron", "dos países"),
    ],
)
def test_other_groups_are_counted(read, language, text, quote):
    assert [mention.quote for mention in read(text, language)] == [quote]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "60,000 square kilometres of forest", "square kilometres"),
        ("en", "40 cubic metres", "cubic metres"),
        ("fr", "60 000 kilomètres carrés de forêt", "kilomètres carrés"),
        ("fr", "40 mètres cubes d'eau", "mètres cubes"),
        ("es", "60.000 kilómetros cuadrados de bosque", "kilómetros cuadrados"),
        ("es", "40 metros cúbicos", "metros cúbicos"),
    ],
)
def test_squares_and_cubes_belong_to_the_unit(read, language, text, unit):
    (quantity,) = read(text, language)
    assert quantity.value.unit == unit
    assert quantity.quote.endswith(unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Serán 50 los ingenieros que se formen en Corea.", "ingenieros"),
        ("Ya son más de 300 los kilómetros de carretera.", "kilómetros"),
        ("Suman 1.200 las viviendas entregadas.", "viviendas"),
    ],
)
def test_in_spanish_what_is_counted_may_follow_with_its_article(read, text, unit):
    (quantity,) = read(text, "es")
    assert quantity.value.unit == unit


def test_in_spanish_an_article_after_a_number_opens_something_else_without_a_verb_that_sums_up(read):
    (quantity,) = read("Llegaron 50 los soldados dijeron.", "es")
    assert quantity.value.unit is None
