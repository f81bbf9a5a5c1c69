"""A party's report in one screen (CODEBOOK R2), and the obstacles it raises."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.reporting import OpenRound, RaiseObstacle, ResolveObstacle, SubmitReport
from servanda.register.forum import Forum
from servanda.register.reporting import Obstacle, Report, Round
from servanda_portal.pages import assessment_words
from servanda_portal.pages.templatetags.servanda import named
from servanda_portal.pages.work.act_form import ActForm, statement, told
from servanda_portal.pages.work.fields import (
    DayField,
    PeriodField,
    SeveralField,
    WordingField,
    documents,
    institutions,
    optional,
    text,
    today,
)
from servanda_portal.pages.work.joint import JointForm

_REPORTED = [(code, label) for code, label in assessment_words.OFFICIAL.items() if code != "not_reported"]


class ReportForm(ActForm):
    """Where a commitment stands, what happened, what is in the way, and what comes next."""

    title = _("Report")
    about = _("One screen: your last answers are there to confirm. A report is your party’s statement, never evidence.")
    button = _("Submit the report")
    does = (SubmitReport, RaiseObstacle)

    standing = forms.ChoiceField(label=_("Where it stands"), choices=_REPORTED)
    happened = text(label=_("What happened since the last report"))
    documents = SeveralField(label=_("Documents that show it"), required=False)
    obstacle = text(2, label=_("What is in the way"), required=False, help_text=_("Needed where it is obstructed."))
    raised_to = forms.ChoiceField(label=_("Who was told"), required=False)
    cause = forms.ChoiceField(
        label=_("Why it is not pursued"),
        choices=optional(list(assessment_words.CAUSE.items())),
        required=False,
        help_text=_("Needed where it is abandoned (V5)."),
    )
    next_step = text(2, label=_("What comes next"), required=False)
    next_by = PeriodField(label=_("By when"), required=False)

    def prepare(self) -> None:
        """Fill in the last answers."""
        self.offer("documents", documents(self.register))
        self.offer(
            "raised_to",
            optional([(one.id, named(one.name)) for one in self.state.all(Forum)] + institutions(self.register)),
        )
        last = self.last
        if last is not None:
            obstacle = None if last.obstacle is None else self.state.find(Obstacle, last.obstacle)
            self.initial = {
                "standing": last.standing,
                "happened": last.happened.text,
                "documents": list(last.documents),
                "obstacle": "" if obstacle is None else obstacle.what.text,
                "raised_to": "" if obstacle is None else obstacle.raised_to,
                "cause": last.cause,
                "next_step": "" if last.next_step is None else last.next_step.text,
                "next_by": "" if last.next_by is None else str(last.next_by),
            }

    def clean(self) -> None:
        """Ask for an obstacle where it is obstructed, and for a cause where it is abandoned."""
        super().clean()
        given = self.cleaned_data
        if given.get("standing") == "obstructed" and not given.get("obstacle"):
            self.add_error("obstacle", gettext("Say what is in the way, or choose another standing."))
        if given.get("standing") == "abandoned" and not given.get("cause"):
            self.add_error("cause", gettext("Say why it is not pursued, or choose another standing."))

    def acts(self) -> Sequence[Act]:
        """Raise the obstacle, where there is a new one, and report."""
        given = self.cleaned_data
        acts: list[Act] = []
        obstacle = self._known_obstacle(given["obstacle"], given["raised_to"] or None)
        if obstacle is None and given["obstacle"].strip():
            raised = Obstacle(
                self.new_id("obstacle"),
                self.author.holder,
                (self.subject,),
                statement(given["obstacle"]),
                today(),
                given["raised_to"] or None,
            )
            acts.append(RaiseObstacle(raised))
            obstacle = raised.id
        opened = open_round(self.state.all(Round))
        report = Report(
            self.new_id("report"),
            self.subject,
            self.author.holder,
            given["standing"],
            today(),
            statement(given["happened"]),
            None if opened is None else opened.id,
            tuple(given["documents"]),
            obstacle,
            given["cause"] or None if given["standing"] == "abandoned" else None,
            told(given["next_step"]),
            given["next_by"],
        )
        return [*acts, SubmitReport(report)]

    @property
    def last(self) -> Report | None:
        """The party's last report on this commitment."""
        mine = [
            one for one in self.state.all(Report) if (one.commitment, one.party) == (self.subject, self.author.holder)
        ]
        return mine[-1] if mine else None

    def _known_obstacle(self, written: str, raised_to: str | None) -> str | None:
        for one in self.state.all(Obstacle):
            if (one.standing, one.party, one.what.text, one.raised_to) == (
                "open", self.author.holder, written.strip(), raised_to,
            ):  # fmt: skip
                return one.id
        return None


class ResolveForm(ActForm):
    """An obstacle is out of the way."""

    title = _("An obstacle is out of the way")
    about = _("Say how it was resolved. What it hindered stays as it was reported until you report again.")
    button = _("Resolve")
    does = (ResolveObstacle,)

    outcome = text(label=_("How it was resolved"))

    def acts(self) -> Sequence[Act]:
        """Resolve the obstacle."""
        return [ResolveObstacle(self.subject, statement(self.cleaned_data["outcome"]))]


class RoundForm(JointForm):
    """Open a reporting round."""

    title = _("Open a reporting round")
    about = _("What is not reported by its last day is shown as not reported, never as a blank (R1).")
    does = (OpenRound,)

    name = WordingField(label=_("Title"))
    covers = PeriodField(label=_("What it covers"))
    opens = DayField(label=_("Opens on"))
    closes = DayField(label=_("Closes on"))

    def clean(self) -> None:
        """Refuse a round that closes before it opens."""
        super().clean()
        given = self.cleaned_data
        if given.get("opens") and given.get("closes") and given["closes"] < given["opens"]:
            self.add_error("closes", gettext("A round closes on or after the day on which it opens."))

    def joint_acts(self) -> Sequence[Act]:
        """Open the round."""
        given = self.cleaned_data
        return [OpenRound(Round(self.new_id("round"), given["name"], given["covers"], given["opens"], given["closes"]))]


def open_round(rounds: Sequence[Round]) -> Round | None:
    """Return the round that is open today; of several, the one that closes first."""
    day = today()
    return min((one for one in rounds if one.opens <= day <= one.closes), key=lambda one: one.closes, default=None)
