"""The sections of a paper, but its scores and its method."""

import functools
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from servanda.briefs import money
from servanda.briefs.brief import Brief, Part
from servanda.register.forum import Meeting
from servanda.register.happening import Happening
from servanda_portal.pages import words
from servanda_portal.pages.briefs import items
from servanda_portal.pages.briefs.blocks import (
    Amount,
    Block,
    Disagreement,
    Disagreements,
    Fund,
    Funds,
    Moment,
    Moments,
    Nothing,
    Prose,
    Section,
)
from servanda_portal.pages.briefs.voice import Voice
from servanda_portal.pages.briefs.worded import Worded


def glance(voice: Voice, brief: Brief) -> Section:
    """Return every commitment as a square, and the three axes counted."""
    lead = _(
        "Every square is a commitment. It is filled to the step that accepted documents show; a corner marks what is "
        "late, a dotted outline what cannot be judged as written."
    )
    blocks: list[Block] = [items.chart(voice, brief), items.axes(brief, brief.items)]
    measures = sum(item.commitment.parent is not None for item in brief.items)
    if measures:
        counted = ngettext(
            "%(measures)s of the %(total)s commitments is a measure of another one; both are counted (S3).",
            "%(measures)s of the %(total)s commitments are measures of another one; both are counted (S3).",
            measures,
        )
        blocks.append(Prose(counted % {"measures": voice.number(measures), "total": voice.number(len(brief.items))}))
    return Section("glance", _("At a glance"), lead, blocks)


def late_and_next(voice: Voice, brief: Brief) -> Section:
    """Return what is overdue, what falls due, and what is reported complete without being shown so."""
    count = len(brief.overdue)
    lead = ngettext(
        "%(count)s commitment is past the date that its own words set.",
        "%(count)s commitments are past the date that their own words set.",
        count,
    ) % {"count": voice.number(count)}  # fmt: skip
    blocks: list[Block] = []
    if brief.overdue:
        blocks.append(items.rows(voice, brief.overdue, _("Overdue")))
    else:
        lead = _("Nothing that has a stated date is overdue on %(day)s.") % {"day": voice.day(brief.day)}
    soon = [item for item in brief.coming if item.assessment.schedule.value == "due_soon"]
    later = [item for item in brief.coming if item.assessment.schedule.value == "ahead"]
    if soon:
        blocks.append(items.rows(voice, soon, _("Due within 60 days")))
    if later:
        blocks.append(items.rows(voice, later, _("Due later, on a date of its own")))
    if not brief.coming:
        end = voice.day(brief.agreement.term.end)
        nothing = _(
            "Nothing falls due on a date of its own. Everything else is assumed due by %(day)s, the last day of the "
            "plan’s term."
        )
        blocks.append(Nothing(nothing % {"day": end}))
    if brief.said_beyond_shown:
        beyond = [one.item for one in brief.said_beyond_shown]
        blocks.append(items.rows(voice, beyond, _("Reported complete, not shown to be delivered")))
    return Section("late", _("Late and next"), lead, blocks)


def pillar(voice: Voice, brief: Brief, part: Part) -> Section:
    """Return a pillar: its axes counted, and all its commitments."""
    blocks: list[Block] = []
    if brief.pillar is None:
        blocks.append(items.axes(brief, part.items))
    blocks.append(items.rows(voice, part.items) if part.items else Nothing(_("No commitment stands under it.")))
    return Section(f"pillar-{part.pillar.id}", voice.said(part.pillar.name), voice.said(part.pillar.summary), blocks)


def happened(voice: Voice, brief: Brief) -> Section:
    """Return what happened in the year, and the meetings of its forums."""
    moments = Worded(brief.happened, functools.partial(_happened, voice))
    meetings = Worded(brief.meetings, functools.partial(_met, voice, brief))
    nothing = Nothing(_("Nothing that counts as evidence is recorded in these twelve months."))
    blocks: list[Block] = [Moments("", moments) if moments else nothing]
    if meetings:
        blocks.append(Moments(_("Meetings"), meetings))
    lead = _("In the twelve months up to %(day)s: what is confirmed and bears on a commitment.")
    return Section("happened", _("What happened"), lead % {"day": voice.day(brief.day)}, blocks, major=not brief.closed)


def funds(voice: Voice, brief: Brief) -> Section:
    """Return the contributions by stage."""
    lead = _("What was announced, and what came of it. Stages are never added together, nor are different units (M1).")
    if not brief.funds:
        empty = _("No contribution is recorded. Contributions appear here with the amounts that documents state.")
        return Section("money", _("Money"), lead, [Nothing(empty)], major=False)
    made = Worded((each for one in brief.funds for each in _every(one, 0)), functools.partial(_fund, voice))
    total = Fund(
        _("All contributions"),
        _("what is contained in another is counted once (M5)"),
        _stages(voice, brief.totals),
        [],
    )
    heads = [_("Contribution"), _("Stage"), _("Amount")]
    return Section("money", _("Money"), lead, [Funds(heads, made, total)])


def disagreements(voice: Voice, brief: Brief) -> Section:
    """Return the questions to which sources give different answers."""
    lead = _("All answers are kept, each with who gives it; nobody’s wins by itself.")
    made = [
        Disagreement(
            voice.said(one.question),
            [(voice.said(position.answer), voice.cite(position.documents)) for position in one.positions],
            voice.said(one.note),
        )
        for one in brief.conflicts
    ]
    block: Block = Disagreements(made) if made else Nothing(_("No disagreement is recorded."))
    return Section("disagreements", _("Where sources disagree"), lead, [block], major=False)


def _happened(voice: Voice, one: Happening) -> Moment:
    return Moment(voice.day(one.when), voice.said(one.title), voice.said(one.summary), voice.cite(one.documents))


def _met(voice: Voice, brief: Brief, one: Meeting) -> Moment:
    title = voice.pair(voice.named(brief.forums.get(one.forum)), str(words.MEETING[one.standing]))
    return Moment(voice.day(one.when), title, voice.said(one.summary), voice.cite(one.documents))


def _every(one: money.Funds, depth: int) -> Iterator[tuple[money.Funds, int]]:
    """Give a contribution, and after it those that it contains."""
    yield one, depth
    for part in one.parts:
        yield from _every(part, depth + 1)


def _fund(voice: Voice, contained: tuple[money.Funds, int]) -> Fund:
    one, depth = contained
    contribution = one.contribution
    about = _("Given by %(provider)s") % {"provider": voice.name(contribution.provider)}
    if depth:
        within = _("contained in the total above (M5)")
        about = f"{about} · {within}"
    largest = {
        amount.unit: max(each.value for each in one.amounts if each.unit == amount.unit) or 1 for amount in one.amounts
    }
    return Fund(
        voice.said(contribution.name),
        about,
        [_amount(voice, amount, float(amount.value / largest[amount.unit])) for amount in one.amounts],
        voice.cite(identity for made in contribution.transactions for identity in made.documents),
        depth,
    )


def _stages(voice: Voice, totals: Iterable[money.Amount]) -> list[Amount]:
    """Return one line a stage, its units beside each other."""
    stages: dict[str, list[str]] = {}
    for one in totals:
        stages.setdefault(str(words.TRANSACTION[one.stage]), []).append(voice.amount(one.value, one.unit))
    return [Amount(stage, " · ".join(amounts), 0) for stage, amounts in stages.items()]


def _amount(voice: Voice, amount: money.Amount, share: float) -> Amount:
    said = voice.amount(amount.value, amount.unit)
    return Amount(str(words.TRANSACTION[amount.stage]), said, round(share, 4), amount.stage in money.DONE)
