"""Freezing a guideline, coding with it, drafts, the right of reply, and final verdicts (CODEBOOK D1, V8 to V10)."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.assessing.rubrics import RUBRICS
from servanda.register.acts.act import Act
from servanda.register.acts.verdicts import (
    CodeCommitment,
    DraftVerdict,
    FinaliseVerdict,
    FreezeGuideline,
    ReplyToVerdict,
)
from servanda.register.circumstances import REPLY
from servanda.register.commitment import Guideline
from servanda.register.verdict import FrozenGuideline, Reply, Verdict
from servanda_portal.pages import assessment_words
from servanda_portal.pages.templatetags.servanda import said
from servanda_portal.pages.work.act_form import ActForm, statement, told
from servanda_portal.pages.work.fields import DayField, SeveralField, WordingField, text, today

_SCORES = [(f"{version} {grade}", f"{version}: {grade}") for version, one in RUBRICS.items() for grade in one.scale]


class GuidelineForm(ActForm):
    """Freeze what one will judge a commitment by."""

    title = _("Freeze a guideline")
    about = _("What would count as delivered, in part, and not: written down before any evidence is coded (D1).")
    button = _("Freeze")
    does = (FreezeGuideline,)

    full = WordingField(label=_("Delivered"), lines=2)
    partial = WordingField(label=_("In part"), lines=2)
    none = WordingField(label=_("Not"), lines=2)

    def prepare(self) -> None:
        """Begin with the guideline that the commitment has."""
        known = None if self.commitment is None else self.commitment.guideline
        if known is not None:
            self.initial = {"full": known.full, "partial": known.partial, "none": known.none}

    def acts(self) -> Sequence[Act]:
        """Freeze it."""
        given = self.cleaned_data
        guideline = Guideline(given["full"], given["partial"], given["none"])
        identity = f"{self.author.holder}/{self.subject}"
        return [FreezeGuideline(FrozenGuideline(identity, self.subject, self.author.holder, guideline, today()))]


class _Scoring(ActForm):
    """The fields of a score."""

    party = forms.ChoiceField(label=_("Whose delivery"), required=False)
    score = forms.ChoiceField(label=_("Score"), choices=_SCORES)
    happenings = SeveralField(label=_("Evidence that it rests on"), required=False)
    reasons = text(label=_("Reasons"))
    confidence = forms.ChoiceField(label=_("Confidence"), choices=list(assessment_words.CONFIDENCE.items()))
    differs = text(
        2,
        label=_("Why it differs"),
        required=False,
        help_text=_("Where it is not what the codebook’s table gives (X)."),
    )

    def prepare(self) -> None:
        """Offer the parties that undertook it, and what happened."""
        if self.commitment is None:
            raise Http404
        parties = {one.id: said(one.name) for one in self.register.agreement.parties}
        bound = [(one, parties[one]) for one in self.commitment.promisors if one in parties]
        self.offer("party", [("", _("All together")), *bound])
        self.offer(
            "happenings",
            [
                (one.id, f"{one.when} · {said(one.title)}")
                for one in self.register.plan.happenings
                if any(bearing.commitment == self.subject for bearing in one.bearings)
            ],
        )

    def verdict(self, **more: Any) -> Verdict:  # noqa: ANN401 what a stage adds
        """Return the verdict that the fields make."""
        given = self.cleaned_data
        version, _space, grade = given["score"].partition(" ")
        return Verdict(
            id=self.new_id("verdict"),
            commitment=self.subject,
            evaluator=self.author.holder,
            coder=self.author.person or self.author.holder,
            rubric=RUBRICS[version].name,
            rubric_version=version,
            score=grade,
            coded_on=today(),
            reasons=statement(given["reasons"]),
            confidence=given["confidence"],
            party=given["party"] or None,
            happenings=tuple(given["happenings"]),
            differs=told(given["differs"]),
            **more,
        )

    @property
    def beside(self) -> tuple[str, dict[str, Any]]:
        """Show the frozen guideline, and what the codebook computes."""
        frozen = self.state.find(FrozenGuideline, f"{self.author.holder}/{self.subject}")
        return "work/coding.html", {
            "guideline": None if frozen is None else frozen.guideline,
            "assessment": self.register.assessments.get(self.subject),
        }


class CodeForm(_Scoring):
    """Score a commitment, blind."""

    title = _("Code a commitment")
    about = _("Nobody else sees this coding before the day you state, so that a second coder is not led by it (V10).")
    button = _("Keep the coding")
    does = (CodeCommitment,)

    public_from = DayField(label=_("Published from"))
    field_order = ("party", "score", "happenings", "reasons", "confidence", "differs", "public_from")

    def acts(self) -> Sequence[Act]:
        """Keep it."""
        return [CodeCommitment(self.verdict())]

    def circumstances(self) -> dict[str, Any]:
        """Show it to nobody but the evaluator until the stated day."""
        return {"visible_to": self.author.holder, "public_from": self.cleaned_data["public_from"]}


class DraftForm(_Scoring):
    """Show the parties a draft."""

    title = _("Draft a verdict")
    about = _("The parties see it and may reply until the day you state. It can be made final after that day (V9).")
    button = _("Send the draft")
    does = (DraftVerdict,)

    replies_until = DayField(label=_("Replies until"))
    field_order = ("party", "score", "happenings", "reasons", "confidence", "differs", "replies_until")

    def clean_replies_until(self) -> datetime.date:
        """Refuse a day that leaves no time."""
        day: datetime.date = self.cleaned_data["replies_until"]
        if day <= today():
            raise forms.ValidationError(gettext("Give the parties time: choose a later day."))
        return day

    def acts(self) -> Sequence[Act]:
        """Send it."""
        return [DraftVerdict(self.verdict(standing="draft", replies_until=self.cleaned_data["replies_until"]))]

    def circumstances(self) -> dict[str, Any]:
        """Show it to the parties, and to everybody once the time to reply has passed."""
        return {"visible_to": REPLY, "public_from": _day_after(self.cleaned_data["replies_until"])}


class AboutVerdict(ActForm):
    """A form about a draft."""

    @property
    def draft(self) -> Verdict:
        """The draft. Raises Http404 where there is none."""
        found = self.state.find(Verdict, self.subject)
        if found is None:
            raise Http404
        return found

    @property
    def beside(self) -> tuple[str, dict[str, Any]]:
        """Show the draft and the replies."""
        replies = [one for one in self.state.all(Reply) if one.verdict == self.subject]
        return "work/verdict.html", {
            "verdict": self.draft,
            "replies": replies,
            "commitment": self.register.commitments.get(self.draft.commitment),
        }


class ReplyForm(AboutVerdict):
    """Reply to a draft."""

    title = _("Reply to a draft verdict")
    about = _("Your party’s reply is published with the verdict, whatever becomes of it.")
    button = _("Reply")
    does = (ReplyToVerdict,)

    reply = text(5, label=_("Reply"))

    def acts(self) -> Sequence[Act]:
        """Reply."""
        holder = self.author.holder
        return [
            ReplyToVerdict(
                Reply(f"{self.subject}/{holder}", self.subject, holder, statement(self.cleaned_data["reply"]))
            )
        ]

    def circumstances(self) -> dict[str, Any]:
        """Show it to whom the draft is shown."""
        until = self.draft.replies_until or today()
        return {"visible_to": REPLY, "public_from": _day_after(until)}


class FinaliseForm(AboutVerdict):
    """Make a draft final."""

    title = _("Make a verdict final")
    about = _("As it stood, or changed after the replies. It keeps its rubric version for ever.")
    button = _("Make it final")
    does = (FinaliseVerdict,)

    score = forms.ChoiceField(label=_("Score"))
    reasons = text(label=_("Reasons"))
    differs = text(2, label=_("Why it differs"), required=False)

    def prepare(self) -> None:
        """Begin with the draft."""
        draft = self.draft
        self.offer("score", [(one, one) for one in RUBRICS[draft.rubric_version].scale])
        self.initial = {
            "score": draft.score,
            "reasons": draft.reasons.text,
            "differs": "" if draft.differs is None else draft.differs.text,
        }

    def acts(self) -> Sequence[Act]:
        """Make it final."""
        given = self.cleaned_data
        return [FinaliseVerdict(self.subject, given["score"], statement(given["reasons"]), told(given["differs"]))]


def _day_after(day: datetime.date) -> datetime.date:
    """Return the next day; the last of all days where there is none."""
    return min(day, datetime.date.max - datetime.timedelta(days=1)) + datetime.timedelta(days=1)
