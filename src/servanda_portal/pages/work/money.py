"""Money by stage, and counted values."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.money import RecordObservation, RecordTransaction
from servanda.register.contribution import Contribution, Transaction
from servanda.register.indicator import Indicator, Measure, Observation
from servanda_portal.pages import words
from servanda_portal.pages.templatetags.servanda import said
from servanda_portal.pages.work.act_form import ActForm
from servanda_portal.pages.work.fields import PeriodField, SeveralField, documents


class TransactionForm(ActForm):
    """Add an amount at one stage to a contribution."""

    title = _("Record an amount")
    about = _("Stages never mix: what is announced is not what is paid (M1).")
    button = _("Record")
    does = (RecordTransaction,)

    contribution = forms.ChoiceField(label=_("Contribution"))
    stage = forms.ChoiceField(label=_("Stage"), choices=list(words.TRANSACTION.items()))
    amount = forms.DecimalField(label=_("Amount"), min_value=Decimal(0), max_digits=24)
    unit = forms.CharField(label=_("Currency or unit"), max_length=40, help_text=_("EUR, CAD, doses, people ..."))
    date = PeriodField(label=_("When"))
    documents = SeveralField(label=_("Documents that state it"))

    def prepare(self) -> None:
        """Offer contributions and documents."""
        self.offer("contribution", [(one.id, said(one.name)) for one in self.state.all(Contribution)])
        self.offer("documents", documents(self.register))
        known = self.state.find(Contribution, self.subject)
        if known is not None:
            unit = known.transactions[-1].unit if known.transactions else ""
            self.initial = {"contribution": known.id, "unit": unit}

    def clean(self) -> None:
        """Refuse a unit that the contribution is not counted in."""
        super().clean()
        known = self.state.find(Contribution, self.cleaned_data.get("contribution", ""))
        units = set() if known is None else {one.unit for one in known.transactions}
        if units and self.cleaned_data.get("unit") not in units:
            self.add_error("unit", gettext("This contribution is counted in %(units)s.") % {"units": ", ".join(units)})

    def acts(self) -> Sequence[Act]:
        """Record it."""
        given = self.cleaned_data
        transaction = Transaction(
            given["stage"], given["amount"], given["unit"], tuple(given["documents"]), given["date"]
        )
        return [RecordTransaction(given["contribution"], transaction)]


class ObservationForm(ActForm):
    """Record a counted value."""

    title = _("Record a counted value")
    about = _("A value with its source. The share of the target that it reaches is computed (V7).")
    button = _("Record")
    does = (RecordObservation,)

    value = forms.DecimalField(label=_("Value"), max_digits=24)
    when = PeriodField(label=_("When"))
    documents = SeveralField(label=_("Documents that state it"))

    def prepare(self) -> None:
        """Offer documents."""
        self.offer("documents", documents(self.register))

    def acts(self) -> Sequence[Act]:
        """Record it."""
        given = self.cleaned_data
        measure = Measure(given["value"], given["when"])
        return [
            RecordObservation(Observation(self.new_id("observation"), self.subject, measure, tuple(given["documents"])))
        ]

    @property
    def beside(self) -> tuple[str, dict[str, Any]] | None:
        """Show the indicator."""
        found = self.state.find(Indicator, self.subject)
        return None if found is None else ("work/indicator.html", {"indicator": found})
