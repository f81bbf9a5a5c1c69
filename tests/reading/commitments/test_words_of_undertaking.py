"""CODEBOOK I5: the many ways in which a text undertakes something, in three languages alike."""

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes

BOTH = ("GH", "IE")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana vowed on Thursday to clear the backlog."),
        ("en", "Ghana has agreed, in principle, to lift its ban on beef."),
        ("en", "Ghana gave an undertaking to train 200 pilots."),
        ("en", "Ghana stands ready to send engineers."),
        ("fr", "Le Ghana a promis jeudi de résorber le retard."),
        ("fr", "Le Ghana s'est engagé, lors de la réunion, à doubler son aide."),
        ("fr", "Le Ghana a pris l'engagement de former 300 enseignants."),
        ("fr", "Le Ghana s'est dit prêt à financer la moitié des travaux."),
        ("es", "Ghana prometió el jueves duplicar su ayuda."),
        ("es", "Ghana se comprometió, durante la reunión, a duplicar su ayuda."),
        ("es", "Ghana asumió el compromiso de formar a 300 maestros."),
        ("es", "Ghana se mostró dispuesto a recibir la conferencia."),
    ],
)
def test_a_vow_is_one_whatever_stands_between_it_and_its_verb(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert (value.promisors, value.force) == (("GH",), "firm")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The leaders instructed their trade ministers to conclude talks before May 2030."),
        ("fr", "Les dirigeants ont chargé leurs ministres du Commerce de conclure les pourparlers."),
        ("es", "Los presidentes encomendaron a sus cancilleres la elaboración de una hoja de ruta."),
        ("en", "It was agreed that the two navies would hold an exercise each year."),
        ("fr", "Il a été décidé de créer un fonds commun."),
        ("es", "Quedó acordado el intercambio de datos policiales."),
        ("en", "The agreement obliges both governments to consult each other."),
        ("fr", "L'accord oblige les deux gouvernements à se consulter."),
        ("es", "El acuerdo compromete a ambos gobiernos a consultarse."),
    ],
)
def test_orders_agreements_and_what_was_agreed_bind_both_parties(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert (tuple(sorted(value.promisors)), value.force) == (BOTH, "firm")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The leaders confirmed their intention to hold annual summits."),
        ("fr", "Les dirigeants ont annoncé leur intention de tenir des sommets annuels."),
        ("es", "Los presidentes anunciaron su intención de celebrar cumbres anuales."),
        ("en", "The Parties will do their utmost to reduce delays."),
        ("fr", "Les Parties s'emploieront à réduire les délais."),
        ("es", "Las partes harán lo posible por reducir los plazos."),
    ],
)
def test_an_intention_is_no_vow(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert value.force == "intended"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The private carrier Lindqvist has said that it will raise its prices."),
        ("fr", "L'entreprise Lindqvist a confirmé qu'elle embauchera 200 personnes."),
        ("es", "La empresa Lindqvist confirmó que contratará a 200 personas."),
        ("en", "Ghana has not agreed to lift its ban on beef."),
        ("en", "Ghana hopes that Ireland will reconsider its policy."),
        ("en", "This funding will help 3,000 farmers buy seed."),
    ],
)
def test_companies_denials_hopes_and_effects_undertake_nothing(commitments_in, language, text):
    assert commitments_in(text, language) == []


def test_what_a_party_says_in_a_second_clause_is_its_own(commitments_in):
    told = commitments_in("Ireland said that it would send three ships and that Ghana would buy two of them.")

    assert [value.promisors for _, value in told] == [("IE",), ("GH",)]


def test_a_party_that_says_that_things_stay_undertakes_it(commitments_in):
    [(quote, value)] = commitments_in("Le Ghana a confirmé que les consultations resteraient gratuites.", "fr")

    assert (quote, value.promisors, value.stage) == ("resteraient gratuites", ("GH",), "continuing")


def test_a_thing_that_only_the_parties_move_is_undertaken_to_move(commitments_in):
    [(quote, value)] = commitments_in("Tariffs on cocoa will fall to zero by 2029.")

    assert (quote, str(value.deadline.end)) == ("Tariffs on cocoa will fall to zero by 2029", "2029-12-31")


def read_all(text, language):
    """Return (quote, value) of every commitment of a whole document."""
    mentions = read(load_bytes(text.encode(), name="text.txt", language=language)).mentions
    return [(mention.quote, mention.value) for mention in mentions if isinstance(mention.value, Commitment)]


def test_nominal_items_under_the_headings_of_a_plan_are_undertaken():
    plan = (
        "Plan d'action conjoint de l'Irlande et du Ghana\n\nVolet 1 – Pêche\n\n"
        "1.1 Création d'un centre commun. Échéance : 31 mai 2027.\n\n1.2 Étude sur les filets.\n\n"
        "Bilan du plan précédent\n\nFormation de 30 agents en 2020.\n"
    )
    first, second = read_all(plan, "fr")

    assert (first[0], first[1].force, str(first[1].deadline.end)) == (
        "Création d'un centre commun",
        "firm",
        "2027-05-31",
    )
    assert (second[0], second[1].force) == ("Étude sur les filets", "exploratory")


def test_a_lead_in_may_be_an_item_itself():
    plan = (
        "Joint action plan of Ireland and Ghana\n\n"
        "2.1 Ireland:\n\n• will send twelve engineers;\n• will train 40 pilots.\n\n"
        "2.2 Ghana:\n\n• will equip 180 stations;\n• will publish the data.\n"
    )
    assert [value.promisors for _, value in read_all(plan, "en")] == [("IE",), ("IE",), ("GH",), ("GH",)]


def test_a_text_names_its_own_ministers_without_their_state():
    text = (
        "Ireland and Ghana sign dairy programme\n\n"
        "The Minister for Agriculture met Ghana's Minister for Trade, Ama Owusu.\n\n"
        "The Department of Agriculture will open an office in Kumasi.\n"
    )
    assert [value.promisors for _, value in read_all(text, "en")] == [("IE",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ministers took note of Ghana's plan to reform its port authority."),
        ("en", "Ghana's main opposition party will boycott the vote."),
        ("en", "Further details will be published in due course."),
        ("fr", "Nous saluons la contribution de la Norvège, qui a offert 40 millions de couronnes."),
        ("es", "La oposición irlandesa criticó el acuerdo y anunció que pedirá explicaciones."),
    ],
)
def test_plans_of_others_notices_and_thanks_undertake_nothing(commitments_in, language, text):
    assert commitments_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The scheme will ease pressure on hospitals."),
        ("fr", "Le programme rendra plus sûres les routes."),
        ("es", "El programa hará más seguras las rutas."),
        ("es", "El plan evitará la emisión de 400.000 toneladas."),
        ("fr", "Les ministres se sont réjouis de cette initiative, qui rapprochera les deux peuples."),
        ("en", "The Volta Alliance, a conservation group, says it will go to court if the farms are built."),
        ("es", "La empresa Navisur ha dicho que comprará dos buques y contratará a 30 marinos."),
        ("fr", "Ils ont exprimé l'espoir que la paix reviendra au Sahel."),
    ],
)
def test_effects_hopes_and_what_firms_will_do_are_no_undertakings(commitments_in, language, text):
    assert commitments_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "Ministers agreed:\n\n- that the Ghana Ports Authority will consider a levy on cargo", "exploratory"),
        ("fr", "Le Ghana envisage d'étendre son appui aux ports.", "exploratory"),
        ("es", "Créase un Fondo de Pesca.", "firm"),
        ("es", "Los viceministros presentarán un balance cada trimestre.", "firm"),
        ("fr", "La Partie d'accueil versera une indemnité de 40 euros par jour.", "firm"),
    ],
)
def test_the_force_of_more_words_of_undertaking(commitments_in, language, text, force):
    assert [value.force for _, value in commitments_in(text, language)] == [force]


@pytest.mark.parametrize("number", ["40", "forty", "about forty-five", "a hundred"])
def test_sending_people_is_undertaken_whatever_number_counts_them(commitments_in, number):
    [(_, value)] = commitments_in(f"Ghana is sending {number} teachers.", "en")

    assert value.promisors == ("GH",)
