"""Adopting, amending, splitting, merging and withdrawing commitments, and naming owners."""

from collections.abc import Sequence

import msgspec
from django import forms
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.commitments import Adopt, Amend, Merge, NameOwner, ReviseDeadline, Split, Withdraw
from servanda.register.commitment import Commitment, Completeness, Deadline, Owner
from servanda_portal.pages import assessment_words, words
from servanda_portal.pages.templatetags.servanda import said
from servanda_portal.pages.work.act_form import ActForm, statement
from servanda_portal.pages.work.fields import PeriodField, WordingField, commitments, institutions, optional, text
from servanda_portal.pages.work.joint import JointForm

_REFERENCE = r"^[A-Za-z0-9][A-Za-z0-9.-]*$"


class AboutCommitment(JointForm):
    """A joint form about one commitment."""

    reason = text(2, label=_("Reason"), help_text=_("It stands in the register beside the change."))

    @property
    def known(self) -> Commitment:
        """The commitment. Raises Http404 where there is none."""
        found = self.commitment
        if found is None:
            raise Http404
        return found


class AmendForm(AboutCommitment):
    """Change what a commitment says."""

    title = _("Amend a commitment")
    about = _("Its reference and its first deadline stay. Everybody sees the old and the new words side by side.")
    does = (Amend,)

    name = WordingField(label=_("Title"))
    summary = WordingField(label=_("In our words"), lines=3)
    force = forms.ChoiceField(label=_("Force"), choices=list(words.FORCE.items()))
    verifiable = forms.BooleanField(label=_("Its delivery can be judged (D2)"), required=False)
    field_order = ("name", "summary", "force", "verifiable", "reason", "why")

    def prepare(self) -> None:
        """Begin with the commitment as it is."""
        super().prepare()
        known = self.known
        self.initial = {
            "name": known.title,
            "summary": known.summary,
            "force": known.force,
            "verifiable": known.verifiable,
        }

    def joint_acts(self) -> Sequence[Act]:
        """Amend it."""
        given = self.cleaned_data
        changed = msgspec.structs.replace(
            self.known,
            title=given["name"],
            summary=given["summary"],
            force=given["force"],
            verifiable=given["verifiable"],
        )
        return [Amend(changed, statement(given["reason"]))]


class DeadlineForm(AboutCommitment):
    """Give a commitment another deadline."""

    title = _("Revise a deadline")
    about = _("A revised deadline is a dated act. Whether something is late is still measured by the first one (T3).")
    does = (ReviseDeadline,)

    deadline = PeriodField(label=_("New deadline"))
    field_order = ("deadline", "reason", "why")

    def joint_acts(self) -> Sequence[Act]:
        """Revise it."""
        given = self.cleaned_data
        deadline = Deadline(given["deadline"], "stated")
        return [ReviseDeadline(self.known.reference, deadline, statement(given["reason"]))]


class WithdrawForm(AboutCommitment):
    """Take a commitment back."""

    title = _("Withdraw a commitment")
    about = _("It stays in the register with everything that was recorded about it, and no longer counts (I8).")
    does = (Withdraw,)

    cause = forms.ChoiceField(label=_("Cause"), choices=list(assessment_words.CAUSE.items()))
    field_order = ("cause", "reason", "why")

    def joint_acts(self) -> Sequence[Act]:
        """Withdraw it."""
        given = self.cleaned_data
        return [Withdraw(self.known.reference, given["cause"], statement(given["reason"]))]


class SplitForm(AboutCommitment):
    """Put two commitments in the place of one."""

    title = _("Split a commitment")
    about = _("Two take its place, each under a reference of its own. Its history stays, and leads to them (S6).")
    does = (Split,)

    first_reference = forms.RegexField(_REFERENCE, label=_("Reference of the first"))
    first_title = WordingField(label=_("Title of the first"))
    second_reference = forms.RegexField(_REFERENCE, label=_("Reference of the second"))
    second_title = WordingField(label=_("Title of the second"))
    field_order = ("first_reference", "first_title", "second_reference", "second_title", "reason", "why")

    def clean(self) -> None:
        """Refuse references that are taken."""
        super().clean()
        for name in ("first_reference", "second_reference"):
            _refuse_taken(self, name)

    def joint_acts(self) -> Sequence[Act]:
        """Split it: both take over what it says of who, by when, and where."""
        given = self.cleaned_data
        into = tuple(
            msgspec.structs.replace(
                self.known,
                reference=given[f"{one}_reference"],
                title=given[f"{one}_title"],
                summary=given[f"{one}_title"],
            )
            for one in ("first", "second")
        )
        return [Split(self.known.reference, into, statement(given["reason"]))]


class MergeForm(AboutCommitment):
    """Put one commitment in the place of two."""

    title = _("Merge two commitments")
    about = _("One takes the place of both, under a new reference, with the passages of both (S5, S6).")
    does = (Merge,)

    other = forms.ChoiceField(label=_("With"))
    reference = forms.RegexField(_REFERENCE, label=_("New reference"))
    name = WordingField(label=_("Title"))
    summary = WordingField(label=_("In our words"), lines=3)
    field_order = ("other", "reference", "name", "summary", "reason", "why")

    def prepare(self) -> None:
        """Offer every other commitment."""
        super().prepare()
        self.offer("other", [one for one in commitments(self.register) if one[0] != self.subject])

    def clean(self) -> None:
        """Refuse a reference that is taken."""
        super().clean()
        _refuse_taken(self, "reference")

    def joint_acts(self) -> Sequence[Act]:
        """Merge them."""
        given = self.cleaned_data
        other = self.register.commitments[given["other"]]
        into = msgspec.structs.replace(
            self.known,
            reference=given["reference"],
            title=given["name"],
            summary=given["summary"],
            promisors=tuple(dict.fromkeys((*self.known.promisors, *other.promisors))),
            passages=tuple(dict.fromkeys((*self.known.passages, *other.passages))),
        )
        return [Merge((self.known.reference, other.reference), into, statement(given["reason"]))]


class AdoptForm(JointForm):
    """Adopt a commitment that is not in the register yet."""

    title = _("Adopt a commitment")
    about = _(
        "A public statement of future action or aim, specific on at least one of action, target and timetable (I1)."
    )
    does = (Adopt,)

    reference = forms.RegexField(_REFERENCE, label=_("Reference"), help_text=_("Permanent, and never used again (S6)."))
    pillar = forms.ChoiceField(label=_("Pillar"))
    name = WordingField(label=_("Title"))
    summary = WordingField(label=_("In our words"), lines=3)
    promisors = forms.MultipleChoiceField(label=_("Who undertook it"), widget=forms.CheckboxSelectMultiple)
    force = forms.ChoiceField(label=_("Force"), choices=list(words.FORCE.items()))
    deadline = PeriodField(label=_("Stated deadline"), required=False)
    verifiable = forms.BooleanField(label=_("Its delivery can be judged (D2)"), required=False, initial=True)
    field_order = ("reference", "pillar", "name", "summary", "promisors", "force", "deadline", "verifiable", "why")

    def prepare(self) -> None:
        """Offer the plan's pillars and parties."""
        super().prepare()
        agreement = self.register.agreement
        self.offer("pillar", [(one.id, said(one.name)) for one in agreement.pillars])
        self.offer("promisors", [(one.id, said(one.name)) for one in agreement.parties])

    def clean(self) -> None:
        """Refuse a reference that is taken."""
        super().clean()
        _refuse_taken(self, "reference")

    def joint_acts(self) -> Sequence[Act]:
        """Adopt it."""
        given = self.cleaned_data
        deadline = given["deadline"]
        return [
            Adopt(
                Commitment(
                    reference=given["reference"],
                    pillar=given["pillar"],
                    title=given["name"],
                    summary=given["summary"],
                    promisors=tuple(given["promisors"]),
                    force=given["force"],
                    completeness=Completeness(
                        deliverable=True, target=False, timeframe=deadline is not None, owner=False
                    ),
                    verifiable=given["verifiable"],
                    passages=(),
                    deadline=None if deadline is None else Deadline(deadline, "stated"),
                )
            )
        ]


class OwnerForm(ActForm):
    """Name who must do it for one's own party."""

    title = _("Name the owner")
    about = _("The ministry or agency that answers for this commitment on your side. Reminders go to it.")
    button = _("Name the owner")
    does = (NameOwner,)

    party = forms.ChoiceField(label=_("For"))
    institution = forms.ChoiceField(label=_("Institution"))

    def prepare(self) -> None:
        """Offer one's own institutions; an observer may name those of any party."""
        parties = [(one.id, said(one.name)) for one in self.register.agreement.parties]
        own = [one for one in parties if one[0] == self.author.holder]
        self.offer("party", own or parties)
        self.offer("institution", optional(institutions(self.register, own[0][0] if own else None)))

    def acts(self) -> Sequence[Act]:
        """Name it."""
        given = self.cleaned_data
        return [NameOwner(self.subject, Owner(given["party"], given["institution"]))]


def _refuse_taken(form: forms.Form, field: str) -> None:
    reference = form.cleaned_data.get(field)
    if reference and reference in form.register.commitments:  # type: ignore[attr-defined]  # forms for acts have one
        form.add_error(
            field, gettext("%(reference)s is taken, and references are never used again.") % {"reference": reference}
        )
