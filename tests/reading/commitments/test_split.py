"""CODEBOOK S1 to S3: what is one commitment, and what are several."""

import pytest


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


def test_items_without_bullets_belong_to_the_list_while_they_share_its_form(commitments_in):
    text = "Areas of co-operation include:\nBuilding two clinics.\nTraining nurses.\nThe weather in Accra was warm."

    assert [quote for quote, _ in commitments_in(text)] == ["Building two clinics", "Training nurses"]


def test_a_list_of_who_was_there_holds_no_commitment(commitments_in):
    assert not commitments_in("Participants:\n• The Minister of Health;\n• The Director of Ports.")
