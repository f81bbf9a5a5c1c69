"""Bodies that are named by their kind alone, and names that a body explains."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "short", "name", "party"),
    [
        ("en", "The Korean Maritime Agency came. Later the Agency paid.", "Agency", "Korean Maritime Agency", "KR"),
        ("en", "The Korean Maritime Agency came.\n\nThe agency paid.", "agency", "Korean Maritime Agency", "KR"),
        (
            "es",
            "Agencia Coreana de Pesca\n\nVino ayer. La Agencia pagará.",
            "Agencia",
            "Agencia Coreana de Pesca",
            "KR",
        ),
        (
            "fr",
            "Le ministère chilien de la Pêche signe.\n\nLe ministère paiera.",
            "ministère",
            "ministère chilien de la Pêche",
            "CL",
        ),
    ],
)
def test_the_kind_alone_is_the_one_body_of_its_kind(prepare, language, text, short, name, party):
    cast = prepare(text, language).cast
    [found] = [naming for naming in cast.namings if naming.rule == "short"]
    assert (text[found.start : found.end], found.value.name, found.party) == (short, name, party)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agency paid. The Korean Maritime Agency came."),
        ("en", "The Korean Maritime Agency met the Peruvian Ports Agency. The agency paid."),
        ("en", "The Korean Maritime Agency came. An agency paid."),
        ("fr", "Le ministère chilien de la Pêche signe. Un ministère paiera."),
        ("es", "Vino la Agencia Coreana de Pesca. La agencia de viajes pagará."),
    ],
)
def test_the_kind_alone_is_nobody_where_it_may_be_another(prepare, language, text):
    assert [naming for naming in prepare(text, language).cast.namings if naming.rule == "short"] == []


@pytest.mark.parametrize(
    ("language", "text", "name", "party"),
    [
        ("en", "UK Export Guarantee, the British credit agency, is to pay.", "UK Export Guarantee", "GB"),
        ("en", "Later, Norfund, the Norwegian fund for development, will pay.", "Norfund", "NO"),
        ("fr", "Finexport, l’agence suisse de crédit, paiera.", "Finexport", "CH"),
        ("es", "Finexport, la agencia chilena de crédito, pagará.", "Finexport", "CL"),
    ],
)
def test_a_name_has_the_party_of_the_body_that_explains_it(prepare, language, text, name, party):
    cast = prepare(text, language).cast
    assert [naming.party for naming in cast.namings if naming.value.name == name] == [party]


@pytest.mark.parametrize(
    "text", ["In Oslo, the Norwegian agency, which pays, came.", "On 3 May, the Norwegian fund, came."]
)
def test_a_place_or_day_before_a_body_is_not_explained_by_it(prepare, text):
    assert all(naming.value.type != "institution" for naming in prepare(text).cast.namings)
