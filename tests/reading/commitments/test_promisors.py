"""CODEBOOK I4 and I10: who undertakes, where the text says it in a roundabout way."""

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes


def promisors(text):
    """Return the promisors of every commitment of a whole document."""
    mentions = read(load_bytes(text.encode(), name="text.txt", language="en")).mentions
    return [mention.value.promisors for mention in mentions if isinstance(mention.value, Commitment)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana, for its part, will pay for the buses."),
        ("en", "Ghana, according to two officials who have seen the text, will pay for the buses."),
        ("fr", "Le Ghana, quant à lui, paiera les autocars."),
        ("es", "Ghana, por su parte, pagará los autobuses."),
    ],
)
def test_words_between_commas_do_not_part_a_subject_from_its_verb(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert value.promisors == ("GH",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The wards will be painted by Ghana."),
        ("fr", "Des appareils seront fournis par le Ghana."),
        ("es", "Los medicamentos serán pagados por Ghana."),
    ],
)
def test_who_acts_in_the_passive_undertakes(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert value.promisors == ("GH",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ireland will send two ships. Its partner will send three crews."),
        ("fr", "L'Irlande enverra deux navires. Son partenaire enverra trois équipages."),
        ("es", "Irlanda enviará dos buques. Su contraparte enviará tres tripulaciones."),
    ],
)
def test_the_partner_of_one_party_is_the_other(commitments_in, language, text):
    first, second = commitments_in(text, language)

    assert (first[1].promisors, second[1].promisors) == (("IE",), ("GH",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana will build a port.\n\nBoth sides hailed the survey. They intend to train 40 pilots."),
        (
            "fr",
            "Le Ghana bâtira un port.\n\nLes deux parties ont salué l'étude. Elles entendent former 40 pilotes.",
        ),
        (
            "es",
            "Ghana hará un puerto.\n\nAmbas partes saludaron el estudio. Ellas prevén formar a 40 pilotos.",
        ),
    ],
)
def test_they_are_whom_the_sentence_before_was_about(commitments_in, language, text):
    *_, (_, value) = commitments_in(text, language)

    assert value.promisors == ("IE", "GH")


def test_what_was_agreed_impersonally_binds_both(commitments_in):
    _, (_, value) = commitments_in(
        "Ghana will host a fair. It was agreed that the two services will share their lists."
    )

    assert value.promisors == ("IE", "GH")


def test_a_text_goes_on_to_report_what_was_agreed(commitments_in):
    found = commitments_in("It was agreed that both sides will cut fees. Ghana would waive its stamp duty.")

    assert [(quote, value.promisors) for quote, value in found][1] == ("would waive its stamp duty", ("GH",))


def test_would_alone_undertakes_nothing(commitments_in):
    assert commitments_in("Without rain Ghana would lose its harvest.") == []


def test_its_agency_acts_for_who_was_named_before_it(commitments_in):
    found = commitments_in("Ghana has set aside €4 million for images, and its agency will train 50 pilots.")

    assert [value.promisors for _, value in found] == [("GH",), ("GH",)]


def test_an_opposition_that_speaks_after_a_party_is_nobody_here(commitments_in):
    assert commitments_in("Ghana votes next year, and the opposition has said that it will cancel the lease.") == []


def test_we_are_those_who_open_a_joint_text():
    text = (
        "Declaration on ports\n\nWe, the leaders of Ireland and Ghana, meeting in Accra,\n\nWe will reopen the quay.\n"
    )

    assert promisors(text) == [("IE", "GH")]


def test_we_in_a_transcript_is_who_has_the_floor():
    text = (
        "Remarks to the press by Foreign Minister Aoife Roche of Ireland and Foreign Minister Kojo Addo of Ghana\n\n"
        "Foreign Minister Addo: Good morning. We will repair the quay.\n\n"
        "Foreign Minister Roche: Thank you, Kojo. My government will send two engineers.\n\n"
        "I will return to Cork in May.\n"
    )

    assert promisors(text) == [("GH",), ("IE",), ("IE",)]


def test_the_office_above_a_text_is_the_government_in_it():
    text = (
        "Annex to the accounts\n\nDepartment of Finance, Dublin\n\nThe Government will provide €4 million for quays.\n"
    )

    assert promisors(text) == [("IE",)]


def test_a_pledge_that_came_to_nothing_is_no_commitment(commitments_in):
    assert commitments_in("A pledge to ease visas for nurses was struck out on the last night.") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A joint board of six members is hereby established.", "A joint board of six members is hereby established"),
        ("Both sides have promised not to raise fees.", "have promised not to raise fees"),
        ("Ghana has also agreed that crews may land in storms.", "has also agreed that crews may land in storms"),
        ("Officials of the two sides were asked to draft a list.", "were asked to draft a list"),
        ("The next meeting will take place in Cork.", "will take place in Cork"),
        ("Ghana will drop its duty on oats, a measure that farmers have wanted.", "will drop its duty on oats"),
        ("€9 million has been set aside for the quays.", "€9 million has been set aside for the quays"),
    ],
)
def test_more_ways_of_undertaking_are_read(commitments_in, text, quote):
    [(found, _)] = commitments_in(text)

    assert found == quote


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana's science council will pay for the travel."),
        ("fr", "Le conseil scientifique du Ghana paiera les voyages."),
        ("es", "El consejo científico de Ghana pagará los viajes."),
        ("en", "Ghana is publishing the agreement today and will report on it every year."),
        ("fr", "Le Ghana publie l'accord aujourd'hui et rendra compte chaque année."),
        ("es", "Ghana publica hoy el acuerdo e informará cada año al parlamento."),
        ("en", "Areas of co-operation include:\n• a fund of €3 million, paid by Ghana, for young fishers."),
        ("en", "Areas of co-operation include:\n• the opening of a Ghanaian consulate in Cork."),
        ("fr", "Les domaines comprennent :\n• l'ouverture d'un consulat ghanéen à Cork."),
        ("es", "Las áreas incluyen:\n• la apertura de un consulado ghanés en Cork."),
    ],
)
def test_whose_a_body_or_a_gift_is_undertakes(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert value.promisors == ("GH",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana will pay €3 million. This contribution will be paid in four parts."),
        ("fr", "Le Ghana versera 3 millions d'euros. Cette contribution sera versée en quatre parts."),
        ("es", "Ghana pagará 3 millones de euros. Esta contribución será pagada en cuatro partes."),
    ],
)
def test_a_gift_spoken_of_again_has_the_same_giver(commitments_in, language, text):
    assert [value.promisors for _, value in commitments_in(text, language)] == [("GH",), ("GH",)]


def test_they_are_both_after_a_body_of_both(commitments_in):
    text = "Ghana will send 12 boats. The two health ministries will share alerts. They will test a vaccine in 2030."

    assert [value.promisors for _, value in commitments_in(text)] == [("GH",), ("IE", "GH"), ("IE", "GH")]


def test_two_bodies_of_two_states_undertake_together(commitments_in):
    [(_, value)] = commitments_in("Ghana's navy and the Irish Coast Guard will hold two exercises a year.")

    assert set(value.promisors) == {"IE", "GH"}


@pytest.mark.parametrize(
    "head",
    [
        "Communiqué de presse\n\nConseil fédéral – Berne, le 27 mai 2026",
        "Communiqué de presse\n\nConseil fédéral\n\nBerne, le 27 mai 2026",
    ],
)
def test_the_office_and_the_day_above_a_release_say_whose_it_is(head):
    text = (
        f"{head}\n\nLa Suisse soutient l'alerte en Géorgie\n\nLe Conseil fédéral examinera l'extension du dispositif.\n"
    )
    document = load_bytes(text.encode(), name="release.txt", language="fr")
    found = [mention.value for mention in read(document).mentions if isinstance(mention.value, Commitment)]

    assert found[-1].promisors == ("CH",)


def test_a_bank_that_is_asked_for_money_promises_none(commitments_in):
    [(_, value)] = commitments_in("Las Partes procurarán obtener el resto del Banco Mundial.", "es")

    assert value.promisors == ("IE", "GH")


def test_we_in_a_joint_text_are_both_whoever_publishes_it():
    text = (
        "Joint declaration of the ministers of Canada and Benin\n\nCotonou, 14 May 2026 – Global Affairs Canada\n\n"
        "Canada will give 42 million dollars. We have also decided to open a school in Parakou."
    )
    mentions = read(load_bytes(text.encode(), name="text.txt", language="en")).mentions

    assert [one.value.promisors for one in mentions if isinstance(one.value, Commitment)] == [("CA",), ("CA", "BJ")]


def test_a_head_of_government_is_of_the_state_after_the_title_not_before_it(commitments_in):
    text = (
        "At the invitation of the Taoiseach of Ireland, the Hon. Sean Byrne, the President of Ghana, H.E. Mr Kofi Adjei"
        " came to Cork. President Adjei promised to open a school."
    )
    [(_, value)] = commitments_in(text)

    assert value.promisors == ("GH",)


def test_they_are_both_after_a_sentence_in_which_each_undertook_something(commitments_in):
    text = "L'Irlande ouvrira la piste ; le Ghana y mettra 3 millions d'euros. Elles sont convenues d'un calendrier."

    assert commitments_in(text, "fr")[-1][1].promisors == ("IE", "GH")


def test_whose_a_thing_is_between_commas_does_not_part_a_subject_from_its_verb(commitments_in):
    text = "L'Irlande paiera les études ; le Ghana, à qui appartient le terrain, en prendra la garde."

    assert [value.promisors for _, value in commitments_in(text, "fr")] == [("IE",), ("GH",)]
