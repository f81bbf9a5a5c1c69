"""Stating up to which day a register was kept."""

from collections.abc import Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.founding import KeepUntil
from servanda_portal.pages.work.act_form import ActForm
from servanda_portal.pages.work.fields import DayField, today


class LastDayForm(ActForm):
    """The register's last day is moved on."""

    title = _("Move the last day on")
    about = _("Up to it everything known was recorded; every commitment is assessed as at this day. It only moves on.")
    button = _("State the last day")
    does = (KeepUntil,)

    day = DayField(label=_("Last day of the register"))

    def prepare(self) -> None:
        """Offer today."""
        self.initial = {"day": today()}

    def clean(self) -> None:
        """Refuse a day that has not come."""
        super().clean()
        day = self.cleaned_data.get("day")
        if day is not None and day > today():
            self.add_error("day", gettext("Nobody can have looked beyond today: choose today or an earlier day."))

    def acts(self) -> Sequence[Act]:
        """State it."""
        return [KeepUntil(self.cleaned_data["day"])]
