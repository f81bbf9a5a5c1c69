"""What the register's rules say when they refuse an act, and what to do then."""

from django.utils.translation import gettext_lazy as _

from servanda.register.refusal import Refusal

_WORDS = {
    "not_founded": _("There is no register yet."),
    "already_founded": _("This register was founded before."),
    "not_open": _("The register is not open yet: all parties have to agree to what was founded."),
    "already_open": _("The register is open already."),
    "role_may_not": _("Your role may not do this. Somebody in another role has to."),
    "not_the_keeper": _("Only whoever keeps this register may do this."),
    "needs_consent": _("The parties own this together. Propose it: it is in force when all have agreed."),
    "of_another_party": _("This is another party’s own affair. Only that party may do it."),
    "no_grant": _("Your role was taken back. Ask the administrator of the register."),
    "not_a_party": _("Only a party may do this."),
    "not_visible_to": _("This cannot be shown to others than those who may see what it is about."),
    "less_visible_than_what_it_names": _("This names something that not everybody who would read it may see."),
    "no_such": _("Something that this names is not in the register. Record it first."),
    "already_recorded": _("This is recorded already. Correct what is there instead."),
    "nothing_to_correct": _("There is nothing to correct under this name."),
    "no_change": _("This changes nothing."),
    "not_in_force": _("This commitment is no longer in force."),
    "proposal_closed": _("This proposal is closed. Make a new one."),
    "already_answered": _("Your party has answered this proposal already."),
    "changed_since_proposed": _("The register has changed since this was proposed. Retract it and propose it again."),
    "guideline_not_frozen": _("Freeze a guideline for this commitment before coding it (D1)."),
    "guideline_frozen": _("Something was coded by this guideline: it can no longer change (D1)."),
    "not_verifiable": _("This commitment cannot be judged as written (D2)."),
    "right_of_reply_open": _("The parties must have time to reply, and that time must have passed (V9)."),
    "already_final": _("This verdict is no longer at that stage."),
    "own_verdict_only": _("A verdict is changed by its own evaluator only."),
    "already_decided": _("This was decided already."),
    "round_closed": _("This round is not open."),
    "same_person": _("Two different reviewers are needed, neither of whom raised the dispute (V9)."),
    "dispute_closed": _("This dispute is closed."),
    "too_few": _("Two or more commitments are needed."),
    "would_form_a_circle": _("A commitment cannot be a measure of itself."),
    "key_revoked": _("This key is no longer in use."),
    "key_in_use": _("This holder has a key. Only the holder can replace it."),
    "last_key": _("This is the holder’s last key: nobody could sign any more. Replace it instead."),
    "dates_out_of_order": _("This day comes before one that is recorded already."),
    "control_sign": _("A text has a control sign in it, which no page or file can show. Write that text anew."),
    "id_too_long": _("An id is longer than 300 signs. Choose a shorter one."),
}


def words_of(refusal: Refusal) -> str:
    """Return a refusal in a sentence, with what it is about."""
    sentence = str(_WORDS.get(refusal.code, refusal.code))
    about = ", ".join(value for name, value in refusal.about.items() if name in {"key", "party", "standing"} and value)
    return f"{sentence} ({about})" if about else sentence
