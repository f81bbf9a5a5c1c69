"""Contesting a record, and answering a dispute."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.disputes import OpenDispute, RuleOnDispute
from servanda.register.verdict import Dispute
from servanda_portal.pages import assessment_words
from servanda_portal.pages.work.act_form import ActForm, statement
from servanda_portal.pages.work.fields import text


class DisputeForm(ActForm):
    """Contest a record; the subject is its kind and key, with a colon."""

    title = _("Contest a record")
    about = _("Two reviewers who did not make it answer a dispute. It stays visible beside what it is about (V9).")
    button = _("Contest")
    does = (OpenDispute,)

    reason = text(4, label=_("What is wrong, and what shows it"))

    def acts(self) -> Sequence[Act]:
        """Open it."""
        kind, _colon, key = self.subject.partition(":")
        dispute = Dispute(self.new_id("dispute"), kind, key, self.author.holder, statement(self.cleaned_data["reason"]))
        return [OpenDispute(dispute)]


class RulingForm(ActForm):
    """Answer a dispute."""

    title = _("Answer a dispute")
    about = _("It is closed when two reviewers answer alike. You answer once (V9).")
    button = _("Answer")
    does = (RuleOnDispute,)

    outcome = forms.ChoiceField(
        label=_("Outcome"), widget=forms.RadioSelect, choices=list(assessment_words.DISPUTE_OUTCOME.items())
    )
    reason = text(3, label=_("Reason"))

    def acts(self) -> Sequence[Act]:
        """Answer it."""
        given = self.cleaned_data
        return [RuleOnDispute(self.subject, given["outcome"], statement(given["reason"]))]

    @property
    def beside(self) -> tuple[str, dict[str, Any]]:
        """Show the dispute. Raises Http404 where there is none."""
        found = self.state.find(Dispute, self.subject)
        if found is None:
            raise Http404
        return "work/dispute.html", {"dispute": found}
