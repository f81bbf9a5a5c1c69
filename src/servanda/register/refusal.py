"""Why an act is refused. Pages and commands put the codes into words."""

from typing import Literal

RefusalCode = Literal[
    "not_founded", "already_founded", "not_open", "already_open",
    "role_may_not", "not_the_keeper", "needs_consent", "of_another_party", "no_grant", "not_a_party",
    "not_visible_to", "less_visible_than_what_it_names",
    "no_such", "already_recorded", "nothing_to_correct", "no_change",
    "not_in_force", "proposal_closed", "already_answered", "changed_since_proposed",
    "guideline_not_frozen", "guideline_frozen", "not_verifiable", "right_of_reply_open",
    "already_final", "same_person", "dispute_closed", "own_verdict_only", "already_decided", "round_closed",
    "too_few", "would_form_a_circle", "key_revoked", "key_in_use", "last_key",
    "dates_out_of_order", "control_sign", "id_too_long",
]  # fmt: skip


class Refusal(Exception):  # noqa: N818 it is an answer of the rules, not a fault
    """An act that the register's rules do not allow.

    ``code`` says which rule; ``about`` names what it is about: kinds, keys, parties and days, as text.
    """

    def __init__(self, code: RefusalCode, **about: str) -> None:
        self.code = code
        self.about = about
        super().__init__(code, about)

    def __str__(self) -> str:
        told = ", ".join(f"{name} {value}" for name, value in self.about.items())
        return f"{self.code}: {told}" if told else self.code
