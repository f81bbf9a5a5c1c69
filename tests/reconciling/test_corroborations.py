import datetime

import pytest
from marked import marked, without_boilerplate

from servanda.reconciling import Corroboration, findings

RELEASE = marked(
    "release.txt",
    "The [Irish|actor IE] government will spend [€18 million|EUR 18M] on vocational schools in Kumasi.",
)
PAPER = marked(
    "paper.txt",
    "Vocational schools around Kumasi will get [18 million euros|EUR 18M] from [Ireland|actor IE].",
)


def corroborations(*pairs):
    return [finding for finding in findings(pairs) if isinstance(finding, Corroboration)]


def test_two_sources_that_state_one_amount_for_one_thing_corroborate_it():
    (found,) = corroborations(RELEASE, PAPER)

    assert [ref.document for ref in found.mentions] == ["paper.txt", "release.txt"]
    assert found.detail.unit == "EUR"
    assert found.detail.sources == 2
    assert found.detail.shared.actors == ("IE",)
    assert set(found.detail.shared.words) >= {"vocational", "schools"}


def test_what_is_shared_shows_in_the_slot():
    (found,) = corroborations(RELEASE, PAPER)

    assert found.slot.startswith("money EUR: IE, ")
    assert "schools" in found.slot


def test_values_that_only_overlap_corroborate_in_what_they_have_in_common():
    rough = marked("rough.txt", "[Ireland|actor IE] pays vocational schools [18.1 million|EUR 18.1M].")

    (found,) = corroborations(RELEASE, rough)

    assert (found.detail.value.low, found.detail.value.high) == (18_009_500, 18_090_000)


@pytest.mark.parametrize(
    "other",
    [
        "The [Irish|actor IE] zoo bought a giraffe for [€18 million|EUR 18M].",
        "[Ireland|actor IE] will spend [$18 million|USD 18M] on vocational schools.",
        "[Ireland|actor IE] has spent [€18 million|EUR 18M] on vocational schools.",
        "[Ghana|actor GH] will spend [€18 million|EUR 18M] on vocational schools.",
    ],
    ids=["another thing", "another currency", "already paid (CODEBOOK M1)", "another state"],
)
def test_equal_amounts_do_not_corroborate_where_they_measure_different_things(other):
    assert not corroborations(RELEASE, marked("other.txt", other))


STORY = """Dublin and Accra shake hands

[Ireland|actor IE] will give [Ghana|actor GH] [€42.5 million|EUR 42.5M] for its schools, the leaders
told a crowd of reporters at Farmleigh while rain fell on the lawn and the band played on without its music sheets.

The first of the schools will open in Kumasi after the rains, said the minister, who had come without an umbrella.
"""


def test_a_wire_story_in_two_papers_is_one_source():
    copied = STORY.replace("€42.5 million|", "42.5 million euros|").replace(
        "Dublin and Accra", "The Courier\nDublin, Accra"
    )

    assert not corroborations(marked("wire.txt", STORY), marked("courier.txt", copied))


def test_copies_are_counted_once_beside_an_independent_source():
    own = marked("own.txt", "[Ireland|actor IE] sends [Ghana|actor GH] [€42.5 million|EUR 42.5M].")
    copy = STORY.replace("Dublin and Accra", "Ghana and Ireland")

    (found,) = corroborations(marked("wire.txt", STORY), marked("courier.txt", copy), own)

    assert len(found.mentions) == 3
    assert found.detail.sources == 2
    assert [(once.documents, once.rule) for once in found.detail.counted_once] == [
        (("courier.txt", "wire.txt"), "same_text")
    ]


def test_documents_of_one_publisher_are_one_source():
    pairs = [
        marked(document.name, text, publisher="Office of the Taoiseach")
        for (document, _), text in (
            (RELEASE, "[Ireland|actor IE] will fund vocational schools with [€18 million|EUR 18M]."),
            (PAPER, "Vocational schools get [€18 million|EUR 18M] from [Ireland|actor IE]."),
        )
    ]

    assert not corroborations(*pairs)


def test_a_document_that_comes_twice_is_one_source():
    assert not corroborations(RELEASE, RELEASE)


def test_one_document_does_not_corroborate_itself():
    twice = marked(
        "twice.txt",
        "[Ireland|actor IE] will pay vocational schools [€18 million|EUR 18M].\n"
        "Vocational schools will get [€18 million|EUR 18M] from [Ireland|actor IE].",
    )

    assert not corroborations(twice)


def test_translations_of_one_text_are_one_source():
    measures = (
        ("seeds", "semences", 120),
        ("pumps", "pompes", 310),
        ("looms", "métiers", 47),
        ("boats", "barques", 93),
        ("ovens", "fours", 18),
        ("carts", "charrettes", 260),
    )
    english = marked(
        "plan.en.txt",
        "The two countries will share these things in the valley of the Oti:\n"
        + "\n".join(f"They will buy [{number} {noun}|count {noun} {number}] there." for noun, _, number in measures),
    )
    french = marked(
        "plan.fr.txt",
        "Les deux pays se partageront ces choses dans la vallée de l’Oti :\n"
        + "\n".join(f"Ils y achèteront [{number} {noun}|count {noun} {number}]." for _, noun, number in measures),
    )
    own = marked("own.txt", "There will be [310 pumps|count pumps 310] to buy in the valley of the Oti.")

    assert french[0].language == "fr"
    assert not corroborations(english, french)
    (found,) = corroborations(english, french, own)
    assert found.detail.sources == 2
    assert found.detail.counted_once[0].rule == "same_text_in_another_language"
    assert {ref.document for ref in found.mentions} == {"plan.en.txt", "plan.fr.txt", "own.txt"}


def test_one_amount_is_known_in_two_languages_by_cognates_and_actors():
    spanish = marked(
        "nota.txt",
        "[Irlanda|actor IE] destinará [18 millones de euros|EUR 18M] a las escuelas vocacionales "
        "de Kumasi, según el comunicado que se publicó ayer.",
    )

    (found,) = corroborations(RELEASE, spanish)

    assert found.detail.sources == 2


def test_days_of_one_happening_corroborate():
    first = marked("first.txt", "The school in Kumasi will open on [3 May 2027|date 2027-05-03].")
    second = marked("second.txt", "Kumasi expects its school to open on [3 May|date 2027-05-03], a teacher said.")

    (found,) = corroborations(first, second)

    assert found.detail.value.start == found.detail.value.end == datetime.date(2027, 5, 3)


def test_the_date_line_of_two_texts_is_no_happening():
    day = datetime.date(2026, 3, 4)
    pairs = [
        marked(name, f"Kumasi school opens gates\nKUMASI, [March 4, 2026|date 2026-03-04] - {text}", date=day)
        for name, text in (("a.txt", "The school opened its gates."), ("b.txt", "Pupils stood at the gates."))
    ]

    assert not corroborations(*pairs)


def test_boilerplate_states_nothing():
    offer = "Vocational schools: [Ireland|actor IE] reads for [€18 million|EUR 18M] a week."
    pair = marked("paper.txt", offer)

    assert corroborations(RELEASE, pair)
    assert not corroborations(RELEASE, without_boilerplate(pair, pair[0].text))


def test_a_count_of_what_every_text_has_is_no_finding():
    pairs = [
        marked(name, f"The [three countries|count countries 3] of North America {verb} the World Cup together.")
        for name, verb in (("a.txt", "host"), ("b.txt", "welcome"))
    ]

    assert not corroborations(*pairs)
