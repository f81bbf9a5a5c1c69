import datetime
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.formats.sheet import Column, Problem, Sheet
from servanda.formats.sheet_differences import CellChange, differences
from servanda.register.wording import Wording


def column(identity, kind="text", **more):
    return Column(identity, Wording(identity, identity, identity), kind, **more)


COLUMNS = (
    column("reference", required=True),
    column("title", required=True),
    column("pillar", allowed=("roads", "rivers")),
    column("owners", many=True, allowed=("CA", "MX")),
    column("amount", "number"),
    column("since", "day"),
    column("due", "period"),
    column("evidence", computed=True),
)
ROW = ("A1", "A road", "roads", "CA; MX", Decimal(5), datetime.date(2026, 1, 2), "2026-Q4", "step_1")


def sheet(*rows, columns=COLUMNS, **more):
    return Sheet("things", columns, ("reference",), rows, **more)


def changed(**cells):
    places = sheet().places()
    return tuple(cells.get(name, ROW[place]) for name, place in places.items())


def test_a_table_that_came_back_as_it_went_changes_nothing():
    assert differences(sheet(ROW), sheet(ROW)) == differences(sheet(), sheet())


def test_cells_are_added_changed_and_removed_by_key_with_their_row_and_column():
    before = sheet(ROW, ("A2", "Gone", None, None, None, None, None, None))
    after = sheet(("A3", "New", None, None, None, None, None, None), changed(title="The road", amount=None))

    assert differences(before, after).problems == ()
    assert differences(before, after).changes == (
        CellChange("added", ("A3",), 2, "reference", None, "A3"),
        CellChange("added", ("A3",), 2, "title", None, "New"),
        CellChange("changed", ("A1",), 3, "title", "A road", "The road"),
        CellChange("changed", ("A1",), 3, "amount", Decimal(5), None),
        CellChange("removed", ("A2",), 3, "reference", "A2", None),
        CellChange("removed", ("A2",), 3, "title", "Gone", None),
    )


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"amount": "five"}, Problem("bad_number", 2, "amount", "five")),
        ({"since": "31/12/2026"}, Problem("bad_day", 2, "since", "31/12/2026")),
        ({"due": "soon"}, Problem("bad_period", 2, "due", "soon")),
        ({"pillar": "sea"}, Problem("unknown_value", 2, "pillar", "sea", ("roads", "rivers"))),
        ({"owners": "CA; XX"}, Problem("unknown_value", 2, "owners", "XX", ("CA", "MX"))),
        ({"title": None}, Problem("required", 2, "title")),
        ({"evidence": "delivered"}, Problem("computed", 2, "evidence", "delivered")),
        ({"reference": None}, Problem("missing_key", 2, "reference")),
    ],
)
def test_a_cell_that_cannot_be_taken_is_a_problem_and_no_change(cells, problem):
    found = differences(sheet(ROW), sheet(changed(**cells)))

    assert found.problems == (problem,)
    assert [change for change in found.changes if change.change != "removed"] == []


def test_a_computed_cell_that_was_emptied_is_let_be():
    assert differences(sheet(ROW), sheet(changed(evidence=None))) == differences(sheet(), sheet())


def test_keys_that_stand_twice_change_nothing_and_both_rows_are_named():
    found = differences(sheet(ROW), sheet(ROW, changed(title="Other")))

    assert found.changes == ()
    assert found.problems == (
        Problem("repeated_key", 2, "reference", "A1"),
        Problem("repeated_key", 3, "reference", "A1"),
    )


def test_a_column_that_did_not_come_back_changes_nothing_and_one_that_is_not_known_is_named():
    after = sheet(("A1", "The road", "!"), columns=(COLUMNS[0], COLUMNS[1], column("remarks")))

    found = differences(sheet(ROW), after)

    assert found.changes == (CellChange("changed", ("A1",), 2, "title", "A road", "The road"),)
    assert found.problems == (Problem("unknown_column", 1, "remarks", expected=tuple(sheet().places())),)


def test_without_the_key_nothing_can_be_told():
    after = sheet(("The road",), columns=(COLUMNS[1],))

    assert differences(sheet(ROW), msgspec.structs.replace(after, key=())).problems == (
        Problem("missing_column", 1, "reference", expected=("reference",)),
    )


def test_what_could_not_be_read_is_a_problem_and_no_change():
    formula = Problem("formula", 2, "amount", "=1+1")
    found = differences(sheet(ROW), sheet(changed(amount=None), problems=(formula,)))

    assert (found.changes, found.problems) == ((), (formula,))


@given(st.lists(st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("xyz")), unique_by=lambda row: row[0]))
def test_the_changes_lead_from_what_was_to_what_came_back(rows):
    columns = (column("reference"), column("title"))
    before = Sheet("t", columns, ("reference",), (("A", "x"), ("B", "y"), ("C", "z")))
    after = Sheet("t", columns, ("reference",), tuple(rows))

    state = {row[0]: list(row) for row in before.rows}
    for change in differences(before, after).changes:
        place = before.places()[change.column]
        state.setdefault(change.key[0], [None, None])[place] = change.after

    assert {key: tuple(row) for key, row in state.items() if any(row)} == {row[0]: row for row in rows}
