import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from marked import marked

from servanda.reading.reader import read
from servanda.reconciling import Sum, findings
from servanda.reconciling.adding import MOST_PARTS, adding_up
from servanda.text.loaders import load_bytes


def sums(*pairs):
    return [finding for finding in findings(pairs) if isinstance(finding, Sum)]


def numbers(finding):
    return int(finding.detail.total), [int(part) for part in finding.detail.parts]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "A grant of [€5.5 million|EUR 5.5M] helps migrants. Another [€4.4 million|EUR 4.4M] goes to the police, "
            "bringing the total to [€9.9 million|EUR 9.9M].",
            id="total",
        ),
        pytest.param(
            "Ils verseront [5,5 millions|EUR 5.5M] pour les ponts et [4,4 millions|EUR 4.4M] pour les routes, soit au "
            "total [9,9 millions d’euros|EUR 9.9M].",
            id="au total",
        ),
        pytest.param(
            "El fondo tendrá [9,9 millones|EUR 9.9M]: [5,5 millones|EUR 5.5M] para puentes y [4,4 millones|EUR 4.4M] "
            "para caminos.",
            id="colon",
        ),
        pytest.param(
            "Le fonds aura [9,9 millions|EUR 9.9M], dont [5,5 millions|EUR 5.5M] pour les ponts et "
            "[4,4 millions|EUR 4.4M] pour les routes.",
            id="dont",
        ),
        pytest.param(
            "El plan cuesta [9,9 millones|EUR 9.9M]. De esa cantidad, [5,5 millones|EUR 5.5M] serán para los puentes y "
            "[4,4 millones|EUR 4.4M] para los caminos.",
            id="de esa cantidad",
        ),
        pytest.param(
            "Of the [€9.9 million|EUR 9.9M], [€5.5 million|EUR 5.5M] is for bridges and the rest, "
            "[€4.4 million|EUR 4.4M], for roads.",
            id="of the",
        ),
        pytest.param(
            "The ministers will spend [€9.9 million|EUR 9.9M] on:\n- [€5.5 million|EUR 5.5M] for bridges;\n"
            "- [€4.4 million|EUR 4.4M] for roads.",
            id="list",
        ),
    ],
)
def test_a_sum_is_confirmed_where_the_text_says_that_it_is_one(text):
    (found,) = sums(marked("text.txt", text))

    assert numbers(found) == (9_900_000, [5_500_000, 4_400_000])
    assert found.detail.status == "confirmed"
    assert found.detail.unit == "EUR"
    assert len(found.mentions) == 3


def test_bare_numbers_count_what_their_sentence_counts():
    text = (
        "The country will host [13 matches|count matches 13], including [seven|count - 7] in Vancouver and "
        "[six|count - 6] in Toronto."
    )

    (found,) = sums(marked("text.txt", text))

    assert numbers(found) == (13, [7, 6])
    assert found.detail.status == "confirmed"
    assert found.detail.unit == "matches"


def test_what_is_broken_down_may_be_counted_by_other_nouns():
    text = (
        "They will build [42 projects|count projects 42]: [30 schools|count schools 30] and [12 wells|count wells 12]."
    )

    assert [numbers(found) for found in sums(marked("text.txt", text))] == [(42, [30, 12])]


def test_a_part_of_a_part_is_not_added():
    text = (
        "Norland has paid [€9 million|EUR 9M]: [€5.9 million|EUR 5.9M] for works, of which "
        "[€4.6 million|EUR 4.6M] for a channel, and [€3.1 million|EUR 3.1M] for training."
    )

    assert [numbers(found) for found in sums(marked("text.txt", text))] == [(9_000_000, [5_900_000, 3_100_000])]


def test_a_sum_that_nobody_states_is_possible_where_the_parts_stand_by():
    text = (
        "The harbour will cost [€27.4 million|EUR 27.4M]. Quays take [€16.9 million|EUR 16.9M] and cranes "
        "[€10.5 million|EUR 10.5M]."
    )

    (found,) = sums(marked("text.txt", text))

    assert found.detail.status == "possible"
    assert found.detail.places[0].rule == "nearby_amounts"


def test_small_counts_need_a_word_that_says_that_they_add_up():
    text = (
        "The fair drew [12 bands|count bands 12]. There were [7 bands|count bands 7] on Friday and "
        "[5 bands|count bands 5] later."
    )

    assert not sums(marked("text.txt", text))
    assert sums(marked("text.txt", text.replace("There were", "Of them,")))


@pytest.mark.parametrize(
    "text",
    [
        "A total of [€9.9 million|EUR 9.9M] for [$5.5 million|USD 5.5M] and [€4.4 million|EUR 4.4M].",
        "A total of [€9.9 million|EUR 9.9M] for [€5.5 million|EUR 5.5M] and [€4.5 million|EUR 4.5M].",
        "A total of [€9.9 million|EUR 9.9M] for [€9.9 million|EUR 9.9M].",
    ],
    ids=["other currencies", "not exact", "one part"],
)
def test_what_does_not_add_up_is_no_sum(text):
    assert not sums(marked("text.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "They pay [€9.9 million|EUR 9.9M]: [€5.5 million|EUR 5.5M] on bridges and [€4.2 million|EUR 4.2M] on roads.",
        "Ils paient [9,9 millions|EUR 9.9M] :\n- [5,5 millions|EUR 5.5M] ici ;\n- [4,2 millions|EUR 4.2M] aux pays.",
        "La red tendrá [97 pozos|count pozos 97]: [55 pozos|count pozos 55] al sur y [44|count - 44] al norte.",
    ],
    ids=["sentence", "list", "counts"],
)
def test_parts_that_a_text_tells_all_and_that_do_not_add_up_are_an_unequal_sum(text):
    (found,) = sums(marked("text.txt", text))
    assert (found.detail.rule, found.detail.status) == ("unequal_sum", "confirmed")
    assert sum(found.detail.parts) != found.detail.total


@pytest.mark.parametrize(
    "text",
    [
        "They pay [€9.9 million|EUR 9.9M], including [€5.5 million|EUR 5.5M] and [€4.2 million|EUR 4.2M] on roads.",
        "They pay [€9.9 million|EUR 9.9M]: [€5.5 million|EUR 5.5M], [€4.2 million|EUR 4.2M], and the rest on roads.",
        "They pay [€9.9 million|EUR 9.9M]: [€5.5 million|EUR 5.5M] on bridges, [€1.2 million|EUR 1.2M] on roads.",
        "They pay [€9.9 million|EUR 9.9M]: [€5.5 million|EUR 5.5M] on bridges, [$4.2 million|USD 4.2M] on roads.",
    ],
    ids=["including", "the rest", "too little", "other currencies"],
)
def test_parts_that_may_not_be_all_are_no_sum(text):
    assert not sums(marked("text.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Lent [€9.9 million|EUR 9.9M]. This amount is split: ([€5.5 million|EUR 5.5M]) and ([€4.4 million|EUR 4.4M]).",
        "Prêté [9,9 millions|EUR 9.9M]. Cette somme se répartit en [5,5 millions|EUR 5.5M] et [4,4 millions|EUR 4.4M].",
        "Presta [9,9 millones|EUR 9.9M]. Este monto se reparte en [5,5 millones|EUR 5.5M] y [4,4 millones|EUR 4.4M].",
    ],
    ids=["en", "fr", "es"],
)
def test_the_next_sentence_may_tell_how_an_amount_is_split(text):
    (found,) = sums(marked("text.txt", text))
    assert found.detail.status == "confirmed"


@pytest.mark.parametrize(
    "text",
    [
        "Oslo gives [€24 million|EUR 24M]. This sum consists of [€13 million|EUR 13M] and [€11 million|EUR 11M].",
        "Oslo donne [24 millions|EUR 24M]. Ce don comprend [13 millions|EUR 13M] (glace) et [11 millions|EUR 11M].",
        "Oslo dona [24 millones|EUR 24M]. La donación comprende [13 millones|EUR 13M] (hielo) y [11 millones|EUR 11M].",
    ],
    ids=["en", "fr", "es"],
)
def test_the_next_sentence_may_tell_of_what_an_amount_consists(text):
    (found,) = sums(marked("a.txt", text))
    assert (found.detail.status, numbers(found)) == ("confirmed", (24_000_000, [13_000_000, 11_000_000]))


def test_a_total_whose_currency_is_left_open_adds_up_from_parts_whose_currency_is_known():
    text = "El fondo suma 24 millones de dólares en total. Canadá aporta 13 millones de dólares y Perú, 11 millones."
    document = load_bytes(text.encode(), name="a.txt", language="es")
    (found,) = sums((document, read(document)))
    assert numbers(found) == (24_000_000, [13_000_000, 11_000_000])


def test_a_total_and_its_parts_may_stand_in_two_documents():
    total = marked("total.txt", "A fund of [€9.9 million|EUR 9.9M] will help migrants and fight fentanyl in Jalisco.")
    parts = marked(
        "parts.txt",
        "In Jalisco [€5.5 million|EUR 5.5M] will help migrants.\n"
        "Then [€4.4 million|EUR 4.4M] will fight fentanyl in Jalisco.",
    )

    (found,) = sums(total, parts)

    assert found.detail.status == "possible"
    assert {ref.document for ref in found.mentions} == {"total.txt", "parts.txt"}
    assert not sums(total, marked("zoo.txt", parts[0].text))


def test_a_sum_confirmed_in_one_place_is_confirmed_in_all():
    said = marked(
        "said.txt",
        "Migrants get [€5.5 million|EUR 5.5M] and the police [€4.4 million|EUR 4.4M], in total "
        "[€9.9 million|EUR 9.9M].",
    )
    beside = marked(
        "beside.txt",
        "The police get [€4.4 million|EUR 4.4M], migrants [€5.5 million|EUR 5.5M]. The leaders spoke of "
        "[€9.9 million|EUR 9.9M].",
    )

    (found,) = sums(said, beside)

    assert found.detail.status == "confirmed"
    assert {(place.total.document, place.rule) for place in found.detail.places} == {
        ("said.txt", "total_word"),
        ("beside.txt", "nearby_amounts"),
    }


SMALL = st.lists(st.decimals(min_value=1, max_value=40, places=1), max_size=9)


@given(SMALL, st.decimals(min_value=1, max_value=120, places=1))
@example([Decimal(1), Decimal(1), Decimal("1.1"), Decimal("28.4"), Decimal("29.5")], Decimal("29.5"))
def test_adding_up_finds_a_choice_exactly_where_brute_force_does(parts, total):
    choices = adding_up(parts, total)
    every = [
        choice
        for size in range(2, len(parts) + 1)
        for choice in itertools.combinations(range(len(parts)), size)
        if sum(parts[place] for place in choice) == total
    ]

    assert bool(choices) == bool(every)
    assert set(choices) <= set(every)


def test_the_work_of_adding_up_is_bounded():
    equal = [Decimal(1)] * 500

    begun = time.perf_counter()
    choices = adding_up(equal, Decimal(MOST_PARTS + 1))
    assert not choices
    assert len(adding_up(equal, Decimal(MOST_PARTS // 2))) <= 2 ** (MOST_PARTS // 2)
    assert time.perf_counter() - begun < 1


def test_a_page_of_amounts_is_added_up_in_no_time():
    amounts = " and ".join(f"[€{number} million|EUR {number}M]" for number in range(11, 411))
    begun = time.perf_counter()
    sums(marked("budget.txt", f"The total of all lines, including {amounts}, is large."))

    assert time.perf_counter() - begun < 5


def test_a_large_bare_number_counts_the_money_before_it_in_its_paragraph():
    text = (
        "They will invest [€65 million|EUR 65M]. Of this sum, [40 million|count - 40000000] goes to looms and "
        "[25 million|count - 25000000] to pumps."
    )

    (found,) = sums(marked("text.txt", text))

    assert numbers(found) == (65_000_000, [40_000_000, 25_000_000])
    assert found.detail.status == "confirmed"
