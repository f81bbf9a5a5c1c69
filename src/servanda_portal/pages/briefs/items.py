"""Commitments in words: as rows with their three marks, as squares, and counted by axis."""

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from servanda.assessing.schedule import Schedule
from servanda.briefs.brief import Brief
from servanda.briefs.brief import Item as BriefItem
from servanda.register.period import Period
from servanda_portal.pages import assessment_words, marks, words
from servanda_portal.pages.briefs.blocks import Axes, Axis, Chart, Count, Item, Items, Mark, Square
from servanda_portal.pages.briefs.voice import Voice
from servanda_portal.pages.briefs.worded import Worded


def rows(voice: Voice, items: Iterable[BriefItem], title: str = "") -> Items:
    """Return commitments as a table with the three axes."""
    heads = [_("Reference"), _("Commitment"), _("Official"), _("Evidence"), _("Schedule")]
    return Items(title, heads, Worded(items, functools.partial(_row, voice)))


def squares(voice: Voice, items: Iterable[BriefItem]) -> list[Square]:
    """Return commitments as squares."""
    made = []
    for item in items:
        evidence, schedule = item.assessment.evidence, item.assessment.schedule
        shown = f"{assessment_words.EVIDENCE[evidence.value]}, {marks.schedule_words(schedule)}"
        said = voice.pair(voice.said(item.commitment.title), shown)
        mark = Mark(evidence.value, evidence.step, item.assessment.late)
        made.append(Square(item.commitment.reference, said, mark))
    return made


def chart(voice: Voice, brief: Brief) -> Chart:
    """Return every commitment as a square, one row a pillar, with the key."""
    shown = {item.assessment.evidence.value for item in brief.items}
    key = [(Mark(value, step, late), means) for value, step, late, means in marks.key(shown)]
    charted = [(voice.said(part.pillar.name), squares(voice, part.items)) for part in brief.parts]
    return Chart(charted, key, _("Every commitment, by pillar"))


def axes(brief: Brief, items: Sequence[BriefItem]) -> Axes:
    """Return how many commitments have each value of each axis."""
    parties = [party.id for party in brief.agreement.parties]
    reported = {
        party: Counter[str](one.value for item in items for one in item.assessment.official if one.party == party)
        for party in parties
    }
    evidence = Counter[str](item.assessment.evidence.value for item in items)
    schedule = Counter[str](item.assessment.schedule.value for item in items)
    official_counts = _counts(assessment_words.OFFICIAL, [reported[party] for party in parties])
    return Axes(
        [
            Axis("official", _("Official"), _("what each party reports"), parties, official_counts),
            Axis(
                "evidence",
                _("Evidence"),
                _("what accepted documents show"),
                [],
                _counts(assessment_words.EVIDENCE, [evidence]),
            ),
            Axis(
                "schedule",
                _("Schedule"),
                _("where the day stands against the deadline"),
                [],
                _counts(assessment_words.SCHEDULE, [schedule]),
            ),
        ],
    )


def _counts(said: Mapping[str, Any], columns: list[Counter[str]]) -> list[Count]:
    """Return a row for each value of an axis that some column has, in the order of the codebook."""
    return [
        Count(Mark(value, marks.RUNG.get(value, 0)), str(name), [column[value] for column in columns])
        for value, name in said.items()
        if any(column[value] for column in columns)
    ]


def _row(voice: Voice, item: BriefItem) -> Item:
    assessment = item.assessment
    return Item(
        reference=item.commitment.reference,
        title=voice.said(item.commitment.title),
        about=_about(voice, item),
        official=[
            (one.party, Mark(one.value), str(assessment_words.OFFICIAL[one.value])) for one in assessment.official
        ],
        evidence=(
            Mark(assessment.evidence.value, assessment.evidence.step),
            str(assessment_words.EVIDENCE_SHORT[assessment.evidence.value]),
        ),
        schedule=(Mark(assessment.schedule.value), _schedule(assessment.schedule)),
        sources=voice.cite(item.documents),
    )


def _due(voice: Voice, period: Period, schedule: Schedule) -> str:
    """Return by when, and the original date where it was revised: lateness counts against that (CODEBOOK T3)."""
    now = voice.day(period)
    if schedule.due is None or schedule.basis == "assumed" or schedule.due == period.end:
        return now
    return _("%(first)s, revised to %(now)s") % {"first": voice.day(schedule.due), "now": now}


def _schedule(schedule: Schedule) -> str:
    """Return the schedule in words, with a word where its date is assumed (CODEBOOK D5)."""
    said = marks.schedule_words(schedule)
    ahead = schedule.basis == "assumed" and schedule.value in {"ahead", "due_soon"}
    return _("%(said)s (assumed)") % {"said": said} if ahead else said


def _about(voice: Voice, item: BriefItem) -> str:
    """Return who must do it and by when, and what else a reader must know of the words."""
    commitment = item.commitment
    bodies = dict.fromkeys(owner.institution for owner in commitment.owners) or dict.fromkeys(commitment.promisors)
    said = [", ".join(voice.name(body) for body in bodies)]
    if commitment.deadline is not None:
        said.append(voice.pair(_("due"), _due(voice, commitment.deadline.period, item.assessment.schedule)))
    if commitment.force != "firm":
        said.append(str(words.FORCE[commitment.force]))
    if commitment.parent is not None:
        said.append(_("measure of %(parent)s") % {"parent": commitment.parent})
    return " · ".join(said)
