"""Actors that no list knows: institutions, offices and people, by the words that announce them."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The Ministry of Finance and the Department of Fisheries pay.",
            ["Ministry of Finance", "Department of Fisheries"],
        ),
        ("en", "the Norwegian Food Safety Authority", ["Norwegian Food Safety Authority"]),
        ("en", "the Secretariat of the Pacific Islands Forum", ["Secretariat of the Pacific Islands Forum"]),
        ("en", "a ministry and an agency", []),
        ("fr", "le ministère chilien de l’Environnement", ["ministère chilien de l’Environnement"]),
        ("fr", "l’Agence de la santé publique du Canada versera", ["Agence de la santé publique du Canada"]),
        (
            "fr",
            "l’Office fédéral de l’environnement et le Secrétariat d’État à l’économie",
            ["Office fédéral de l’environnement", "Secrétariat d’État à l’économie"],
        ),
        ("fr", "une agence du coin", []),
        ("es", "la Secretaría de Relaciones Exteriores de México", ["Secretaría de Relaciones Exteriores de México"]),
        ("es", "la Comisión Nacional de Acuacultura y Pesca", ["Comisión Nacional de Acuacultura y Pesca"]),
    ],
)
def test_institutions_are_read_by_what_they_are_called(prepare, language, text, expected):
    cast = prepare(text, language).cast
    assert [text[n.start : n.end] for n in cast.namings if n.value.type == "institution"] == expected


@pytest.mark.parametrize(
    ("language", "text", "name", "party"),
    [
        ("en", "Canadian Prime Minister Ida Holm spoke.", "Ida Holm", "CA"),
        ("en", "The Prime Minister of Canada, Ida Holm, spoke.", "Ida Holm", "CA"),
        ("en", "Norway’s fisheries minister, Kari Nes, spoke.", "Kari Nes", "NO"),
        ("en", "Kari Nes, Norwegian Minister of Fisheries, spoke.", "Kari Nes", "NO"),
        ("en", "Minister of Foreign Affairs Kari Nes spoke.", "Kari Nes", None),
        ("en", "the Secretary of State (Sport), Adam van Dam, spoke", "Adam van Dam", None),
        ("en", "President Luis Paz of Uruguay spoke.", "Luis Paz", "UY"),
        ("en", "UN envoy Sam Otto spoke.", "Sam Otto", "un"),
        ("en", "the Hon. Ruth Bell MP spoke", "Ruth Bell", None),
        ("fr", "le premier ministre du Canada, Marc Dubois, a signé", "Marc Dubois", "CA"),
        ("fr", "la ministre chilienne de l’Environnement, Ana Ruiz, a signé", "Ana Ruiz", "CL"),
        ("fr", "le ministre de l’Intérieur belge, Luc Peeters, a signé", "Luc Peeters", "BE"),
        ("fr", "la secrétaire d’État au Commerce extérieur Anne Roy a signé", "Anne Roy", None),
        ("es", "la presidenta de México, Rosa Inca, firmó", "Rosa Inca", "MX"),
        ("es", "el secretario de Economía, Marcelo Vidal, firmó", "Marcelo Vidal", None),
        ("es", "la ministra uruguaya de Pesca Ana Ruiz firmó", "Ana Ruiz", "UY"),
    ],
)
def test_people_are_read_with_their_office(prepare, language, text, name, party):
    [person] = [naming for naming in prepare(text, language).cast.namings if naming.value.type == "person"]
    assert (person.value.name, person.party) == (name, party)


def test_a_surname_later_is_the_person_introduced(named):
    text = "Prime Minister Ida Holm met Juan Vera Paz, President of Peru. Ms. Holm left; Vera stayed with van Dam."
    assert [name for _, name in named(text)] == ["Ida Holm", "Juan Vera Paz", "Ida Holm", "Juan Vera Paz"]


def test_where_the_family_name_comes_first_it_is_the_short_name(named):
    text = "South Korean Prime Minister Han Do-yun met Kenyan minister Rose Wanjiru. Han left, and Rose stayed."
    assert [name for _, name in named(text)] == ["Han Do-yun", "Rose Wanjiru", "Han Do-yun"]


def test_a_first_name_told_once_belongs_to_the_surname(named):
    assert named("Prime Minister Holm spoke. At noon, Ida Holm left.") == [
        ("Prime Minister Holm", "Ida Holm"),
        ("Ida Holm", "Ida Holm"),
    ]


def test_a_surname_that_two_people_share_is_nobodys(named):
    text = "Minister Ana Ruiz met Senator Paul Ruiz. Ruiz smiled."
    assert named(text) == [("Minister Ana Ruiz", "Ana Ruiz"), ("Senator Paul Ruiz", "Paul Ruiz")]


def test_a_surname_in_another_name_is_somebody_else(named):
    assert named("Minister Kari Nes opened the Nes Institute with Diana Nes.") == [
        ("Minister Kari Nes", "Kari Nes"),
        ("Nes Institute", "Nes Institute"),
        ("Diana Nes", "Diana Nes"),
    ]


def test_an_office_is_the_one_person_who_holds_it(prepare):
    text = (
        "Norwegian Prime Minister Ida Holm met President Juan Vera of Peru. The Norwegian leader thanked the president."
    )
    cast = prepare(text).cast
    assert [(n.value.name, n.party) for n in cast.namings if n.rule == "office"] == [
        ("Ida Holm", "NO"),
        ("Juan Vera", "PE"),
    ]


def test_an_office_that_two_may_hold_is_left_open(named):
    text = "President Juan Vera of Peru met the president of Chile. The president spoke."
    assert named(text)[-1] == ("president", "president")


def test_a_text_introduces_short_names_in_parentheses(named):
    text = "The Commission of Rivers (COR) and the Union of Small Harbours (USH) met. COR will pay; USH will not."
    assert [name for _, name in named(text)] == [
        "Commission of Rivers",
        "Commission of Rivers",
        "Union of Small Harbours",
        "Union of Small Harbours",
        "Commission of Rivers",
        "Union of Small Harbours",
    ]


def test_the_short_name_of_a_ministry_is_made_of_the_beginnings_of_its_words(named):
    text = "El Ministerio de Salud y el Ministerio de Agricultura pagarán. Minsa sí; Minagri no. Minga, tampoco."
    assert [name for name, _ in named(text, "es")][2:] == ["Minsa", "Minagri"]


def test_a_government_is_its_state(named):
    assert named("The Mexican government and the Government of Peru agreed.") == [
        ("Mexican government", "MX"),
        ("Government of Peru", "PE"),
    ]
    assert named("Les gouvernements suisse et chilien agiront.", "fr") == [
        ("gouvernements suisse", "CH"),
        ("chilien", "CL"),
    ]


def test_states_that_share_a_noun_stand_for_themselves(named):
    assert named("Los ministros de Pesca de Noruega y Uruguay se reunieron.", "es") == [
        ("Noruega", "NO"),
        ("Uruguay", "UY"),
    ]


def test_an_agreement_named_after_its_parties_holds_their_names(named):
    assert named("The Chile-Peru Action Plan 2026-2028 will help.") == [
        ("Chile-Peru Action Plan 2026-2028", "Chile-Peru Action Plan 2026-2028"),
        ("Chile", "CL"),
        ("Peru", "PE"),
    ]


def test_a_heading_in_capitals_makes_no_names(named):
    text = (
        "Prime Minister Holm Signs Trade Pact With Peru\n\nPrime Minister Ida Holm signed a pact with Peru on Monday."
    )
    assert ("Holm", "Ida Holm") in named(text)
    assert not any("Signs" in words for words, _ in named(text))


@pytest.mark.parametrize(
    ("language", "text", "words", "party"),
    [
        ("fr", "la ministre chilienne de l’Économie bleue, Ana Ruiz, viendra", "Ana Ruiz", "CL"),
        ("es", "el ministro de Economía azul, Luis Paz, vendrá", "Luis Paz", None),
        ("fr", "le haut-commissaire de l’Inde, M. Arun Rao, viendra", "Arun Rao", "IN"),
        ("fr", "Discours de la ministre fédérale allemande de la Coopération, Mme Anke Vogel", "Anke Vogel", "DE"),
        ("en", "the Minister for Trade of Denmark, Ms Signe Holm, will come", "Signe Holm", "DK"),
        ("en", "the finance minister, Mr. Paz, will come", "Paz", None),
        ("es", "el ministro de Exteriores, Unión Europea y Cooperación, Luis Paz, vendrá", "Luis Paz", None),
        ("fr", "le ministre de la Défense suédois, Karl Lind, viendra", "Karl Lind", "SE"),
    ],
)
def test_a_name_after_an_office_holds_it(prepare, language, text, words, party):
    [naming] = [naming for naming in prepare(text, language).cast.namings if naming.value.type == "person"]
    assert (naming.value.name, naming.party, naming.role != "") == (words, party, True)


def test_fields_of_one_office_are_no_organisation(named):
    found = named("El ministro de Exteriores, Unión Europea y Cooperación viajó a la Unión Europea.", "es")
    assert [identity for _, identity in found][1:] == ["eu"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Los ministros de Energía, el boliviano Óscar Paz y la paraguaya Ana Ruiz, firmaron. El ministro salió.",
        ),
        ("fr", "Les ministres de l’Énergie, le Bolivien Óscar Paz et la Paraguayenne Ana Ruiz, ont signé."),
    ],
)
def test_each_of_several_ministers_is_named_by_nationality(prepare, language, text):
    people = [
        naming for naming in prepare(text, language).cast.namings if naming.value.name in {"Óscar Paz", "Ana Ruiz"}
    ]

    assert [(naming.value.name, naming.party) for naming in people][:2] == [("Óscar Paz", "BO"), ("Ana Ruiz", "PY")]
    assert all(naming.party == "BO" for naming in people[2:])  # "el ministro"
