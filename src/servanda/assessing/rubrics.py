"""The codebook's own rubrics: exactly the table of CODEBOOK X. A changed rule is a new version beside the old one."""

from fractions import Fraction

from servanda.assessing.rubric import Row, Rubric, RubricName

_NOTHING = Row(None, None)


def _always(grade: str, *, late: bool = False) -> Row:
    return Row(grade, grade, late)


G7_1 = Rubric(
    name="g7",
    number=1,
    rule="V2",
    scale=("-1", "0", "+1"),
    points={"-1": Fraction(-1), "0": Fraction(0), "+1": Fraction(1)},
    joint="mean",
    rows={
        "not_reviewable": _NOTHING,
        "not_searched": _NOTHING,
        "none_found": Row(None, "-1"),
        "step_1": Row("0", "-1"),
        "step_2": _always("0"),
        "step_3": _always("0"),
        "step_4": _always("0"),
        "delivered": _always("+1"),
        "exceeded": _always("+1"),
        "delivered_late": _always("0"),  # T4: never fully met
        "contrary": _always("-1"),
    },
)
COMPLETION_1 = Rubric(
    name="completion",
    number=1,
    rule="V4",
    scale=("no_evidence", "not_started", "limited", "substantial", "complete"),
    joint="whole",
    rows={
        "not_reviewable": _NOTHING,
        "not_searched": _always("no_evidence"),
        "none_found": _always("not_started"),
        "step_1": _always("not_started"),
        "step_2": _always("limited"),
        "step_3": _always("limited"),
        "step_4": _always("substantial"),
        "delivered": _always("complete"),
        "exceeded": _always("complete"),
        "delivered_late": _always("complete", late=True),
        "contrary": _always("not_started"),
    },
)
LEVEL_1 = Rubric(
    name="level",
    number=1,
    rule="V3",
    scale=("0", "1", "2", "3"),
    points={str(level): Fraction(level) for level in range(4)},
    joint="whole",
    rows={
        "not_reviewable": _NOTHING,
        "not_searched": _NOTHING,
        "none_found": _always("0"),
        "step_1": _always("0"),
        "step_2": _always("1"),
        "step_3": _always("1"),
        "step_4": _always("2"),
        "delivered": _always("3"),
        "exceeded": _always("3"),
        "delivered_late": _always("3", late=True),
        "contrary": _always("0"),
    },
)
# Every version that ever scored, by its name: a verdict is read under its own.
RUBRICS: dict[str, Rubric] = {rubric.version: rubric for rubric in (G7_1, COMPLETION_1, LEVEL_1)}
CURRENT: dict[RubricName, Rubric] = {"g7": G7_1, "completion": COMPLETION_1, "level": LEVEL_1}
