"""CODEBOOK I1 to I5 and I10: what is a commitment, how firm, whose, and what is left out."""

import pytest

FIRM = {
    "en": [
        ("The two countries will build a ferry terminal in Cork.", "will build a ferry terminal in Cork"),
        ("Both sides shall exchange lists of experts.", "shall exchange lists of experts"),
        ("The parties agreed to open a joint laboratory.", "agreed to open a joint laboratory"),
        ("Ireland undertakes to train 200 nurses.", "undertakes to train 200 nurses"),
        ("Ghana has pledged to plant three million trees.", "has pledged to plant three million trees"),
        ("Ireland is investing €4 million in the port of Tema.", "is investing €4 million in the port of Tema"),
        (
            "Ministers expressed their commitment to reform customs rules.",
            "expressed their commitment to reform customs rules",
        ),
        ("The programme also provides for a new maritime link.", "provides for a new maritime link"),
    ],
    "fr": [
        ("Les deux pays construiront une gare maritime à Cork.", "construiront une gare maritime à Cork"),
        ("Les parties sont convenues d'ouvrir un laboratoire.", "sont convenues d'ouvrir un laboratoire"),
        ("L'Irlande s'engage à former 200 infirmières.", "s'engage à former 200 infirmières"),
        ("Le Ghana a promis de planter trois millions d'arbres.", "a promis de planter trois millions d'arbres"),
        ("Les parties vont échanger des listes d'experts.", "vont échanger des listes d'experts"),
        ("Le Ghana mettra en service deux navires.", "mettra en service deux navires"),
    ],
    "es": [
        ("Los dos países construirán una terminal en Cork.", "construirán una terminal en Cork"),
        ("Las partes acordaron abrir un laboratorio conjunto.", "acordaron abrir un laboratorio conjunto"),
        ("Irlanda se compromete a formar a 200 enfermeras.", "se compromete a formar a 200 enfermeras"),
        ("Ghana prometió plantar tres millones de árboles.", "prometió plantar tres millones de árboles"),
        ("Las partes van a intercambiar listas de expertos.", "van a intercambiar listas de expertos"),
        ("Ghana pondrá en servicio dos buques.", "pondrá en servicio dos buques"),
    ],
}


@pytest.mark.parametrize(("language", "text", "quote"), [(k, *case) for k, cases in FIRM.items() for case in cases])
def test_a_firm_commitment_runs_from_its_force_word_to_the_end_of_its_object(commitments_in, language, text, quote):
    [(found, value)] = commitments_in(text, language)

    assert found == quote
    assert value.force == "firm"


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "Both countries intend to open a school in Tamale.", "intended"),
        ("en", "Both countries agreed to work towards a visa waiver.", "intended"),
        ("en", "Both countries will explore a direct air route.", "exploratory"),
        ("en", "Both countries agreed to consider a direct air route.", "exploratory"),
        ("fr", "Les deux pays visent à ouvrir une école à Tamale.", "intended"),
        ("fr", "Les deux pays étudieront la possibilité d'une liaison directe.", "exploratory"),
        ("es", "Ambos países procurarán abrir una escuela en Tamale.", "intended"),
        ("es", "Ambos países estudiarán una ruta aérea directa.", "exploratory"),
    ],
)
def test_in_a_chain_of_verbs_the_weakest_wins(commitments_in, language, text, force):
    [(_, value)] = commitments_in(text, language)

    assert value.force == force


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ireland will continue to host the annual forum."),
        ("fr", "L'Irlande continuera d'accueillir le forum annuel."),
        ("es", "Irlanda seguirá acogiendo el foro anual."),
    ],
)
def test_what_goes_on_is_of_the_continuing_stage(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert value.stage == "continuing"


@pytest.mark.parametrize(
    ("language", "text", "promisors"),
    [
        ("en", "Ireland, for its part, will train 200 nurses.", ("IE",)),
        ("en", "The Irish Minister for Health, Aoife Daly, announced a new scholarship scheme.", ("IE",)),
        ("en", "The governments of Ireland and Ghana have agreed to share data.", ("IE", "GH")),
        ("en", "As part of the plan, Ghana will open two clinics.", ("GH",)),
        ("fr", "Les deux parties s'engagent à partager leurs données.", ("IE", "GH")),
        ("fr", "Le Ghana, pour sa part, ouvrira deux cliniques.", ("GH",)),
        ("es", "Ambas partes se comprometen a compartir sus datos.", ("IE", "GH")),
        ("es", "Ghana, por su parte, abrirá dos clínicas.", ("GH",)),
    ],
)
def test_the_promisors_are_the_subject_and_its_parties(commitments_in, language, text, promisors):
    [(_, value)] = commitments_in(text, language)

    assert value.promisors == promisors


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("en", "The ministers welcomed the growth of trade.", "welcome"),
        ("en", "The ministers thanked their hosts for the dinner.", "ceremony"),
        ("en", "Brazil will raise its tariffs on coffee.", "third_party"),
        ("en", "The climate will be difficult for farmers.", "description"),
        ("en", "Subscribe to our newsletter and you will be the first to know.", "boilerplate"),
        ("fr", "Les ministres se félicitent de l'essor du commerce.", "welcome"),
        ("fr", "Le Brésil relèvera ses droits sur le café.", "third_party"),
        ("fr", "Abonnez-vous à notre infolettre.", "boilerplate"),
        ("es", "Los ministros agradecieron a sus anfitriones.", "ceremony"),
        ("es", "Brasil subirá sus aranceles al café.", "third_party"),
        ("es", "Suscríbase a nuestro boletín.", "boilerplate"),
    ],
)
def test_what_is_no_commitment_is_left_out_with_its_reason(reading_of, language, text, reason):
    reading = reading_of(text, language)

    assert not [mention for mention in reading.mentions if mention.kind == "commitment"]
    assert [(left.quote, left.reason) for left in reading.excluded] == [(text, reason)]


def test_a_headline_that_stands_again_yields_nothing_more(commitments_in):
    sentence = "Ireland will provide 30 buses to the city of Kumasi."

    assert len(commitments_in(f"{sentence}\n\n{sentence}\n\nMore follows.")) == 1


def test_a_noun_that_looks_like_a_verb_is_none(commitments_in):
    assert not commitments_in("There is the political will, and a plan to match it was described.")


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "Ireland will open a school in 2032.", "2032-12-31"),
        ("en", "Ireland will open a school in May 2032.", "2032-05-31"),
        ("en", "Ireland will fund a school from 2032.", None),
        ("en", "Ireland will fund a school, starting in May 2032.", None),
        ("fr", "L'Irlande ouvrira une école en 2032.", "2032-12-31"),
        ("fr", "L'Irlande financera une école à compter de 2032.", None),
        ("es", "Irlanda abrirá una escuela en 2032.", "2032-12-31"),
        ("es", "Irlanda financiará una escuela a partir de 2032.", None),
    ],
)
def test_a_time_that_is_set_is_a_deadline_and_a_start_is_none(commitments_in, language, text, last):
    [(_, value)] = commitments_in(text, language)

    assert (value.deadline.end.isoformat() if value.deadline else None) == last
