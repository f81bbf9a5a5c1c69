from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.lexicon.language import LANGUAGES, Language
from servanda.reading.numerals import Numeral, find_numerals, numeral_at
from servanda.text.folding import fold


def numerals(text: str, language: Language = "en", mark: str | None = None) -> list[Numeral]:
    return list(find_numerals(fold(text), 0, len(text), language, mark))


def shown(text: str, language: Language = "en", mark: str | None = None) -> list[tuple[str, str]]:
    """Return the words of every number with its value."""
    return [(text[found.start : found.end], f"{found.value:f}") for found in numerals(text, language, mark)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "1,200", "1200"),
        ("en", "1,234,567.89", "1234567.89"),
        ("en", "12,34,567", "1234567"),
        ("en", "41,700 million", "41700000000"),
        ("en", "5.5-million", "5500000"),
        ("en", "one hundred and twenty-five", "125"),
        ("en", "twenty-five hundred", "2500"),
        ("en", "two point five million", "2500000"),
        ("en", "one and a half million", "1500000"),
        ("en", "half a million", "500000"),
        ("fr", "quinze cents", "1500"),
        ("en", "two dozen", "24"),
        ("en", "thirty-five crore", "350000000"),
        ("en", "minus 3", "-3"),
        ("fr", "1 200", "1200"),
        ("fr", "1\N{NARROW NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567,8", "1234567.8"),
        ("fr", "1.200", "1200"),
        ("fr", "48’600", "48600"),
        ("fr", "quatre-vingt-dix-neuf", "99"),
        ("fr", "soixante et onze", "71"),
        ("fr", "vingt et un", "21"),
        ("fr", "vingt et un cinquième", "20.2"),
        ("fr", "deux cent cinquante mille", "250000"),
        ("fr", "un million et demi", "1500000"),
        ("fr", "un demi-million", "500000"),
        ("fr", "une centaine de millions", "100000000"),
        ("fr", "nonante", "90"),
        ("es", "41.700 millones", "41700000000"),
        ("es", "veintiún millones", "21000000"),
        ("es", "treinta y cinco", "35"),
        ("es", "dos mil millones", "2000000000"),
        ("es", "2 mil 500 millones", "2500000000"),
        ("es", "un millón y medio", "1500000"),
        ("es", "media docena", "6"),
        ("es", "dos coma cinco", "2.5"),
        ("es", "mil quinientos", "1500"),
        ("es", "1'250,000", "1250000"),
        ("es", "3'400,000.50", "3400000.5"),
        ("en", "twelve (12)", "12"),
        ("fr", "quarante mille (40 000)", "40000"),
        ("es", "quince (15)", "15"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language: Language, text: str, value: str) -> None:
    assert shown(f"({text})", language) == [(text, value)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two thirds", "0.666666666666667"),
        ("en", "a quarter", "0.25"),
        ("en", "3/4", "0.75"),
        ("fr", "les deux tiers", "0.666666666666667"),
        ("fr", "la moitié", "0.5"),
        ("es", "dos terceras partes", "0.666666666666667"),
        ("es", "tres de cada cinco", "0.6"),
        ("es", "la cuarta parte", "0.25"),
        ("en", "one in eight", "0.125"),
        ("en", "seven out of ten", "0.7"),
        ("en", "one out of every four", "0.25"),
        ("fr", "trois sur dix", "0.3"),
        ("fr", "un sur huit", "0.125"),
        ("fr", "le quart des sièges", "0.25"),
        ("fr", "du tiers de la somme", "0.333333333333333"),
    ],
)
def test_a_share_is_a_fraction(language: Language, text: str, value: str) -> None:
    (found,) = numerals(text, language)
    assert (found.kind, f"{found.value:f}") == ("fraction", value)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "the 140th", 140),
        ("en", "the twenty-first", 21),
        ("fr", "le 155e", 155),
        ("fr", "la cent vingt-cinquième", 125),
        ("es", "el 77.º", 77),
        ("es", "la cuadragésima séptima", 47),
    ],
)
def test_a_place_in_an_order_is_an_ordinal(language: Language, text: str, value: int) -> None:
    (found,) = numerals(text, language)
    assert (found.kind, found.value) == ("ordinal", value)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a third country"),
        ("fr", "un troisième pays"),
        ("es", "un tercer país"),
    ],
)
def test_an_ordinal_before_a_noun_is_no_fraction(language: Language, text: str) -> None:
    assert [found.kind for found in numerals(text, language)] == ["ordinal"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "between one hundred and two hundred", ["100", "200"]),
        ("en", "twenty or thirty", ["20", "30"]),
        ("fr", "entre vingt et trente", ["20", "30"]),
        ("es", "entre diez y veinte", ["10", "20"]),
    ],
)
def test_two_numbers_are_not_added_up(language: Language, text: str, values: list[str]) -> None:
    assert [value for _, value in shown(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "one of the parties, a country, no one"),
        ("fr", "un pays, une région, l'un d'eux"),
        ("es", "un país, una región, uno de ellos"),
        ("en", "C-130, G7, covid-19, example.org/a?q=30"),
        ("en", "see 1.2.3"),
        ("fr", "récent, similaire, dixit"),
        ("es", "militar, familia, oncología"),
    ],
)
def test_articles_names_and_addresses_hold_no_number(language: Language, text: str) -> None:
    assert shown(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "nine in 2027", ["9", "2027"]),
        ("en", "six in 14 provinces", ["6", "14"]),
        ("en", "twelve (13)", ["12", "13"]),
        ("fr", "12 sur 34", ["12", "34"]),
        ("fr", "le tiers payant", []),
    ],
)
def test_numbers_that_make_no_share_of_ten_or_a_hundred_stand_alone(
    language: Language, text: str, values: list[str]
) -> None:
    assert [f"{found.value:f}" for found in numerals(text, language)] == values


def test_one_counts_before_the_words_that_the_caller_gives() -> None:
    text = "one dollar for one country"
    found = find_numerals(text, 0, len(text), "en", after_one=frozenset({"dollar"}))
    assert [(text[numeral.start : numeral.end], numeral.start) for numeral in found] == [("one", 0)]


def test_one_is_a_number_where_the_caller_asks_for_one() -> None:
    assert numeral_at("un an", 0, 5, "fr") == Numeral(0, 2, Decimal(1), Decimal("0.5"), Decimal("1.5"), words=True)


def test_the_decimal_mark_of_the_text_wins_over_that_of_the_language() -> None:
    assert shown("1,200 y 9.9", "es", ".") == [("1,200", "1200"), ("9.9", "9.9")]
    assert shown("1.200 y 9,9", "es") == [("1.200", "1200"), ("9,9", "9.9")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5.5 million", "5450000", "5550000"),
        ("380 million", "379500000", "380500000"),
        ("24,000", "23500", "24500"),
        ("10,000", "9500", "10500"),
        ("1,250", "1245", "1255"),
        ("7", "6.5", "7.5"),
        ("600", "599.5", "600.5"),
        ("four thousand", "3950", "4050"),
    ],
)
def test_the_interval_is_half_a_unit_of_the_last_digit_that_counts(text: str, low: str, high: str) -> None:
    (found,) = numerals(text)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_groups_without_end_take_linear_time() -> None:
    assert len(numerals("123 456 " * 4_000, "es")) > 7_000


def test_a_round_collective_says_that_it_is_rough() -> None:
    (rough,), (exact,) = numerals("une trentaine", "fr"), numerals("une douzaine", "fr")
    assert (rough.about, rough.low, rough.high) == (True, 25, 35)
    assert not exact.about


@given(st.integers(0, 10**17), st.sampled_from(LANGUAGES))
def test_digits_without_marks_are_the_number(number: int, language: Language) -> None:
    assert shown(f"({number})", language) == [(str(number), str(number))]


@given(st.integers(1, 10**12), st.sampled_from([("en", ","), ("fr", " "), ("fr", "\N{NO-BREAK SPACE}"), ("es", ".")]))
def test_grouped_digits_are_the_number(number: int, custom: tuple[Language, str]) -> None:
    language, mark = custom
    written = f"{number:,}".replace(",", mark)
    assert shown(f"({written})", language) == [(written, str(number))]


@given(st.text(alphabet="0123456789 .,-$%amunioedfhrsy/()'", max_size=60), st.sampled_from(LANGUAGES))
def test_numbers_do_not_overlap_and_lie_in_their_interval(text: str, language: Language) -> None:
    position = 0
    for found in numerals(text, language):
        assert position <= found.start < found.end <= len(text)
        assert found.low <= found.value < found.high
        position = found.end
