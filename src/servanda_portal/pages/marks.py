"""The geometry of the marks: squares, ladders and schedules, in the units of their drawings."""

import dataclasses
from collections.abc import Collection

from django.utils.translation import gettext_lazy, ngettext

from servanda.assessing.schedule import Schedule
from servanda_portal.pages import assessment_words

_SIDE = 18  # of the inside of a square
_DELIVERED = 5
SCHEDULE_DOT = {
    "no_date": None, "ahead": 5, "due_soon": 17, "overdue": 33, "past_assumed_date": 33, "met": 24, "met_late": 33,
}  # fmt: skip
# The step to which the mark of a value is filled where no commitment stands behind it, in keys and counts.
RUNG = {
    "step_1": 1, "step_2": 2, "step_3": 3, "step_4": 4, "stale": 3, "delivered": 5, "delivered_late": 5, "exceeded": 5,
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Bar:
    """A rung of the ladder."""

    x: int
    y: float
    height: float
    reached: bool


def filling(step: int) -> dict[str, float]:
    """Return how a square is filled from below, to the step reached."""
    height = round(_SIDE * min(step, _DELIVERED) / _DELIVERED, 1)
    return {"top": round(19 - height, 1), "height": height}


# What a small square can show, with the step to which it is filled; a key tells what is rare only where it occurs.
_KEY = (
    ("not_searched", 0, False, gettext_lazy("not searched")),
    ("none_found", 0, False, gettext_lazy("nothing found")),
    ("step_1", 1, False, gettext_lazy("reaffirmed")),
    ("step_3", 3, False, gettext_lazy("under way, to the step reached")),
    ("stale", 3, False, assessment_words.EVIDENCE["stale"]),
    ("delivered", 5, False, gettext_lazy("delivered")),
    ("delivered_late", 5, False, assessment_words.EVIDENCE["delivered_late"]),
    ("exceeded", 5, False, assessment_words.EVIDENCE["exceeded"]),
    ("contrary", 0, False, gettext_lazy("contrary")),
    ("not_searched", 0, True, gettext_lazy("late")),
    ("not_reviewable", 0, False, gettext_lazy("cannot be judged")),
)
_RARE = {"stale", "delivered_late", "exceeded"}


def key(shown: Collection[str]) -> list[tuple[str, int, bool, str]]:
    """Return the key to squares that show these values: each square's value, step and lateness, and what it means."""
    return [
        (value, step, late, str(means)) for value, step, late, means in _KEY if value not in _RARE or value in shown
    ]


def ladder(step: int) -> tuple[Bar, ...]:
    """Return the five rungs, filled to the step reached."""
    return tuple(Bar(6 * (rung - 1), 14 - 2.8 * rung, 2.8 * rung, rung <= step) for rung in range(1, _DELIVERED + 1))


def schedule_words(schedule: Schedule) -> str:
    """Return the schedule in words, with its days."""
    days = schedule.days or 0
    match schedule.value:
        case "ahead" | "due_soon":
            return ngettext("due in %(days)s day", "due in %(days)s days", days) % {"days": days}
        case "overdue":
            return ngettext("overdue by %(days)s day", "overdue by %(days)s days", days) % {"days": days}
        case "past_assumed_date":
            return ngettext(
                "%(days)s day past an assumed date", "%(days)s days past an assumed date", days
            ) % {"days": days}  # fmt: skip
        case _:
            return str(assessment_words.SCHEDULE[schedule.value])
