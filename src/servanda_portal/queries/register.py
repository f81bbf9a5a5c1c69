"""A register as pages ask for it: the plan, its assessments on its last day, and where its words were found."""

import dataclasses
import datetime
import functools
from pathlib import Path
from typing import Any

from servanda.assessing.assessment import Assessment, assess
from servanda.plans.plan import Plan
from servanda.register.actors import Actors
from servanda.register.agreement import Agreement
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution
from servanda.register.forum import Forum, Forums, Meeting
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.notes import Conflict, ContextNote, Search
from servanda.register.project import Project
from servanda_portal.codec import decode
from servanda_portal.documents.models import Reading
from servanda_portal.register import models

_SHAPES: dict[str, type[Any]] = {
    "documents": CitedDocument, "contributions": Contribution, "projects": Project, "happenings": Happening,
    "positions": PublishedPosition, "conflicts": Conflict, "searches": Search, "context": ContextNote,
    "forums": Forum, "meetings": Meeting,
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Register:
    """One agreement's register. ``present`` says under which SHA-256 a cited document is here to be read."""

    plan: Plan
    present: dict[str, str]

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
        plan = self.plan
        return assess(
            plan.agreement,
            plan.commitments,
            happenings=plan.happenings,
            positions=plan.positions,
            searches=plan.searches,
            documents=self.documents,
            day=self.day,
        )

    @functools.cached_property
    def actor_names(self) -> dict[str, Any]:
        """The names of parties and institutions by id: Wording for parties, Names for the others."""
        names: dict[str, Any] = {institution.id: institution.name for institution in self.plan.actors.institutions}
        return names | {party.id: party.name for party in self.agreement.parties}


def register(identity: str) -> Register | None:
    """Return the register of an agreement, or None where there is none. Four queries, however large it is."""
    agreement = models.Agreement.objects.filter(id=identity).first()
    if agreement is None:
        return None
    records: dict[str, list[Any]] = {kind: [] for kind in _SHAPES}
    for kind, body in models.Record.objects.filter(agreement=identity).values_list("kind", "body"):
        records[kind].append(decode(body, _SHAPES[kind]))
    bodies = models.Commitment.objects.filter(agreement=identity).values_list("body", flat=True)
    values = {kind: tuple(items) for kind, items in records.items()}
    plan = Plan(
        folder=Path(agreement.folder),
        agreement=decode(agreement.body, Agreement),
        actors=decode(agreement.actors, Actors),
        commitments=tuple(decode(body, Commitment) for body in bodies),
        forums=Forums(values.pop("forums"), values.pop("meetings")),
        **values,
    )
    present = Reading.objects.filter(agreement=identity).values_list("cited", "document")
    return Register(plan, dict(present))


def registers() -> list[Register]:
    """Return every register that the portal publishes, imaginary ones last."""
    identities = models.Agreement.objects.values_list("id", flat=True)
    return [found for identity in identities if (found := register(identity)) is not None]
