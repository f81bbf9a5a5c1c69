"""CODEBOOK I4: who stands for all parties, and what may stand between them and their verb."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "The two navies will train in Cork.", "firm"),
        ("en", "Neither country intends to raise the levy.", "intended"),
        ("en", "The two governments agreed a moratorium on new licences.", "firm"),
        ("en", "The two governments are finalising a deal on air traffic.", "intended"),
        ("fr", "Les deux marines patrouilleront au large de Cork.", "firm"),
        ("fr", "Des experts des deux pays établiront un calendrier.", "firm"),
        ("fr", "Les ministres ont arrêté un calendrier de levée des quotas.", "firm"),
        ("es", "Las dos armadas entrenarán en Cork.", "firm"),
        ("es", "Ninguno de los dos países piensa subir la tasa.", "intended"),
        ("es", "Los ministros fijaron un calendario para levantar las cuotas.", "firm"),
    ],
)
def test_bodies_of_both_parties_undertake_for_both(commitments_in, language, text, force):
    [(_, value)] = commitments_in(text, language)

    assert (value.promisors, value.force) == (("IE", "GH"), force)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Irlande, qui préside le fonds cette année, y ajoutera 3 millions d'euros."),
        ("es", "Irlanda, que preside el fondo este año, le sumará 3 millones de euros."),
        ("fr", "Des infirmières ghanéennes seront recrutées par les hôpitaux irlandais."),
        ("es", "Unas enfermeras ghanesas serán contratadas por hospitales irlandeses."),
    ],
)
def test_one_party_is_known_past_an_aside_and_by_its_hospitals(commitments_in, language, text):
    [(_, value)] = commitments_in(text, language)

    assert value.promisors == ("IE",)


def test_until_when_something_may_be_done_is_its_deadline(commitments_in):
    [(_, value)] = commitments_in("Ghana has until the end of June 2026 to hand over the list.")

    assert value.deadline is not None
    assert value.deadline.end.isoformat() == "2026-06-30"
