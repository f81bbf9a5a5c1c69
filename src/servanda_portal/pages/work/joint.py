"""Forms for what the parties own together: a proposal where they keep the register, else the act itself."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.acts.consent import Propose
from servanda.register.wording import Statement
from servanda_portal.pages.work.act_form import ActForm, told
from servanda_portal.pages.work.fields import text


class JointForm(ActForm):
    """A form whose acts need the consent of all parties."""

    why = text(2, label=_("Why"), required=False, help_text=_("The other parties read this beside the proposal."))

    def prepare(self) -> None:
        """Where nobody has to consent, nobody has to be told why."""
        if not self.by_consent:
            del self.fields["why"]

    @property
    def by_consent(self) -> bool:
        """Whether the parties keep the register."""
        return self.register.agreement.kept_by == "parties"

    @property
    def button(self) -> str:  # type: ignore[override]  # what is written on it depends on who keeps the register
        """Propose, or record."""
        return str(_("Propose to the other parties") if self.by_consent else _("Record"))

    def joint_acts(self) -> Sequence[Act]:
        """Return the acts that are proposed, or done."""
        raise NotImplementedError

    def acts(self) -> Sequence[Act]:
        """Propose each act, or do it."""
        if not self.by_consent:
            return self.joint_acts()
        why: Statement | None = told(self.cleaned_data["why"])
        return [Propose(self.new_id("proposal"), one, why) for one in self.joint_acts()]  # type: ignore[arg-type]  # joint ones
