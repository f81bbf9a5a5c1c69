"""Contributions and their transactions by stage, indicators, and projects (CODEBOOK M, V7)."""

from typing import ClassVar

import msgspec

from servanda.register.acts.act import Act, Recording, party_of
from servanda.register.circumstances import Circumstances
from servanda.register.contribution import Contribution, Transaction
from servanda.register.indicator import Indicator, Observation
from servanda.register.permission import FACT, JOINT, OWN_OR_PUBLISHED, Permission
from servanda.register.project import Project
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State


class RecordContribution(Recording, frozen=True):
    """Record what a party gives, in money or in kind."""

    permission: ClassVar[Permission] = OWN_OR_PUBLISHED
    contribution: Contribution

    def party(self, state: State) -> str | None:
        """Return the party that gives."""
        return party_of(state, self.contribution.provider)


class RecordTransaction(Act, frozen=True):
    """Add an amount at one stage to a contribution; no stage is ever added to another (CODEBOOK M1, M3)."""

    permission: ClassVar[Permission] = OWN_OR_PUBLISHED
    contribution: str
    transaction: Transaction

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the contribution with the transaction. Raises Refusal ``no_such``, or ``already_recorded``."""
        contribution = state.get(Contribution, self.contribution)
        if self.transaction in contribution.transactions:
            raise Refusal("already_recorded", kind="transaction", key=self.contribution)
        return (msgspec.structs.replace(contribution, transactions=(*contribution.transactions, self.transaction)),)

    def party(self, state: State) -> str | None:
        """Return the party that gives."""
        return party_of(state, state.get(Contribution, self.contribution).provider)


class RecordIndicator(Recording, frozen=True):
    """Agree on what is counted, from which baseline to which target."""

    permission: ClassVar[Permission] = JOINT
    indicator: Indicator


class RecordObservation(Recording, frozen=True):
    """Record a counted value, with its source."""

    permission: ClassVar[Permission] = FACT
    observation: Observation


class RecordProject(Recording, frozen=True):
    """Record an infrastructure project and how real it is."""

    permission: ClassVar[Permission] = FACT
    project: Project
