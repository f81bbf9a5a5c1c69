"""A verb is said once for two parties: "Ghana undertook to pay, and Nigeria to send experts"."""

import pytest

from servanda.lexicon.language import Language
from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes


def undertakings(text: str, language: Language) -> list[tuple[str, tuple[str, ...]]]:
    document = load_bytes(text.encode(), name="text.txt", language=language)
    return [
        (document.text[mention.start : mention.end], mention.value.promisors)
        for mention in read(document).mentions
        if isinstance(mention.value, Commitment)
    ]


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        (
            "en",
            "Ghana undertakes to pay for the laboratory, and Nigeria to send twelve teachers.",
            ("undertakes to pay for the laboratory", ("GH",)),
            ("to send twelve teachers", ("NG",)),
        ),
        (
            "fr",
            "Le Ghana s’engage à payer le laboratoire, et le Togo à envoyer douze enseignants.",
            ("s’engage à payer le laboratoire", ("GH",)),
            ("à envoyer douze enseignants", ("TG",)),
        ),
        (
            "es",
            "Bolivia se comprometió a pagar el laboratorio, y el gobierno paraguayo a enviar doce maestros.",
            ("se comprometió a pagar el laboratorio", ("BO",)),
            ("a enviar doce maestros", ("PY",)),
        ),
        (
            "en",
            "Kinshasa undertook to drop eleven taxes; Brazzaville, to issue a free visa.",
            ("undertook to drop eleven taxes", ("CD",)),
            ("to issue a free visa", ("CG",)),
        ),
        (
            "fr",
            "Kinshasa promet de supprimer onze taxes ; Brazzaville, d'accorder un visa gratuit.",
            ("promet de supprimer onze taxes", ("CD",)),
            ("d'accorder un visa gratuit", ("CG",)),
        ),
        (
            "es",
            "Kinsasa se comprometió a suprimir once tasas; Brazzaville, a conceder un visado gratuito.",
            ("se comprometió a suprimir once tasas", ("CD",)),
            ("a conceder un visado gratuito", ("CG",)),
        ),
    ],
)
def test_each_party_undertakes_its_own_part(
    language: Language, text: str, first: tuple[str, tuple[str, ...]], second: tuple[str, tuple[str, ...]]
) -> None:
    assert undertakings(text, language) == [first, second]


def test_a_party_that_is_only_told_of_undertakes_nothing() -> None:
    text = "Ghana undertakes to pay for the laboratory and to ask Nigeria to send twelve teachers."
    assert {promisors for _, promisors in undertakings(text, "en")} == {("GH",)}


def test_three_states_with_the_forms_of_their_names_are_all_parties() -> None:
    text = (
        "The Ministers of the Republic of Ghana, the Federal Republic of Nigeria and the Togolese Republic met.\n\n"
        "The Ministers resolved to open a laboratory.\n"
    )
    assert undertakings(text, "en") == [("resolved to open a laboratory", ("GH", "NG", "TG"))]


def test_a_programme_is_a_noun_in_french() -> None:
    text = "Le Ghana et le Togo ont pris acte des résultats du programme de coopération, doté de 78 millions d’euros."
    assert undertakings(text, "fr") == []
