"""CODEBOOK S1 to S3: what is one commitment, and what are several."""

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes


def test_clauses_with_subjects_of_their_own_are_commitments_of_their_own(commitments_in):
    found = commitments_in("Ireland will send 30 engineers, while Ghana will provide the buildings.")

    assert [(quote, value.promisors) for quote, value in found] == [
        ("will send 30 engineers", ("IE",)),
        ("will provide the buildings", ("GH",)),
    ]


def test_two_verbs_of_one_subject_are_two_commitments(commitments_in):
    found = commitments_in("Both countries will protect their forests and will restore their rivers.")

    assert [quote for quote, _ in found] == ["will protect their forests", "will restore their rivers"]
    assert all(value.promisors == ("IE", "GH") for _, value in found)


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        (
            "en",
            "Both countries agreed to protect forests and to restore rivers.",
            ["to protect forests", "to restore rivers"],
        ),
        (
            "fr",
            "Les deux pays s'engagent à protéger les forêts et à restaurer les cours d'eau.",
            ["à protéger les forêts", "à restaurer les cours d'eau"],
        ),
        (
            "es",
            "Ambos países se comprometen a proteger los bosques y a restaurar los ríos.",
            ["a proteger los bosques", "a restaurar los ríos"],
        ),
    ],
)
def test_coordinated_infinitives_are_measures_of_one_commitment(commitments_in, language, text, measures):
    (_, whole), *parts = commitments_in(text, language)

    assert whole.parent is None
    assert [quote for quote, _ in parts] == measures
    assert all(value.parent.startswith("commitment-") for _, value in parts)


@pytest.mark.parametrize(
    "text",
    [
        "Both countries agreed to protect forests and to restore rivers. Deadline: 31 May 2027.",
        "They will act:\n\n- Ghana agreed to protect forests and to restore rivers\n",
    ],
)
def test_measures_keep_their_commitment_in_a_list_and_where_a_note_follows(commitments_in, text):
    _, *parts = commitments_in(text)

    assert [quote for quote, _ in parts] == ["to protect forests", "to restore rivers"]
    assert all(value.parent is not None for _, value in parts)


def test_distinct_targets_are_distinct_commitments(commitments_in):
    found = commitments_in("Ireland will train 300 nurses and will deliver 12 ambulances.")

    assert [quote for quote, _ in found] == ["will train 300 nurses", "will deliver 12 ambulances"]
    assert all(value.parent is None for _, value in found)


def test_a_mission_and_money_announced_together_are_two(commitments_in):
    found = commitments_in("Ireland announced a new trade mission to Accra, and €2 million in funding for clinics.")

    assert [quote for quote, _ in found] == [
        "announced a new trade mission to Accra",
        "€2 million in funding for clinics",
    ]


def test_a_relative_clause_stays_inside_its_object(commitments_in):
    [(quote, _)] = commitments_in("The parties agreed to create a council that will meet every year.")

    assert quote == "agreed to create a council that will meet every year"


def test_each_item_after_a_lead_in_is_a_commitment_with_its_force(commitments_in):
    found = commitments_in("The two sides will seek to:\n• open a port;\n• study a bridge;\n• train 40 pilots.")

    assert [(quote, value.force, value.promisors) for quote, value in found] == [
        ("open a port", "intended", ("IE", "GH")),
        ("study a bridge", "exploratory", ("IE", "GH")),
        ("train 40 pilots", "intended", ("IE", "GH")),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana announced the following measures:\n\n1. Purchase of two ships.\n2. Hiring of 90 pilots."),
        ("fr", "Le Ghana a annoncé les mesures suivantes :\n\n1. Achat de deux navires.\n2. Embauche de 90 pilotes."),
        (
            "es",
            "Ghana anunció las siguientes medidas:\n\n1. Compra de dos buques.\n2. Contratación de 90 pilotos.",
        ),
    ],
)
def test_who_announces_measures_undertakes_them(commitments_in, language, text):
    assert [value.promisors for _, value in commitments_in(text, language)] == [("GH",), ("GH",)]


@pytest.mark.parametrize(
    ("language", "title", "items"),
    [
        ("en", "Action Plan of Ireland and Ghana", ("Train 40 pilots a year", "Reduce waiting from 72 to 24 hours")),
        ("fr", "Plan d'action Irlande-Ghana", ("Former 40 pilotes par an", "Réduire l'attente de 72 à 24 heures")),
        ("es", "Plan de acción Irlanda-Ghana", ("Formar a 40 pilotos por año", "Reducir de 72 a 24 horas la espera")),
    ],
)
def test_items_of_a_plan_that_begin_with_a_verb_are_commitments_of_all_parties(language, title, items):
    noun = {"en": "Report on ports", "fr": "Centre de pilotage", "es": "Taller de pilotos"}[language]
    listed = "\n\n".join(f"- {item}." for item in (*items, noun))
    document = load_bytes(f"{title}\n\nII. Ports\n\n{listed}".encode(), name="plan.txt", language=language)
    found = [mention for mention in read(document).mentions if isinstance(mention.value, Commitment)]

    assert [(one.quote, one.value.promisors) for one in found] == [(item, ("IE", "GH")) for item in items]


def test_an_item_in_the_future_is_as_firm_as_its_own_verb(commitments_in):
    found = commitments_in(
        "Ambos países:\n• abrirán un puerto;\n• procurarán bajar los derechos; y\n• analizarán un puente.", "es"
    )

    assert [(quote, value.force) for quote, value in found] == [
        ("abrirán un puerto", "firm"),
        ("procurarán bajar los derechos", "intended"),
        ("analizarán un puente", "exploratory"),
    ]


def test_items_without_bullets_belong_to_the_list_while_they_share_its_form(commitments_in):
    text = "Areas of co-operation include:\nBuilding two clinics.\nTraining nurses.\nThe weather in Accra was warm."

    assert [quote for quote, _ in commitments_in(text)] == ["Building two clinics", "Training nurses"]


def test_a_list_of_who_was_there_holds_no_commitment(commitments_in):
    assert not commitments_in("Participants:\n• The Minister of Health;\n• The Director of Ports.")


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            "fr",
            "Le Ghana fournira 40 camions, ouvrira deux écoles et formera 30 gardes.",
            ["fournira 40 camions", "ouvrira deux écoles", "formera 30 gardes"],
        ),
        (
            "es",
            "Ghana donará 40 camiones, construirá dos muelles y recibirá a 50 becarios.",
            ["donará 40 camiones", "construirá dos muelles", "recibirá a 50 becarios"],
        ),
    ],
)
def test_a_comma_parts_verbs_in_the_future_that_share_a_subject(commitments_in, language, text, parts):
    found = commitments_in(text, language)

    assert [(quote, value.promisors) for quote, value in found] == [(part, ("GH",)) for part in parts]


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "Ireland will pay €3 million: it is the largest sum so far.", "will pay €3 million"),
        ("fr", "L'Irlande versera 3 millions d'euros : c'est un record.", "versera 3 millions d'euros"),
        ("es", "Irlanda pagará 3 millones de euros: es la mayor suma.", "pagará 3 millones de euros"),
    ],
)
def test_a_comment_after_a_colon_is_no_part_of_what_is_undertaken(commitments_in, language, text, quote):
    assert [found for found, _ in commitments_in(text, language)] == [quote]


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("en", "Ghana's minister said that €3 million would be paid and that six wells would be dug.", "six wells"),
        ("fr", "Le ministre ghanéen a annoncé que le Ghana formerait 40 gardes et qu'il publierait la carte.", "publ"),
        ("es", "El ministro ghanés anunció que Ghana formaría a 40 guardas y que publicaría el mapa.", "publicaría"),
    ],
)
def test_what_else_was_said_is_another_commitment(commitments_in, language, text, second):
    found = commitments_in(text, language)

    assert [value.promisors for _, value in found] == [("GH",), ("GH",)]
    assert found[1][0].startswith(second)


def test_an_article_may_undertake_twice_in_the_present_tense(commitments_in):
    articles = "Article 1\nLes Parties coopèrent.\n\nArticle 2\nLes Parties échangent.\n\nArticle 3\n"
    text = articles + "L'Irlande offre chaque année soixante places et prend en charge les frais de scolarité."

    assert [quote for quote, value in commitments_in(text, "fr") if value.promisors == ("IE",)] == [
        "offre chaque année soixante places",
        "prend en charge les frais de scolarité",
    ]


def test_a_heading_in_capitals_is_no_item_of_a_list(commitments_in):
    text = "Les Parties sont convenues de ce qui suit :\n\nI. FORMATION MARITIME\n\nL'Irlande formera 40 pilotes."

    assert [quote for quote, _ in commitments_in(text, "fr")] == ["formera 40 pilotes"]


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("en", "Ireland will open a fund, to which Ghana will contribute 4 million euros.", "will contribute"),
        ("fr", "L'Irlande créera un fonds, auquel le Ghana contribuera à parts égales.", "contribuera"),
        ("es", "Irlanda creará un fondo, al que Ghana aportará 4 millones de euros.", "aportará"),
    ],
)
def test_who_adds_to_what_was_undertaken_undertakes_something_too(commitments_in, language, text, second):
    [(quote, value), (added, other)] = commitments_in(text, language)

    assert not quote.endswith(("which", "auquel", "que"))
    assert added.startswith(second)
    assert (value.promisors, other.promisors) == (("IE",), ("GH",))


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        (
            "fr",
            "Un campus sera ouvert à Cork, et les diplômes qu'il délivrera seront reconnus à Accra.",
            ["Un campus sera ouvert à Cork", "les diplômes qu'il délivrera seront reconnus à Accra"],
        ),
        (
            "es",
            "Se abrirá una escuela en Cork, y los títulos que otorgará serán reconocidos en Accra.",
            ["Se abrirá una escuela en Cork", "los títulos que otorgará serán reconocidos en Accra"],
        ),
    ],
)
def test_a_subject_with_a_relative_clause_opens_a_clause_of_its_own(commitments_in, language, text, quotes):
    assert [quote for quote, _ in commitments_in(text, language)] == quotes


def test_words_that_only_say_how_it_is_done_are_no_second_commitment(commitments_in):
    text = "“Vamos a duplicar los bomberos, y lo haremos con salarios dignos”, dijo la ministra de Ghana, Efua Ofori."

    assert [quote for quote, _ in commitments_in(text, "es")] == ["Vamos a duplicar los bomberos"]


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "Ireland will send 30 engineers, easing a dispute that began in 2019.", "will send 30 engineers"),
        ("en", "Both sides will review the deal, and either can walk away.", "will review the deal"),
        ("en", "Ireland will send 30 engineers and thanked Ghana for its help.", "will send 30 engineers"),
        ("fr", "L'Irlande enverra 30 ingénieurs, d'après le texte.", "enverra 30 ingénieurs"),
        ("es", "Irlanda enviará 30 ingenieros, de acuerdo con el texto.", "enviará 30 ingenieros"),
        ("es", "Irlanda enviará 30 ingenieros, un punto en el que insistió Ghana.", "enviará 30 ingenieros"),
        (
            "es",
            "La ministra irlandesa indicó que Irlanda enviará 30 ingenieros y que espera verlos en mayo.",
            "enviará 30 ingenieros",
        ),
    ],
)
def test_an_undertaking_ends_where_what_follows_only_tells_of_it(commitments_in, language, text, quote):
    assert [found for found, _ in commitments_in(text, language)] == [quote]


def test_what_a_body_of_all_is_to_be_is_part_of_what_the_text_says_of_it(commitments_in):
    [(found, value)] = commitments_in(
        "The minutes stated that a task force of 120 sailors would be set up by May 2030."
    )

    assert found == "a task force of 120 sailors would be set up by May 2030"
    assert value.promisors == ("IE", "GH")


def test_what_something_is_worth_does_not_stand_for_it(commitments_in):
    [(found, _)] = commitments_in("A joint call, worth 4 million euros, will be launched in May 2030.")

    assert found == "A joint call, worth 4 million euros, will be launched in May 2030"


def test_who_gives_something_else_after_a_semicolon_is_no_part_of_what_is_given(commitments_in):
    quotes = [quote for quote, _ in commitments_in("Irlanda pondrá 18 millones de euros; Ghana, el personal.", "es")]

    assert quotes == ["pondrá 18 millones de euros"]


def test_words_set_in_after_and_do_not_hide_a_second_verb(commitments_in):
    found = commitments_in("Las Partes se proponen duplicar la línea y, con ese fin, presentarán los estudios.", "es")

    assert [quote for quote, _ in found] == ["se proponen duplicar la línea", "presentarán los estudios"]
