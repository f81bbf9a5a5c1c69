"""Submitting evidence, accepting or refusing it, and recording what occurred."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.evidence import AcceptEvidence, RecordHappening, RefuseEvidence, SubmitEvidence
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import CommitmentPassage
from servanda.register.evidence import Evidence
from servanda.register.happening import Bearing, Happening
from servanda.text.selectors import QuoteSelector
from servanda_portal.pages import assessment_words
from servanda_portal.pages.templatetags.servanda import said
from servanda_portal.pages.work.act_form import ActForm, statement
from servanda_portal.pages.work.fields import PeriodField, WordingField, documents, optional, text

_TIERS = [(tier, format_lazy("{} · {}", tier, name)) for tier, name in assessment_words.TIER.items()]
_STEPS = [(str(step), format_lazy("{} · {}", step, name)) for step, name in assessment_words.STEP.items()]


class EvidenceForm(ActForm):
    """Propose a passage for a commitment."""

    title = _("Submit evidence")
    about = _("A passage of a public document that bears on this commitment. A reviewer accepts or refuses it.")
    button = _("Submit")
    does = (SubmitEvidence,)

    document = forms.ChoiceField(label=_("Document"))
    quote = text(3, label=_("The exact words"), required=False)
    relation = forms.ChoiceField(label=_("How it bears on it"), choices=list(assessment_words.RELATION.items()))
    tier = forms.ChoiceField(label=_("Tier of the source (E2)"), choices=_TIERS)
    step = forms.ChoiceField(label=_("Step reached (E3)"), choices=optional(_STEPS), required=False)
    note = text(2, label=_("Why"))

    def prepare(self) -> None:
        """Offer documents."""
        self.offer("document", documents(self.register))

    def acts(self) -> Sequence[Act]:
        """Submit it."""
        given = self.cleaned_data
        quote = given["quote"].strip()
        passage = CommitmentPassage(given["document"], "elaborates", QuoteSelector(quote) if quote else None)
        return [
            SubmitEvidence(
                Evidence(
                    self.new_id("evidence"),
                    self.subject,
                    passage,
                    given["relation"],
                    statement(given["note"]),
                    given["tier"],
                    int(given["step"]) if given["step"] else None,  # type: ignore[arg-type]  # one of the choices
                )
            )
        ]


class ReviewForm(ActForm):
    """Accept a passage as evidence, or refuse it with the reason."""

    title = _("Review evidence")
    about = _("Accepted, it becomes a source of something that occurred; the judgement stands in the link (E7).")
    button = _("Decide")
    does = (AcceptEvidence, RefuseEvidence, RecordHappening)

    decision = forms.ChoiceField(
        label=_("Decision"), widget=forms.RadioSelect, choices=[("accept", _("Accept")), ("refuse", _("Refuse"))]
    )
    reason = WordingField(label=_("Reason"), lines=2)
    relation = forms.ChoiceField(label=_("How it bears on it"), choices=list(assessment_words.RELATION.items()))
    tier = forms.ChoiceField(label=_("Tier of the source (E2)"), choices=_TIERS)
    step = forms.ChoiceField(label=_("Step reached (E3)"), choices=optional(_STEPS), required=False)
    happening = forms.ChoiceField(
        label=_("What occurred"),
        required=False,
        help_text=_("Something recorded already, or leave it and say it below."),
    )
    name = WordingField(label=_("Something new: its title"), required=False)
    when = PeriodField(label=_("When it occurred"), required=False)

    def prepare(self) -> None:
        """Begin with what was submitted."""
        evidence = self.evidence
        bearing = [one for one in self.state.all(Happening) if one.documents]
        self.offer("happening", optional([(one.id, f"{one.when} · {said(one.title)}") for one in bearing]))
        self.initial = {
            "relation": evidence.relation,
            "tier": evidence.tier,
            "step": "" if evidence.step is None else str(evidence.step),
        }

    def clean(self) -> None:
        """Ask what occurred where the evidence is accepted."""
        super().clean()
        given = self.cleaned_data
        if (
            given.get("decision") == "accept"
            and not given.get("happening")
            and not (given.get("name") and given.get("when"))
        ):
            self.add_error("happening", gettext("Choose what occurred, or give its title and when it was."))

    def acts(self) -> Sequence[Act]:
        """Decide."""
        given = self.cleaned_data
        if given["decision"] == "refuse":
            return [RefuseEvidence(self.subject, statement(said(given["reason"])))]
        evidence = self.evidence
        acts: list[Act] = []
        happening = given["happening"]
        if not happening:
            occurred = Happening(
                self.new_id("happening"),
                given["when"],
                given["name"],
                given["reason"],
                (evidence.passage.document,),
                "other",
            )
            acts.append(RecordHappening(occurred))
            happening = occurred.id
        step = int(given["step"]) if given["step"] else None
        bearing = Bearing(
            evidence.commitment,
            given["relation"],
            given["tier"],
            given["reason"],
            step,  # type: ignore[arg-type]  # one of the choices
            evidence.party,
        )
        return [*acts, AcceptEvidence(self.subject, happening, bearing)]

    @property
    def evidence(self) -> Evidence:
        """What was submitted. Raises Http404 where there is none."""
        found = self.state.find(Evidence, self.subject)
        if found is None:
            raise Http404
        return found

    @property
    def beside(self) -> tuple[str, dict[str, Any]]:
        """Show the passage, its document and the commitment's guideline."""
        evidence = self.evidence
        return "work/evidence.html", {
            "evidence": evidence,
            "document": self.state.find(CitedDocument, evidence.passage.document),
            "commitment": self.register.commitments.get(evidence.commitment),
        }
