"""Founding a register: the agreement, the first keys, the day on which it opens, and how far it has been kept."""

import datetime
from typing import ClassVar

import msgspec

from servanda.register.actors import Institution, OtherAgreement, Person
from servanda.register.acts.act import Act, Recording
from servanda.register.agreement import Agreement
from servanda.register.circumstances import Circumstances
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.keys import Key
from servanda.register.opening import Opening
from servanda.register.permission import ADMINISTER, FACT, OPENING, SUBMIT, Permission
from servanda.register.refusal import Refusal
from servanda.register.standing import Standing
from servanda.register.state import Change, State


class Found(Act, frozen=True):
    """Found the register of an agreement: the first entry. ``keys`` are those that may sign from here on.

    One of them is the operator's, which signs this entry.
    """

    permission: ClassVar[Permission] = ADMINISTER
    agreement: Agreement
    keys: tuple[Key, ...]

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the agreement and its keys. Raises Refusal ``already_founded``, or when the operator has no key."""
        if state.is_founded:
            raise Refusal("already_founded")
        if not any(key.holder == circumstances.author.holder for key in self.keys):
            raise Refusal("no_such", kind="key", key=circumstances.author.holder)
        return (self.agreement, *self.keys)


class Open(Act, frozen=True):
    """Bring what was founded into force: all parties consent to the whole, or the observer publishes it.

    ``on`` is the day from which it holds: that of the signature, as a rule.
    """

    permission: ClassVar[Permission] = OPENING
    on: datetime.date

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the opening, and every commitment's standing in force. Raises Refusal ``already_open``."""
        if state.is_open:
            raise Refusal("already_open")
        in_force = (
            msgspec.structs.replace(standing, value="in_force")
            for commitment in state.all(Commitment)
            if (standing := state.get(Standing, commitment.reference)).value == "proposed"
        )
        return (Opening(state.agreement.id, self.on), *in_force)


class KeepUntil(Act, frozen=True):
    """State the register's last day: up to it everything known was recorded, after it nothing was looked for."""

    permission: ClassVar[Permission] = FACT
    last_day: datetime.date

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the agreement with its new last day. Raises Refusal ``dates_out_of_order`` when it goes back."""
        if self.last_day <= state.agreement.recorded_until:
            raise Refusal("dates_out_of_order", after=str(state.agreement.recorded_until), given=str(self.last_day))
        return (msgspec.structs.replace(state.agreement, recorded_until=self.last_day),)


class RecordInstitution(Recording, frozen=True):
    """Name a ministry, agency or body."""

    permission: ClassVar[Permission] = FACT
    institution: Institution

    def party(self, state: State) -> str | None:  # noqa: ARG002 naming a body is nobody's own affair
        """Return None: whoever keeps the register may name a body."""
        return None


class RecordPerson(Recording, frozen=True):
    """Name a person and the offices held."""

    permission: ClassVar[Permission] = FACT
    person: Person


class RecordOtherAgreement(Recording, frozen=True):
    """Name another treaty or plan."""

    permission: ClassVar[Permission] = FACT
    other_agreement: OtherAgreement


class Cite(Recording, frozen=True):
    """Cite a document."""

    permission: ClassVar[Permission] = SUBMIT
    document: CitedDocument
