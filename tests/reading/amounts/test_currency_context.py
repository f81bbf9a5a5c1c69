import pytest

from servanda.reading.mention import Money


def decision(read, text, language="en", country=None):
    """Return the currency of the last amount of a text, with its basis."""
    value = [mention.value for mention in read(text, language, country) if isinstance(mention.value, Money)][-1]
    return value.currency, value.currency_basis


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("en", "Norway will donate 65 million kroner to the port.", "NOK"),
        ("en", "Australia announced $5 million for clinics in Fiji.", "AUD"),
        ("fr", "La Suisse versera 14,2 millions de francs au centre.", "CHF"),
        ("fr", "Le Canada consacrera 4 millions de dollars à la formation.", "CAD"),
        ("es", "Noruega donará 65 millones de coronas al puerto.", "NOK"),
        ("es", "Uruguay destinará 500 millones de pesos a la escuela.", "UYU"),
        ("en", "Japan will lend ¥68 billion for two ports.", "JPY"),
        ("en", "China will lend ¥3 billion for two ports.", "CNY"),
        ("fr", "Le Sénégal versera 9 milliards de FCFA aux écoles.", "XOF"),
        ("fr", "Le Maroc consacrera 300 MDH à la formation.", "MAD"),
    ],
)
def test_an_ambiguous_unit_takes_the_currency_of_the_state_that_pays(read, language, text, currency):
    assert decision(read, text, language) == (currency, "donor")


def test_the_lead_in_of_a_list_names_who_pays(read):
    assert decision(read, "Canada is investing:\n- $5 million in ports\n- $4 million in rail") == ("CAD", "donor")


def test_a_bare_dollar_takes_the_publishers_currency(read):
    assert decision(read, "The plan costs $5 million.", country="NZ") == ("NZD", "publisher")


def test_a_bare_dollar_sign_of_a_publisher_with_pesos_is_a_peso_in_spanish(read):
    assert decision(read, "El plan cuesta $500 millones.", "es", country="MX") == ("MXN", "publisher")


def test_a_copyright_line_names_the_publisher(read):
    assert decision(read, "The plan costs $5 million.\n© Government of Canada 2026") == ("CAD", "publisher")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Chile y Costa Rica comerciaron por 412 millones de dólares."),
        ("es", "Chile y Costa Rica. Nadie sabe de los 412 millones de dólares."),  # no Nadi
        ("fr", "Le Sénégal et le Maroc ont échangé pour 40 millions de dollars."),
        ("en", "Norway and Chile traded goods worth $40 million."),
        ("en", "Jamaica will add J$6 billion. The storms cost $4 billion."),
    ],
)
def test_dollars_are_those_of_the_united_states_where_nobody_named_has_others(read, language, text):
    assert decision(read, text, language) == ("USD", "assumed")


def test_a_release_of_a_region_does_not_mean_the_dollars_of_another_state(read):
    assert decision(read, "Le Québec et le Chili investiront 7,2 millions de dollars.", "fr") == (None, None)


def test_one_document_means_one_currency_by_its_bare_sign(read):
    text = "Canada will provide $9 million to Fiji.\nOf the $9 million, $5 million is for ports."
    assert decision(read, text) == ("CAD", "assumed")


def test_a_bare_dollar_is_that_of_the_state_that_the_text_is_about(read):
    assert decision(read, "Canada and Mexico met. Canada was glad. The cup costs $380 million.") == ("CAD", "assumed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plan costs $5 million."),
        ("en", "Canada and the United States will invest $5 million."),
        ("en", "Mexico told Canada that it would pay $5 million."),
        ("es", "Canadá y México se reunieron. Canadá celebró que el comercio sumó 41.700 millones de dólares."),
        ("es", "Se exportó por un valor de 31,5 millones de dólares."),
    ],
)
def test_where_nothing_decides_the_currency_stays_open(read, language, text):
    assert decision(read, text, language) == (None, None)


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("en", "Malawi adds 9 billion kwacha.", "MWK"),
        ("en", "Zambia and its banks hold 9 billion kwacha.", "ZMW"),
        ("fr", "Au Népal, la pêche rapporte 9 milliards de roupies.", "NPR"),
        ("fr", "À Tunis, la Tunisie compte 3 millions de dinars de recettes.", "TND"),
        ("es", "En Uganda el puerto cuesta 3 millones de chelines.", "UGX"),
        ("es", "Cabo Verde calcula 3 millones de escudos.", "CVE"),
    ],
)
def test_an_ambiguous_unit_is_that_of_the_only_state_of_its_sentence(read, language, text, currency):
    assert decision(read, text, language) == (currency, "assumed")


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        (
            "fr",
            "Le fonds compte 2 milliards de roupies mauriciennes.\nLa pêche rapporte 9 milliards de roupies.",
            "MUR",
        ),
        ("en", "It holds 2 billion Icelandic kronur.\nIt costs 9 billion kroner.", None),
        ("en", "It holds 2 billion Danish kroner.\nIt costs 9 billion kroner.", "DKK"),
        ("es", "Hay 2 millones de dinares jordanos.\nEl puerto cuesta 9 millones de dinares.", "JOD"),
        (
            "fr",
            "Il a 2 millions de francs suisses et 3 millions de francs guinéens.\nIl coûte 9 millions de francs.",
            None,
        ),
    ],
)
def test_a_unit_with_its_state_says_what_the_bare_word_means(read, language, text, currency):
    assert decision(read, text, language)[0] == currency


def test_the_icelandic_crown_has_its_own_plural(read):
    assert decision(read, "It costs 4.8 billion krónur.") == ("ISK", "stated")


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("en", "Papua New Guinea gives K4 million.", "PGK"),
        ("en", "Zambia gives K1,500.", "ZMW"),
        ("en", "South Africa pays R450m.", "ZAR"),
        ("en", "Kenya pays Sh300.", "KES"),
        ("es", "Guatemala pagará Q20 millones.", "GTQ"),
        ("es", "Honduras pagará L. 4,000.", "HNL"),
        ("es", "Costa Rica pagará ¢41.000 millones.", "CRC"),
        ("es", "Una recarga cuesta cincuenta soles en el Perú.", "PEN"),
        ("en", "Botswana pays 40 pula.", "BWP"),
    ],
)
def test_a_letter_or_a_word_of_two_senses_is_money_where_its_state_is_named(read, language, text, currency):
    assert decision(read, text, language)[0] == currency


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "The G7 and the G20 met in Papua New Guinea and climbed K2.", []),
        ("en", "An A400 and a K4000 landed in Oslo.", []),
        ("fr", "Le pêcheur a pris 50 soles.", ["Quantity"]),
    ],
)
def test_elsewhere_they_are_names_or_things(read, language, text, kinds):
    assert [type(amount.value).__name__ for amount in read(text, language)] == kinds


@pytest.mark.parametrize(
    ("text", "currency"),
    [("It holds SI$2.6 million.", "SBD"), ("It holds T$3 million.", "TOP"), ("It holds F$3 million.", "FJD")],
)
def test_letters_before_a_dollar_say_whose_it_is(read, text, currency):
    assert decision(read, text) == (currency, "stated")


def test_a_sign_is_money_whatever_the_amount(read):
    assert decision(read, "Cobran S/ 200 por recarga.", "es") == ("PEN", "stated")
