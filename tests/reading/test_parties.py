import pytest

from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.actors import read_actors
from servanda.reading.parties import parties_of, party_of
from servanda.reading.scan import Scan
from servanda.text.loaders import load_bytes


def scanned(text, language=None, parties=()):
    document = load_bytes(text.encode(), name="x.txt", language=language)
    return Scan(document, Vocabulary(parties=parties), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Comunicado conjunto de Noruega y Uruguay sobre puertos\n\nLos ministros de ambos países se reunieron.",
            ("NO", "UY"),
        ),
        ("Déclaration commune du Chili et de la Suisse\n\nLes deux pays agiront.", ("CL", "CH")),
        (
            "Japan and Kenya Launch a Fund\n\nThe fund will help the farmers of Kenya, Uganda and Tanzania.",
            ("JP", "KE"),
        ),
        ("New fund for harbours\n\nJapan has signed a plan with Kenya. The plan was long awaited.", ("JP", "KE")),
        (
            "The Prime Minister of Canada, Ida Holm, and the President of Peru, Juan Vera, met on Monday in Lima.",
            ("CA", "PE"),
        ),
        (
            "El convenio entre la OIT y Chile fue firmado ayer por las dos partes en la sede de la organización.",
            ("ilo", "CL"),
        ),
        ("A new harbour will open in the north next year, and nobody knows yet who will pay for it.", ()),
    ],
)
def test_the_parties_are_those_who_stand_together_first(text, expected):
    scan = scanned(text)
    assert parties_of(scan, scan.cast.namings) == expected


def test_the_pair_that_the_text_joins_most_often_are_the_parties():
    body = (
        "Many guests from Peru, Chile, Spain and Italy came. It rained all day. The food was good. The hall was full."
    )
    scan = scanned(f"{body} Ghana and Togo signed. Mali and Niger watched. Togo and Ghana will meet again.")
    assert parties_of(scan, scan.cast.namings[4:]) == ("GH", "TG")


def test_the_two_that_the_opening_names_in_different_places_are_the_parties():
    text = (
        "Une ligne pour Luxembourg\n\nLa Belgique signe.\n\n"
        "Dix trains de plus. Ils rouleront en mai. La France, l'Italie et l'Espagne suivront."
    )
    scan = scanned(text, "fr")

    assert parties_of(scan, scan.cast.namings) == ("LU", "BE")


def test_the_plans_parties_win_where_the_text_names_one():
    scan = scanned("Japan and Kenya signed with Peru.", parties=("KE", "PE"))
    assert parties_of(scan, scan.cast.namings) == ("KE", "PE")


def test_people_offices_and_bodies_have_their_party():
    scan = scanned("Norwegian Minister Kari Nes and the Ministry of Finance of Peru agreed. Nes left. USMCA stays.")
    assert [party_of(actor, scan) for actor in read_actors(scan)] == ["NO", "PE", "NO", None]
