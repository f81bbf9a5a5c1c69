from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "amount", "currency"),
    [
        ("en", "It costs C$9.9M in all.", "C$9.9M", "9900000", "CAD"),
        ("en", "a loan of CAD 5.5 million", "CAD 5.5 million", "5500000", "CAD"),
        ("en", "grants of US$1.2bn", "US$1.2bn", "1200000000", "USD"),
        ("en", "6 million U.S. dollars", "6 million U.S. dollars", "6000000", "USD"),
        ("en", "10,000 Swiss francs", "10,000 Swiss francs", "10000", "CHF"),
        ("en", "$5 million USD", "$5 million USD", "5000000", "USD"),
        ("en", "some $5 million (CAD)", "$5 million", "5000000", "CAD"),
        ("en", "€250m was set aside", "€250m", "250000000", "EUR"),
        ("en", "5 million pounds sterling", "5 million pounds sterling", "5000000", "GBP"),
        ("en", "one euro", "one euro", "1", "EUR"),
        ("en", "COP 300 million", "COP 300 million", "300000000", "COP"),
        ("en", "about CAD5.5M", "CAD5.5M", "5500000", "CAD"),
        ("en", "worth $US 5 million", "$US 5 million", "5000000", "USD"),
        ("en", "worth $US5 million", "$US5 million", "5000000", "USD"),
        ("en", "C$5-million", "C$5-million", "5000000", "CAD"),
        ("en", "C$ 5 million to C$ 7 million", "C$ 5 million to C$ 7 million", "5000000", "CAD"),
        ("fr", "3,4 G$ CA", "3,4 G$ CA", "3400000000", "CAD"),
        (
            "fr",
            "vingt-cinq millions (25 000 000) d'euros",
            "vingt-cinq millions (25 000 000) d'euros",
            "25000000",
            "EUR",
        ),
        ("es", "$1'250,000.00 M.N.", "$1'250,000.00 M.N", "1250000", "MXN"),
        ("es", "US$2.5 mil millones", "US$2.5 mil millones", "2500000000", "USD"),
        ("fr", "5 Md de yens", "5 Md de yens", "5000000000", "JPY"),
        ("es", "47 mil 120.5 millones de euros", "47 mil 120.5 millones de euros", "47120500000", "EUR"),
        ("es", "S/900 000", "S/900 000", "900000", "PEN"),
        ("es", "5 millones de US$", "5 millones de US$", "5000000", "USD"),
        ("fr", "12,5 M$ US", "12,5 M$ US", "12500000", "USD"),
        ("fr", "1,1 milliard de dollars américains", "1,1 milliard de dollars américains", "1100000000", "USD"),
        ("fr", "85 millions d’euros", "85 millions d’euros", "85000000", "EUR"),
        ("fr", "3 Md€", "3 Md€", "3000000000", "EUR"),
        ("fr", "5 dollars des États-Unis", "5 dollars des États-Unis", "5", "USD"),
        ("es", "5 millones de pesos mexicanos", "5 millones de pesos mexicanos", "5000000", "MXN"),
        (
            "es",
            "41.700 millones de dólares canadienses",
            "41.700 millones de dólares canadienses",
            "41700000000",
            "CAD",
        ),
        ("es", "US$ 10 mil millones", "US$ 10 mil millones", "10000000000", "USD"),
        ("es", "unos S/ 900 000 anuales", "S/ 900 000", "900000", "PEN"),
        ("es", "500 pesos moneda nacional", "500 pesos moneda nacional", "500", "MXN"),
    ],
)
def test_a_stated_currency_is_read(read, language, text, quote, amount, currency):
    (money,) = read(text, language)
    assert (money.quote, money.value.amount) == (quote, Decimal(amount))
    assert (money.value.currency, money.value.currency_basis) == (currency, "stated")


def test_an_abbreviation_may_hold_scale_and_unit(read):
    quotes = [(money.quote, money.value.amount) for money in read("85 mdp y 3 mmdd", "es")]
    assert quotes == [("85 mdp", Decimal(85_000_000)), ("3 mmdd", Decimal(3_000_000_000))]


def test_units_and_coins_are_one_amount(read):
    (money,) = read("It costs thirteen dollars and forty-five cents.")
    assert (money.quote, money.value.amount) == ("thirteen dollars and forty-five cents", Decimal("13.45"))


def test_coins_of_no_known_currency_stay_coins(read):
    (money,) = read("It costs 30 cents a litre.")
    assert (money.value.amount, money.value.currency) == (30, None)


def test_coins_of_a_known_currency_are_parts_of_its_unit(read):
    (money,) = read("It costs 30 cents a litre.", country="CA")
    assert (money.value.amount, money.value.currency) == (Decimal("0.3"), "CAD")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "500 pounds of cocaine"),
        ("en", "24 won"),
        ("fr", "60 livres"),
        ("es", "3 marcos jurídicos"),
        ("es", "un peso de 45 kg"),
    ],
)
def test_words_that_mean_other_things_are_no_money(read, language, text):
    assert [mention.kind for mention in read(text, language)] == ["quantity"]


def test_the_name_of_a_state_after_a_unit_needs_its_capital(read):
    (money,) = read("Cinco millones de dólares irán a la escuela.", "es")
    assert money.quote == "Cinco millones de dólares"


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "€5 million a year", "P1Y"),
        ("en", "€5 million annually", "P1Y"),
        ("fr", "5 millions d'euros par an", "P1Y"),
        ("fr", "900 € par mois", "P1M"),
        ("es", "5 millones de euros al año", "P1Y"),
        ("es", "500 euros mensuales", "P1M"),
    ],
)
def test_the_period_of_an_amount_is_read(read, language, text, period):
    assert read(text, language)[0].value.period == period


def test_the_period_is_read_even_if_somebody_else_took_its_words(read):
    (money,) = read("€3 million annually", taken=[(11, 19)])
    assert money.value.period == "P1Y"


@pytest.mark.parametrize("text", ["€30 million, of which 18 million in 2025", "€30 million: 18 million for ports"])
def test_a_later_amount_of_millions_takes_the_currency_that_its_sentence_leaves_out(read, text):
    second = read(text)[1]
    assert (second.quote, second.value.currency, second.rule) == ("18 million", "EUR", "money_elliptic")


def test_the_next_sentence_takes_no_currency_from_the_last(read):
    assert read("It cost €30 million. About 18 million live there.")[1].kind == "quantity"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "3 millions d'euros, en plus des 2 millions promis en mars"),
        ("es", "3 millones de euros, además de los 2 millones anunciados en marzo"),
    ],
)
def test_millions_before_a_participle_leave_out_the_unit_and_count_no_participles(read, language, text):
    found = read(text, language)
    assert [(each.kind, each.value.amount, each.value.qualifier) for each in found] == [
        ("money", 3_000_000, None),
        ("money", 2_000_000, None),
    ]


@pytest.mark.parametrize(
    ("language", "text", "quote", "currency"),
    [
        ("en", "It costs Ksh. 3bn.", "Ksh. 3bn", "KES"),
        ("en", "Indonesia commits Rp 300 trillion.", "Rp 300 trillion", "IDR"),
        ("en", "Ghana will invest GH¢12 million.", "GH¢12 million", "GHS"),
        ("es", "Bolivia invertirá Bs. 300.000.", "Bs. 300.000", "BOB"),
        ("es", "El aporte es de Gs. 40.000 millones.", "Gs. 40.000 millones", "PYG"),
    ],
)
def test_letters_before_a_number_mark_local_currencies(read, language, text, quote, currency):
    [mention] = [mention for mention in read(text, language) if mention.kind == "money"]

    assert (mention.quote, mention.value.currency) == (quote, currency)


def test_letters_without_a_capital_mark_no_currency(read):
    assert not [mention for mention in read("the 3 rm 40 samples") if mention.kind == "money"]
