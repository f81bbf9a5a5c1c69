"""Answering a proposal: agree, decline, or take one's own back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.consent import Agree, Decline, Retract
from servanda.register.acts.joint import joint_act
from servanda.register.author import Author
from servanda.register.proposal import Proposal
from servanda_portal.pages.work.act_form import ActForm, statement
from servanda_portal.pages.work.act_words import proposal_words
from servanda_portal.pages.work.fields import text
from servanda_portal.pages.work.laid_out import Row, laid_out


class AnswerForm(ActForm):
    """Agree to a proposal or decline it; its proposer may take it back."""

    title = _("A proposal")
    about = _("It is in force when every party has agreed, by the very entry of the last one.")
    button = _("Answer")
    does = (Agree, Decline, Retract)

    answer = forms.ChoiceField(label=_("Your party’s answer"), widget=forms.RadioSelect)
    reason = text(2, label=_("Reason"), required=False, help_text=_("Needed to decline."))

    def prepare(self) -> None:
        """Offer what this party can answer."""
        if self.proposal.proposer == self.author.holder:
            choices = [("retract", _("Take it back"))]
        else:
            choices = [("agree", _("Agree")), ("decline", _("Decline"))]
        self.offer("answer", choices)

    def clean(self) -> None:
        """Ask for a reason to decline."""
        super().clean()
        given = self.cleaned_data
        if given.get("answer") == "decline" and not given.get("reason", "").strip():
            self.add_error("reason", gettext("Say why, so that a better proposal can be made."))

    def acts(self) -> Sequence[Act]:
        """Answer."""
        given = self.cleaned_data
        match given["answer"]:
            case "agree":
                return [Agree(self.subject)]
            case "decline":
                return [Decline(self.subject, statement(given["reason"]))]
            case _:
                return [Retract(self.subject)]

    @property
    def proposal(self) -> Proposal:
        """The proposal. Raises Http404 where there is none."""
        found = self.state.find(Proposal, self.subject)
        if found is None:
            raise Http404
        return found

    @property
    def beside(self) -> tuple[str, dict[str, Any]]:
        """Lay what is proposed beside what is there."""
        act = joint_act(self.proposal.change)
        rows: list[Row] = laid_out(self.register, act, Author("party_lead", self.proposal.proposer))
        words = proposal_words(self.register, act)
        return "work/proposal.html", {"proposal": self.proposal, "words": words, "rows": rows}
