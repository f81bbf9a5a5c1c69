"""Citing a document, and uploading it to be read."""

from collections.abc import Sequence

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.lexicon.language import LANGUAGES
from servanda.register.acts.act import Act
from servanda.register.acts.founding import Cite
from servanda.register.cited_document import CitedDocument
from servanda_portal.operations.cite import cite
from servanda_portal.pages import words
from servanda_portal.pages.work.act_form import ActForm
from servanda_portal.pages.work.fields import PeriodField, WordingField, today

_LARGEST = 20  # megabytes


class CiteForm(ActForm):
    """Cite a public document; with its file, it is read and compared with the other texts."""

    title = _("Cite a document")
    about = _("Public documents only, each with its address, publisher and date (E1). With the file, it is read here.")
    button = _("Cite")
    does = (Cite,)

    name = WordingField(label=_("What it is, in our words"))
    kind = forms.ChoiceField(label=_("Kind"), choices=list(words.DOCUMENT_KIND.items()))
    publisher = forms.CharField(label=_("Publisher"), max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=[(one, words.LANGUAGE[one]) for one in LANGUAGES])
    address = forms.URLField(
        label=_("Address"),
        required=False,
        assume_scheme="https",
        max_length=2000,
        validators=[URLValidator(schemes=("https", "http"))],  # Django would take ftp as well
    )
    date = PeriodField(label=_("Published"), required=False)
    file = forms.FileField(
        label=_("File"), required=False, help_text=_("Text, HTML, PDF or Word, up to 20 MB. It is opened on its own.")
    )

    def clean(self) -> None:
        """Ask for an address or a file."""
        super().clean()
        file = self.cleaned_data.get("file")
        if not self.cleaned_data.get("address") and file is None and not self.errors:
            self.add_error("address", gettext("Give its address, or the file."))
        if file is not None and file.size > _LARGEST << 20:
            self.add_error("file", gettext("The file is larger than 20 MB: split it, or send its text."))

    @property
    def document(self) -> CitedDocument:
        """The document that the fields describe."""
        given = self.cleaned_data
        return CitedDocument(
            id=self.new_id("document"),
            title=given["name"],
            kind=given["kind"],
            publisher=given["publisher"],
            language=given["language"],
            address=given["address"] or None,
            date=given["date"],
            accessed=today(),
        )

    def acts(self) -> Sequence[Act]:
        """Cite it."""
        return [Cite(self.document)]

    def do(self) -> None:
        """Cite it, and take in its file."""
        file = self.cleaned_data["file"]
        upload = None if file is None else (file.name, file.read())
        cite(self.register.agreement.id, self.author, self.document, upload)
