"""The timeline of a plan: deadlines, meetings, what happened, payments and acts, in one order of days."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from servanda.assessing.schedule import Schedule
from servanda.register.author import Author
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution, Transaction
from servanda.register.forum import Meeting
from servanda.register.happening import Happening
from servanda.register.period import Period
from servanda.register.wording import Names, Wording
from servanda_portal.pages.marks import schedule_words
from servanda_portal.pages.templatetags.servanda import amount, label, named, said
from servanda_portal.pages.what_changed import changes
from servanda_portal.queries.register import Register

# The lanes, from the top.
LANES: dict[str, str | Promise] = {
    "deadline": _("Deadlines"),
    "meeting": _("Meetings"),
    "happening": _("What happened"),
    "payment": _("Money"),
    "act": _("Acts"),
}
_LANE, _TOP, _DOT = 40, 22, 27  # heights in pixels; widths are shares of the page
_ACTS = 200


@dataclasses.dataclass(frozen=True)
class Told:
    """What the list says of something on the timeline, and the address of the page that tells more."""

    title: str
    note: str
    href: str


class Point(NamedTuple):
    """Something on the timeline; ``tell`` puts it into words of the page's language: of thousands, a page shows few.

    It is told what the register is: a point that held it would keep it in memory when there is a newer one.
    """

    kind: str
    when: Period
    tell: Callable[[Register], Told]


@dataclasses.dataclass(frozen=True)
class Picture:
    """The timeline drawn: lanes of dots under the years. Places across are percentages, as SVG writes them.

    ``lanes`` are title, height of the title, height of the dots, and each dot as its place and whether it is past.
    """

    height: int
    years: list[tuple[str, str]]
    today: str
    lanes: list[tuple[str | Promise, int, int, list[tuple[str, bool]]]]


def points(found: Register, viewer: Author | None) -> list[Point]:
    """Return everything that has a day, the earliest first."""
    every = [*_deadlines(found), *_meetings(found), *_happenings(found), *_payments(found), *_acts(found, viewer)]
    return sorted(every, key=lambda one: (one.when.end, one.when.start))


def picture(found: Register, every: list[Point]) -> Picture:
    """Draw the years of the plan, from the year of its signature to the last of its term; other years are only told."""
    first = datetime.date(found.agreement.signed.year, 1, 1)
    last = datetime.date(found.agreement.term.end.year + 1, 1, 1)

    def across(day: datetime.date) -> str:
        return f"{100 * (day - first).days / (last - first).days:.2f}%"

    lanes = []
    for number, (kind, title) in enumerate(LANES.items()):
        top = _TOP + number * _LANE
        days = {one.when.end for one in every if one.kind == kind and first <= one.when.end < last}
        lanes.append((title, top + 14, top + _DOT, [(across(day), day <= found.day) for day in sorted(days)]))
    years = [(str(year), across(datetime.date(year, 1, 1))) for year in range(first.year, last.year)]
    return Picture(_TOP + _LANE * len(LANES), years, across(found.day), lanes)


def _deadlines(found: Register) -> Iterator[Point]:
    for one in found.counting:
        schedule = found.assessments[one.reference].schedule
        if schedule.due is None or schedule.basis == "assumed":
            continue  # what is assumed due on the last day of the term would hide the days that were stated
        when = one.deadline.period if one.deadline is not None else Period(schedule.due.isoformat())
        yield Point("deadline", when, partial(_deadline, one, schedule))


def _deadline(one: Commitment, schedule: Schedule, found: Register) -> Told:
    href = reverse("commitment", args=[found.agreement.id, one.reference])
    return Told(said(one.title), schedule_words(schedule), href)


def _meetings(found: Register) -> Iterator[Point]:
    names: dict[str, Any] = {forum.id: forum.name for forum in found.plan.forums.forums}
    for one in found.plan.forums.meetings:
        yield Point("meeting", one.when, partial(_meeting, one, names[one.forum]))


def _meeting(one: Meeting, forum: Names | Wording, found: Register) -> Told:
    return Told(str(named(forum)), label(one.standing, "MEETING"), _place(found, "meetings", one.id))


def _happenings(found: Register) -> Iterator[Point]:
    for one in found.plan.happenings:
        yield Point("happening", one.when, partial(_happening, one))


def _happening(one: Happening, found: Register) -> Told:
    return Told(said(one.title), label(one.type, "HAPPENING"), _place(found, "happenings", one.id))


def _payments(found: Register) -> Iterator[Point]:
    for one in found.plan.contributions:
        for each in one.transactions:
            if each.date is not None:
                yield Point("payment", each.date, partial(_payment, one, each))


def _payment(one: Contribution, paid: Transaction, found: Register) -> Told:
    note = f"{label(paid.stage, 'TRANSACTION')}, {amount(paid.amount, paid.unit)}"
    return Told(said(one.name), note, _place(found, "money", one.id))


def _acts(found: Register, viewer: Author | None) -> Iterator[Point]:
    for one in changes(found, viewer, datetime.date.min + datetime.timedelta(days=1), _ACTS)[0]:
        if one.written is not None and one.kind not in {"other", "happening"}:
            yield Point("act", Period(one.day.isoformat()), partial(_act, one.words, one.written.entry.number))


def _act(words: str, number: int, found: Register) -> Told:
    return Told(words, "", reverse("entry", args=[found.agreement.id, number]))


def _place(found: Register, page: str, place: str) -> str:
    return f"{reverse(page, args=[found.agreement.id])}#{place}"
