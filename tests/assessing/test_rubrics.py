import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.assessing.evidence import EvidenceValue
from servanda.assessing.rubrics import COMPLETION_1, CURRENT, G7_1, LEVEL_1, RUBRICS

# The table of the codebook's section X: the value, G7 before and after the final cut-off, completion, level.
TABLE = """
not_reviewable  -   -   -            -
not_searched    -   -   no_evidence  -
none_found      -   -1  not_started  0
step_1          0   -1  not_started  0
step_2          0   0   limited      1
step_3          0   0   limited      1
step_4          0   0   substantial  2
delivered       +1  +1  complete     3
exceeded        +1  +1  complete     3
delivered_late  0   0   complete     3
contrary        -1  -1  not_started  0
"""
ROWS = [[None if cell == "-" else cell for cell in line.split()] for line in TABLE.strip().splitlines()]
VALUES = typing.get_args(EvidenceValue)


@pytest.mark.parametrize(("value", "interim", "final", "completion", "level"), ROWS)
def test_the_rubrics_give_what_the_codebooks_table_says(value, interim, final, completion, level):
    g7, completed, reached = (rubric.row(value, 0) for rubric in (G7_1, COMPLETION_1, LEVEL_1))
    assert (g7.interim, g7.final) == (interim, final)
    assert (completed.interim, completed.final) == (completion, completion)
    assert (reached.interim, reached.final) == (level, level)


def test_the_table_has_every_value_of_the_axis_and_stale_counts_as_its_step():
    assert {row[0] for row in ROWS} == set(VALUES) - {"stale"}
    for rubric in RUBRICS.values():
        for step in range(1, 5):
            assert rubric.row("stale", step) == rubric.row(f"step_{step}", step)


def test_late_delivery_is_never_fully_met_and_says_that_it_is_late():
    assert G7_1.row("delivered_late", 5).final == "0"
    assert [name for name, rubric in CURRENT.items() if rubric.row("delivered_late", 5).late] == ["completion", "level"]
    assert [row for rubric in RUBRICS.values() for value, row in rubric.rows.items() if row.late] == [
        COMPLETION_1.rows["delivered_late"],
        LEVEL_1.rows["delivered_late"],
    ]


@given(st.sampled_from(sorted(RUBRICS)), st.sampled_from(VALUES), st.integers(1, 4), st.booleans())
def test_every_grade_is_on_its_scale(version, value, step, final):
    rubric = RUBRICS[version]
    row = rubric.row(value, step)
    grade = row.final if final else row.interim
    assert grade is None or grade in rubric.scale
    assert not rubric.points or set(rubric.points) == set(rubric.scale)


def test_a_version_is_found_by_the_name_that_results_carry():
    assert sorted(RUBRICS) == ["completion/1", "g7/1", "level/1"]
    assert all(RUBRICS[rubric.version] is rubric and name == rubric.name for name, rubric in CURRENT.items())
