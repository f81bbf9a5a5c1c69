import datetime

import pytest
from marked import marked

from servanda.reconciling import Conflict, findings

RELEASE = marked(
    "release.txt",
    "[Ireland|actor IE] will spend [€18 million|EUR 18M] on vocational schools for girls.",
)


def conflicts(*pairs):
    return [finding for finding in findings(pairs) if isinstance(finding, Conflict)]


def test_other_amounts_for_one_thing_conflict_and_nobodys_value_wins():
    paper = marked(
        "paper.txt",
        "Building vocational schools for girls will cost [Ireland|actor IE] dear: [€24 million|EUR 24M].",
    )

    (found,) = conflicts(RELEASE, paper)

    assert found.detail.rule == "same_slot_other_value"
    assert [[ref.document for ref in position.mentions] for position in found.detail.positions] == [
        ["release.txt"],
        ["paper.txt"],
    ]
    assert found.detail.shared.actors == ("IE",)
    assert set(found.detail.shared.words) == {"girls", "schools", "vocational"}


def test_the_same_sentence_with_another_value_conflicts_whatever_it_says():
    first = marked("first.txt", "[Ireland|actor IE] gives: [€11 million|EUR 11M] for looms, pumps and carts.")
    second = marked("second.txt", "[Ireland|actor IE] gives: [€12 million|EUR 12M] for looms, pumps and carts.")

    (found,) = conflicts(first, second)

    assert found.detail.rule == "same_sentence_other_value"
    assert found.detail.sources == 2


def test_the_first_meeting_was_on_one_day_or_the_next():
    statement = marked(
        "statement.txt",
        "The [first|rank 1] meeting of the partnership took place in Mexico City on [27 November|date 2025-11-27].",
        date=datetime.date(2025, 12, 1),
    )
    paper = marked(
        "paper.txt",
        "Officials met on [Friday 28 November|date 2025-11-28] for the [first|rank 1] meeting of the partnership.",
        date=datetime.date(2025, 11, 30),
    )

    (found,) = conflicts(statement, paper)

    days = [position.value.start for position in found.detail.positions]
    assert days == [datetime.date(2025, 11, 27), datetime.date(2025, 11, 28)]
    assert "meeting" in found.detail.shared.words


@pytest.mark.parametrize(
    "other",
    [
        "[Ghana|actor GH] will spend [€24 million|EUR 24M] on vocational schools for girls.",
        "[Ireland|actor IE] spent [€24 million|EUR 24M] on vocational schools for girls.",
        "[Ireland|actor IE] will spend [€24 million|EUR 24M] on vocational hospitals.",
        "[Ireland|actor IE] will spend [$24 million|USD 24M] on vocational schools for girls.",
        "[Ireland|actor IE] will spend [€2.4 billion|EUR 2400M] on vocational schools for girls.",
    ],
    ids=["another state", "already spent (CODEBOOK M1)", "another thing", "another currency", "another magnitude"],
)
def test_amounts_do_not_conflict_where_they_measure_different_things(other):
    assert not conflicts(RELEASE, marked("other.txt", other))


def test_amounts_of_different_years_do_not_conflict():
    budget = (
        "In [{year}|date {year}-01-01 {year}-12-31] the ferry to Achill had [{number} pupils|count pupils {number}]."
    )

    def year(year, number):
        return marked(f"{year}.txt", budget.format(year=year, number=number))

    assert not conflicts(year(2024, 310), year(2025, 355))
    assert conflicts(year(2024, 310), marked("other.txt", budget.format(year=2024, number=355)))


def test_the_second_meeting_is_not_the_first():
    meeting = "The [{n}|rank {n}] meeting of the fisheries partnership will be held in Cork on [{day}|date {day}]."

    def on(name, n, day):
        return marked(name, meeting.format(n=n, day=day))

    assert not conflicts(on("a.txt", 1, "2026-03-04"), on("b.txt", 2, "2026-05-06"))
    assert conflicts(on("a.txt", 1, "2026-03-04"), on("b.txt", 1, "2026-05-06"))


def test_days_half_a_year_apart_are_two_occasions():
    meeting = "The fisheries council of the partnership meets in Cork on [{day}|date {day}]."

    def on(day):
        return marked(f"{day}.txt", meeting.format(day=day))

    assert not conflicts(on("2026-01-10"), on("2026-09-10"))


def test_a_deadline_does_not_conflict_with_the_day_on_which_it_was_kept():
    plan = marked(
        "plan.txt",
        "They will open a joint flood forecasting centre at Sligo by [30 June 2025|date 2025-06-30].",
        date=datetime.date(2024, 5, 14),
    )
    report = marked(
        "report.txt",
        "The joint flood forecasting centre at Sligo opened on [18 June 2025|date 2025-06-18].",
        date=datetime.date(2025, 9, 1),
    )

    assert not conflicts(plan, report)


def test_what_is_reached_later_does_not_conflict_with_what_was_undertaken():
    plan = "The ministry will dredge the Halle channel to a depth of [9.5 metres|count metres 9.5]."
    outcome = "Dredging of the Halle channel stopped at a depth of [7.8 metres|count metres 7.8]."

    undertaken = marked("plan.txt", plan, date=datetime.date(2024, 5, 14))
    assert not conflicts(undertaken, marked("report.txt", outcome, date=datetime.date(2026, 3, 20)))
    assert conflicts(undertaken, marked("press.txt", outcome, date=datetime.date(2024, 5, 15)))


def test_two_values_that_one_document_tells_apart_are_no_conflict():
    both = marked(
        "both.txt",
        "[Ireland|actor IE] will spend [€24 million|EUR 24M] on vocational schools for girls.\n"
        "[Ireland|actor IE] will spend [€18 million|EUR 18M] on vocational schools for girls.",
    )
    other = marked(
        "other.txt",
        "[Ireland|actor IE] will spend [€24 million|EUR 24M] on vocational schools for girls.",
    )

    assert not conflicts(RELEASE, both, other)


def test_texts_that_name_nobody_in_common_speak_of_different_matters():
    def text(name, number, place, river):
        return marked(
            name,
            f"The council of {place} met beside the {river} and of course in {place}.\n"
            f"The parties will exchange the flow data of [{number} gauging stations|count stations {number}].",
        )

    assert not conflicts(text("a.txt", 85, "Tarija", "Pilcomayo"), text("b.txt", 140, "Sligo", "Garavogue"))
    assert conflicts(text("a.txt", 85, "Tarija", "Pilcomayo"), text("b.txt", 140, "Tarija", "Pilcomayo"))


def test_names_that_differ_tell_things_apart():
    def school(name, place, amount):
        return marked(name, f"The school in {place} will receive new [looms worth €{amount}|EUR {amount}] for girls.")

    assert not conflicts(school("a.txt", "Kumasi", 300000), school("b.txt", "Tamale", 450000))


def test_three_positions_make_one_conflict():
    def pays(name, million):
        return marked(
            name,
            f"[Ireland|actor IE] will pay [€{million} million|EUR {million}M] into the Oti River Fund.",
        )

    (found,) = conflicts(pays("a.txt", 12), pays("b.txt", 15), pays("c.txt", 14), pays("d.txt", 15))

    lows = [position.value.low for position in found.detail.positions]
    assert lows == sorted(lows)
    assert [len(position.mentions) for position in found.detail.positions] == [1, 1, 2]


def test_one_amount_in_two_stated_currencies_conflicts():
    def sets_aside(name, currency):
        return marked(
            name,
            f"The Commission will set aside [3.4 million|{currency} 3.4M] for digital services on the river.",
        )

    (found,) = conflicts(sets_aside("en.txt", "USD"), sets_aside("es.txt", "EUR"))

    assert found.detail.rule == "same_amount_other_currency"
    assert {position.unit for position in found.detail.positions} == {"USD", "EUR"}


def test_an_amount_of_unknown_currency_conflicts_with_nothing():
    import msgspec  # noqa: PLC0415 only this test makes a currency unknown

    document, reading = marked(
        "other.txt",
        "[Ireland|actor IE] will spend [24 million|EUR 24M] on vocational schools for girls.",
    )
    replace = msgspec.structs.replace
    unknown = [
        replace(one, value=replace(one.value, currency=None, currency_basis=None)) if one.kind == "money" else one
        for one in reading.mentions
    ]

    assert not conflicts(RELEASE, (document, replace(reading, mentions=tuple(unknown))))


def test_values_are_told_apart_even_where_no_names_stand_beside_them():
    first = marked("a.txt", "The plant will create [2,300 direct jobs|count jobs 2300] for welders.")
    second = marked("b.txt", "A union says the plant will create [1,500 direct jobs|count jobs 1500] for welders.")

    (found,) = conflicts(first, second)

    assert [str(position.unit) for position in found.detail.positions] == ["jobs", "jobs"]
