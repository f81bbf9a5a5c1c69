"""For whom somebody acts where the text does not say it in so many words."""

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes


def promisors(text, language="en"):
    """Return the promisors of every commitment of a whole document."""
    mentions = read(load_bytes(text.encode(), name="text.txt", language=language)).mentions
    return [mention.value.promisors for mention in mentions if isinstance(mention.value, Commitment)]


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("President Isidro Macaraeg said his government would cut fees.", "PH"),
        ("Prime Minister Haruka Tsukishima said her country would lend two ships.", "JP"),
    ],
)
def test_who_leads_a_state_acts_for_the_party_that_has_such_an_office(sentence, party):
    assert promisors(f"Japan and the Philippines agree on ships\n\n{sentence}") == [(party,)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Remarks by the Minister of Ports of Chile, Ana Ruiz\n\nWe will build two quays in Peru."),
        ("fr", "Discours de la ministre chilienne des Ports, Ana Ruiz\n\nNous construirons deux quais au Pérou."),
        ("es", "Palabras de la ministra de Puertos de Chile, Ana Ruiz\n\nConstruiremos dos muelles en Perú."),
    ],
)
def test_we_in_a_speech_are_the_state_of_who_gives_it(language, text):
    assert promisors(text, language) == [("CL",)]


def test_who_answers_in_an_interview_is_presented_at_its_head():
    text = (
        "Chile's minister of ports, Ana Ruiz, talks about quays in Peru.\n\nQ: What is new?\n\n"
        "A: We will build two quays.\n\nQ: And then?\n\nA: We will train forty pilots."
    )

    assert promisors(text) == [("CL",), ("CL",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Clinics for Peru\n\nThe Ministry of Health will build ten clinics. The bank will lend 9 million."),
        ("fr", "Des dispensaires pour le Pérou\n\nLe ministère de la Santé construira dix dispensaires."),
        ("es", "Postas para el Perú\n\nEl Ministerio de Salud construirá diez postas."),
    ],
)
def test_a_ministry_is_that_of_the_only_state_named(language, text):
    assert promisors(text, language)[0] == ("PE",)


def test_no_bank_acts_for_the_only_state_named():
    assert promisors("A loan for Peru\n\nThe Andean Roads Bank will lend Peru 9 million euros.") == [()]


def test_a_release_speaks_from_its_dateline_where_it_names_no_states_of_its_offices():
    text = (
        "Confédération suisse\n\nConseil fédéral\n\nCOMMUNIQUÉ\n\nDes digues pour le Valais\n\n"
        "Berne, 12 mai 2027 – Le Conseil fédéral paiera les digues. L'Office fédéral de l'eau en rendra compte.\n\n"
        "Les travaux dureront dix ans.\n\nIls ont commencé hier.\n\nUne tranche de 90 millions sera versée en 2029.\n\n"
        "La Suisse et l'Italie signeront un accord en 2028."
    )

    *own, joint = promisors(text, "fr")

    assert set(own) == {("CH",)}
    assert joint == ("CH", "IT")
