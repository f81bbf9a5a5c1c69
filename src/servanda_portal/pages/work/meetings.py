"""Meetings, minutes with their decisions, and what became of them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.meetings import AgreeMinutes, FollowUpDecision, RecordMeeting
from servanda.register.forum import Forum, Meeting
from servanda.register.minutes import Decision, FollowUp, Minutes
from servanda_portal.pages import words
from servanda_portal.pages.templatetags.servanda import named, period, said
from servanda_portal.pages.work.act_form import ActForm, statement
from servanda_portal.pages.work.fields import (
    PeriodField,
    SeveralField,
    WordingField,
    commitments,
    documents,
    optional,
    text,
    today,
)
from servanda_portal.pages.work.joint import JointForm

_DECISIONS = 4


class MeetingForm(ActForm):
    """Record a meeting."""

    title = _("Record a meeting")
    about = _("Held, planned, or announced. What falls due by a forum’s cadence is shown beside it.")
    button = _("Record")
    does = (RecordMeeting,)

    forum = forms.ChoiceField(label=_("Forum"))
    when = PeriodField(label=_("When"))
    standing = forms.ChoiceField(label=_("Standing"), choices=list(words.MEETING.items()))
    summary = WordingField(label=_("What it was about"), lines=2)
    documents = SeveralField(label=_("Documents that show it"), required=False)
    commitments = SeveralField(label=_("Commitments that it took up"), required=False)

    def prepare(self) -> None:
        """Offer forums, documents and commitments."""
        self.offer("forum", [(one.id, named(one.name)) for one in self.state.all(Forum)])
        self.offer("documents", documents(self.register))
        self.offer("commitments", commitments(self.register))

    def acts(self) -> Sequence[Act]:
        """Record it."""
        given = self.cleaned_data
        return [
            RecordMeeting(
                Meeting(
                    self.new_id("meeting"),
                    given["forum"],
                    given["when"],
                    given["standing"],
                    given["summary"],
                    tuple(given["documents"]),
                    commitments=tuple(given["commitments"]),
                )
            )
        ]


class MinutesForm(JointForm):
    """Agree the minutes of a meeting; each decision becomes an action with an owner and a day."""

    title = _("Minutes")
    about = _("Minutes are joint: they are in force when all parties have agreed. Each decision becomes an action.")
    does = (AgreeMinutes,)

    meeting = forms.ChoiceField(label=_("Meeting"))
    agenda = text(4, label=_("Agenda"), help_text=_("One item a line."))
    record = text(6, label=_("What was said and agreed"))

    def prepare(self) -> None:
        """Offer meetings that were held, and a few rows for decisions."""
        super().prepare()
        forums = {one.id: named(one.name) for one in self.state.all(Forum)}
        held = [one for one in self.state.all(Meeting) if one.standing == "held"]
        self.offer(
            "meeting", [(one.id, f"{period(one.when)} · {forums.get(one.forum, one.forum)}") for one in reversed(held)]
        )
        owners = optional([(one.id, said(one.name)) for one in self.register.agreement.parties])
        for number in range(1, _DECISIONS + 1):
            self.fields[f"decision_{number}"] = text(
                2, label=_("Decision %(number)d") % {"number": number}, required=False
            )
            self.fields[f"owner_{number}"] = forms.ChoiceField(label=_("Who does it"), choices=owners, required=False)
            self.fields[f"due_{number}"] = PeriodField(label=_("By when"), required=False, help_text="")

    def joint_acts(self) -> Sequence[Act]:
        """Agree them."""
        given = self.cleaned_data
        identity = self.new_id("minutes")
        decisions = tuple(
            Decision(
                f"{identity}-{number}", statement(written), given[f"owner_{number}"] or None, given[f"due_{number}"]
            )
            for number in range(1, _DECISIONS + 1)
            if (written := given[f"decision_{number}"].strip())
        )
        agenda = tuple(statement(line) for line in given["agenda"].splitlines() if line.strip())
        return [AgreeMinutes(Minutes(identity, given["meeting"], agenda, statement(given["record"]), decisions))]


class FollowUpForm(ActForm):
    """Say what became of a decision."""

    title = _("Follow up a decision")
    about = _("What its owner says of it. The minutes stay as they were agreed.")
    button = _("Record")
    does = (FollowUpDecision,)

    standing = forms.ChoiceField(label=_("Standing"), choices=list(words.FOLLOW_UP.items()))
    note = text(label=_("What was done"))

    def acts(self) -> Sequence[Act]:
        """Record it."""
        given = self.cleaned_data
        follow_up = FollowUp(self.subject, self.author.holder, given["standing"], today(), statement(given["note"]))
        return [FollowUpDecision(follow_up)]

    @property
    def beside(self) -> tuple[str, dict[str, Any]] | None:
        """Show the decision."""
        for minutes in self.state.all(Minutes):
            for decision in minutes.decisions:
                if decision.id == self.subject:
                    return "work/decision.html", {"decision": decision, "minutes": minutes}
        return None
