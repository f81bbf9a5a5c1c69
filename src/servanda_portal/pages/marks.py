"""The geometry of the marks: squares, ladders and schedules, in the units of their drawings."""

import dataclasses

from django.utils.translation import ngettext

from servanda.assessing.schedule import Schedule
from servanda_portal.pages import words

_SIDE = 18  # of the inside of a square
_DELIVERED = 5
SCHEDULE_DOT = {
    "no_date": None, "ahead": 5, "due_soon": 17, "overdue": 33, "past_assumed_date": 33, "met": 24, "met_late": 33,
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
            return str(words.SCHEDULE[schedule.value])
