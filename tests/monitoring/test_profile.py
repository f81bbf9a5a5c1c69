"""What counts for a commitment, by what the register says of it."""

import msgspec
from watched_of_tests import WATCHED, commitment, words

from servanda.monitoring.register_index import register_index
from servanda.register.commitment import Owner

COURSE = commitment(
    "T-01",
    words("Train customs officers", "Former des douaniers", "Formar a aduaneros"),
    words("A course.", "Un cours.", "Un curso."),
)
LINE = commitment(
    "T-02",
    words("Run a train", "Faire circuler un train", "Poner en servicio un tren"),
    words("A line.", "Une ligne.", "Una línea."),
)


def points(*commitments):
    index = register_index(msgspec.structs.replace(WATCHED, commitments=commitments))
    return [profile.points for profile in index.profiles]


def test_a_sense_that_only_one_language_of_a_commitment_has_counts_less():
    course, line = points(COURSE, LINE)

    assert course["railway"] < course["customs"]
    assert course["railway"] < line["railway"]
    assert line["training"] < course["training"]


def test_the_wider_concept_of_what_a_commitment_names_counts_a_part_where_it_does_not_say_it_itself():
    avocados = commitment(
        "T-03",
        words("Admit avocados", "Admettre les avocats", "Admitir aguacates"),
        words("Fresh ones.", "Frais.", "Frescos."),
    )

    (plain,) = points(avocados)

    assert 0 < plain["fruit"] < plain["avocado"]
    assert "fruit" not in points(COURSE)[0]


def test_the_institution_that_answers_for_a_commitment_counts():
    owned = msgspec.structs.replace(COURSE, owners=(Owner("GH", "gh-gpha"),))

    (plain,), (with_owner,) = points(COURSE), points(owned)

    assert "&gh-gpha" not in plain
    assert with_owner["&gh-gpha"] > 0
