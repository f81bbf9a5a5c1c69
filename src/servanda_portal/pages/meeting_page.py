"""Forums as their page shows them: their meetings with minutes and decisions, and what falls due."""

import dataclasses
import datetime

from servanda.formats.cadence import due_days
from servanda.register.forum import Forum, Meeting
from servanda.register.minutes import Decision, FollowUp, Minutes
from servanda_portal.queries.register import Register


@dataclasses.dataclass(frozen=True)
class Held:
    """A meeting, the minutes that the parties agreed, and each decision with what became of it."""

    meeting: Meeting
    minutes: Minutes | None
    decisions: list[tuple[Decision, FollowUp | None]]


@dataclasses.dataclass(frozen=True)
class Gathering:
    """A forum with its meetings, and the days by which its cadence asks for one that was not held: past and coming."""

    forum: Forum
    meetings: list[Held]
    missed: list[datetime.date]
    coming: list[datetime.date]


@dataclasses.dataclass(frozen=True)
class Due:
    """What falls due: a meeting of a forum, or a ``decision`` that is still to be carried out."""

    day: datetime.date
    forum: Forum
    decision: Decision | None = None


def gatherings(found: Register) -> list[Gathering]:
    """Return every forum with its meetings in order."""
    minutes = {one.meeting: one for one in found.state.all(Minutes)}
    follow_ups = {one.id: one for one in found.state.all(FollowUp)}
    made = []
    for forum in found.plan.forums.forums:
        meetings = sorted(
            (one for one in found.plan.forums.meetings if one.forum == forum.id), key=lambda one: one.when.start
        )
        held = []
        for one in meetings:
            agreed = minutes.get(one.id)
            decisions = () if agreed is None else agreed.decisions
            held.append(Held(one, agreed, [(each, follow_ups.get(each.id)) for each in decisions]))
        missing = _missing(found, forum, meetings)
        past = [day for day in missing if day <= found.day]
        made.append(Gathering(forum, held, past, [day for day in missing if day > found.day]))
    return made


def falling_due(every: list[Gathering]) -> list[Due]:
    """Return the next meeting that each cadence asks for, and the decisions still to be carried out, by their day."""
    due = [Due(one.coming[0], one.forum) for one in every if one.coming]
    due += [
        Due(decision.due.end, one.forum, decision)
        for one in every
        for held in one.meetings
        for decision, follow_up in held.decisions
        if decision.due is not None and (follow_up is None or follow_up.standing == "open")
    ]
    return sorted(due, key=lambda one: one.day)


def _missing(found: Register, forum: Forum, meetings: list[Meeting]) -> list[datetime.date]:
    if forum.cadence is None:
        return []
    since = forum.since.start if forum.since else found.agreement.signed
    held = [one.when.end for one in meetings if one.standing == "held"]
    return list(due_days(forum.cadence, since, found.agreement.term.end, held))
