"""What holds of all findings, whatever the texts say."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st
from marked import marked

from servanda.formats.finding_lines import finding_line, read_finding_line
from servanda.reconciling import Conflict, Corroboration, Sum, findings
from servanda.reconciling.finding import Days
from servanda.reconciling.gathering import gather

SENTENCES = (
    "[Ireland|actor IE] will pay [€{n} million|EUR {n}M] into the Oti River Fund.",
    "[Ireland|actor IE] pays for schools [€{n}M|EUR {n}M] and wells [€{m}M|EUR {m}M], in all [€{s}M|EUR {s}M].",
    "Schools in Kumasi will train [{n}00 welders|count welders {n}00] and [{m}00 tailors|count tailors {m}00].",
    "The [first|rank 1] meeting of the river council took place at Kumasi on [{n} March 2026|date 2026-03-{n}].",
    "Le [premier|rank 1] conseil du fleuve s’est réuni à Kumasi le [{n} mars 2026|date 2026-03-{n}], selon les pays.",
    "Irlanda pagará [{n} millones de euros|EUR {n}M] al fondo del río Oti, según el comunicado de los dos países.",
    "They hope for [{n} percent|percent {n}] more girls in vocational schools at Kumasi.",
)
PUBLISHERS = (None, None, "The Mirror", "Government of Ireland")


@st.composite
def readings(draw):
    """Draw a few documents made of a few sentences each, some of them copies of others."""
    values = st.integers(11, 15)
    sentence = st.builds(lambda text, n, m: text.format(n=n, m=m, s=n + m), st.sampled_from(SENTENCES), values, values)
    texts = draw(st.lists(st.lists(sentence, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=5))
    texts += draw(st.lists(st.sampled_from(texts), max_size=2))
    publishers = draw(st.lists(st.sampled_from(PUBLISHERS), min_size=len(texts), max_size=len(texts)))
    return [
        marked(f"{number}.txt", text, publisher=publisher)
        for number, (text, publisher) in enumerate(zip(texts, publishers, strict=True))
    ]


@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(pairs, shuffler: random.Random):
    shuffled = list(pairs)
    shuffler.shuffle(shuffled)

    assert [finding_line(one) for one in findings(shuffled)] == [finding_line(one) for one in findings(pairs)]


@given(readings())
def test_every_finding_cites_mentions_that_exist_and_survives_json(pairs):
    known = {(document.name, mention.id) for document, reading in pairs for mention in reading.mentions}

    for finding in findings(pairs):
        assert len(set(finding.mentions)) == len(finding.mentions) > 1
        assert {(ref.document, ref.id) for ref in finding.mentions} <= known
        assert read_finding_line(finding_line(finding)) == finding


@given(readings())
def test_corroborations_overlap_and_conflicts_exclude_each_other(pairs):
    values = {
        (document.name, figure.ref.id): figure.value
        for document, reading in pairs
        for figure in gather(document, reading).figures
    }
    for finding in findings(pairs):
        if isinstance(finding, Corroboration):
            inside = [values[ref.document, ref.id] for ref in finding.mentions]
            assert max(value.low for value in inside) < min(value.high for value in inside)
            assert finding.detail.sources > 1
        elif isinstance(finding, Conflict) and finding.detail.rule != "same_amount_other_currency":
            sides = [[values[ref.document, ref.id] for ref in side.mentions] for side in finding.detail.positions]
            for one, other in itertools.pairwise(sides):
                assert max(value.high for value in one) <= min(value.low for value in other)


@given(readings())
def test_sums_add_up_exactly(pairs):
    amounts = {
        (document.name, figure.ref.id): figure.value.amount
        for document, reading in pairs
        for figure in gather(document, reading).figures
    }
    for finding in findings(pairs):
        if isinstance(finding, Sum) and finding.detail.rule == "exact_sum":
            assert sum(finding.detail.parts) == finding.detail.total
            for place in finding.detail.places:
                assert len(place.parts) > 1
                assert sum(amounts[part.document, part.id] for part in place.parts) == finding.detail.total


@given(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=6, unique=True), st.integers(11, 15))
def test_copies_of_one_text_never_corroborate_each_other(sentences, number):
    text = "\n".join(sentences).format(n=number, m=number + 1, s=2 * number + 1)
    copies = [
        marked(f"{name}.txt", f"{name} prints this\n{text}\nSubscribe to {name} now.")
        for name in ("Sun", "Star", "Day")
    ]

    assert not [finding for finding in findings(copies) if isinstance(finding, Corroboration)]


def test_a_day_is_told_as_days_and_an_amount_as_amounts():
    (found,) = (
        finding
        for finding in findings(
            marked(name, f"Kumasi school {verb} its gates on [3 May 2027|date 2027-05-03].")
            for name, verb in (("a.txt", "opens"), ("b.txt", "shuts"))
        )
        if isinstance(finding, Corroboration)
    )

    assert isinstance(found.detail.value, Days)
    assert found.kind == "corroboration"


def test_no_documents_show_nothing():
    assert findings([]) == []
