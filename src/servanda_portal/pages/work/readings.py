"""Reviewing what the reader found: a passage of a known commitment, or no commitment at all, and why."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.commitments import AddPassage
from servanda.register.acts.evidence import ReviewMention
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import CommitmentPassage
from servanda.register.evidence import MentionReview
from servanda_portal.pages import words
from servanda_portal.pages.work.act_form import ActForm, told
from servanda_portal.pages.work.fields import commitments, optional, text, today
from servanda_portal.queries.reviews import Found, found, waiting


class ReadingForm(ActForm):
    """Decide about one commitment that was read; ``subject`` is its document, or its document and mention."""

    title = _("Review a reading")
    about = _("The machine’s reading stays as it is; your decision stands beside it.")
    button = _("Decide")
    does = (ReviewMention, AddPassage)

    outcome = forms.ChoiceField(
        label=_("What it is"),
        widget=forms.RadioSelect,
        choices=[
            ("accepted", _("A passage of a commitment in the register")),
            ("rejected", _("No commitment")),
        ],
    )
    reference = forms.ChoiceField(label=_("Which commitment"), required=False)
    role = forms.ChoiceField(label=_("What the passage does"), choices=list(words.ROLE.items()), initial="restates")
    reason = text(2, label=_("Reason"), required=False, help_text=_("Needed where it is no commitment."))

    def prepare(self) -> None:
        """Find the mention: the one named, or the first of its document that waits. Raises Http404 where none does."""
        document, _slash, mention = self.subject.partition("/")
        if not mention:
            left = waiting(self.register.agreement.id, self.state).get(document)
            if not left:
                raise Http404(gettext("Nothing in this document waits for a review."))
            mention = left[0].id
        known = found(self.register.agreement.id, document, mention)
        if known is None:
            raise Http404
        self.found: Found = known
        self.offer("reference", optional(commitments(self.register)))

    def clean(self) -> None:
        """Ask which commitment it is, or why it is none."""
        super().clean()
        given = self.cleaned_data
        if given.get("outcome") == "accepted" and not given.get("reference"):
            self.add_error("reference", gettext("Choose the commitment; a new one is adopted first."))
        if given.get("outcome") == "rejected" and not given.get("reason", "").strip():
            self.add_error("reason", gettext("Say why it is no commitment."))

    def acts(self) -> Sequence[Act]:
        """Decide, and point the commitment to its passage."""
        given, known = self.cleaned_data, self.found
        accepted = given["outcome"] == "accepted"
        review = MentionReview(
            known.id,
            known.document,
            known.mention.id,
            given["outcome"],
            today(),
            given["reference"] if accepted else None,
            told(given["reason"]),
        )
        if not accepted:
            return [ReviewMention(review)]
        passage = CommitmentPassage(known.document, given["role"], quote=known.selector)
        return [AddPassage(given["reference"], passage), ReviewMention(review)]

    @property
    def beside(self) -> tuple[str, dict[str, Any]]:
        """Show the words in their place."""
        document = self.state.find(CitedDocument, self.found.document)
        return "work/reading.html", {"found": self.found, "document": document}
