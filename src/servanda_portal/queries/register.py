"""A register as pages ask for it: the plan, its assessments on its last day, and where its words were found."""

import dataclasses
import datetime
import functools
from pathlib import Path
from typing import Any

from servanda.assessing.assessment import Assessment
from servanda.assessing.of_state import assess_state
from servanda.plans.of_state import plan_of
from servanda.plans.plan import Plan
from servanda.register.agreement import Agreement
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.standing import Standing
from servanda.register.state import State
from servanda_portal.documents.models import Reading
from servanda_portal.queries.records import records
from servanda_portal.register import models


@dataclasses.dataclass(frozen=True)
class Register:
    """One agreement's register. ``present`` says under which SHA-256 a cited document is here to be read.

    ``plan`` holds what a plan folder can, ``state`` every record.
    """

    plan: Plan
    present: dict[str, str]
    state: State

    @property
    def agreement(self) -> Agreement:
        """The agreement."""
        return self.plan.agreement

    @property
    def day(self) -> datetime.date:
        """The register's last day: nothing later has been looked for, so nothing is assessed later."""
        return self.plan.agreement.recorded_until

    @functools.cached_property
    def documents(self) -> dict[str, CitedDocument]:
        """The cited documents by id."""
        return {document.id: document for document in self.plan.documents}

    @functools.cached_property
    def commitments(self) -> dict[str, Commitment]:
        """The commitments by reference, in the plan's order."""
        return {commitment.reference: commitment for commitment in self.plan.commitments}

    @functools.cached_property
    def assessments(self) -> dict[str, Assessment]:
        """The three axes of every commitment on the register's last day."""
        return assess_state(self.state, self.day)

    @functools.cached_property
    def standings(self) -> dict[str, Standing]:
        """Where each commitment is in its life, by its reference."""
        return {standing.reference: standing for standing in self.state.all(Standing)}

    @property
    def counting(self) -> list[Commitment]:
        """The commitments that are in force; before the register is open, those that were founded."""
        return [
            one
            for reference, one in self.commitments.items()
            if (known := self.standings.get(reference)) is None or known.counts or known.value == "proposed"
        ]

    @functools.cached_property
    def actor_names(self) -> dict[str, Any]:
        """The names of parties and institutions by id: Wording for parties, Names for the others."""
        names: dict[str, Any] = {institution.id: institution.name for institution in self.plan.actors.institutions}
        return names | {party.id: party.name for party in self.agreement.parties}


def register(identity: str, viewer: Author | None = None, *, entries: int | None = None) -> Register | None:
    """Return the register of an agreement as a viewer (None: the public) sees it; None where it is not published.

    ``entries`` gives it as it was when the ledger had that many. Four queries, however large it is.
    """
    row = models.Agreement.objects.filter(id=identity, published=True).first()
    if row is None:
        return None
    today = datetime.datetime.now(datetime.UTC).date()
    state = records(identity, viewer, today, entries=entries)
    if not state.is_founded:
        return None
    present = Reading.objects.filter(agreement=identity).values_list("cited", "document")
    return Register(plan_of(state, Path(row.folder)), dict(present), state)


def registers() -> list[Register]:
    """Return every register that the portal publishes, imaginary ones last."""
    identities = models.Agreement.objects.filter(published=True).values_list("id", flat=True)
    return [found for identity in identities if (found := register(identity)) is not None]
