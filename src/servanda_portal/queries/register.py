"""A register as pages ask for it: the plan, its assessments on its last day, and what is here to be read."""

import dataclasses
import datetime
import functools
from collections.abc import Callable, Hashable
from typing import Any, Literal, NamedTuple, TypeVar

from django.conf import settings

from servanda.assessing.assessment import Assessment
from servanda.assessing.of_state import assess_state
from servanda.formats.open_register import OpenRegister, Site, open_register
from servanda.plans.plan import Plan
from servanda.register.agreement import Agreement
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.evidence import Evidence
from servanda.register.reporting import Report
from servanda.register.standing import Standing
from servanda.register.state import State
from servanda.register.verdict import Verdict

Shape = TypeVar("Shape", Report, Evidence, Verdict)
Made = TypeVar("Made")


class AsAt(NamedTuple):
    """A day in the past: what was ``recorded`` up to it, or what was ``effective`` by it as is known today."""

    day: datetime.date
    by: Literal["recorded", "effective"]


@dataclasses.dataclass(frozen=True)
class Register:
    """One agreement's register. ``present`` says under which SHA-256 a cited document is here to be read.

    ``plan`` holds what a plan folder can, ``state`` every record; ``as_at`` says of which day, where not at present.
    """

    plan: Plan
    present: dict[str, str]
    state: State
    as_at: AsAt | None = None

    @property
    def agreement(self) -> Agreement:
        """The agreement."""
        return self.plan.agreement

    @property
    def day(self) -> datetime.date:
        """The register's last day: nothing later has been looked for, so nothing is assessed later."""
        last = self.plan.agreement.recorded_until
        return last if self.as_at is None else min(last, self.as_at.day)

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
    def opened(self) -> OpenRegister:
        """The whole register as open data is written from it."""
        return open_register(self.state, self.assessments, self.day, Site(settings.ORIGIN))

    @functools.cached_property
    def standings(self) -> dict[str, Standing]:
        """Where each commitment is in its life, by its reference."""
        return {standing.reference: standing for standing in self.state.all(Standing)}

    def about(self, shape: type[Shape], reference: str) -> list[Shape]:
        """Return the reports, the evidence or the verdicts about one commitment, the first that was made first."""
        return self._about.get((shape, reference), [])

    @functools.cached_property
    def _about(self) -> dict[tuple[type[Any], str], list[Any]]:
        about: dict[tuple[type[Any], str], list[Any]] = {}
        records: list[Any] = [*self.state.all(Report), *self.state.all(Evidence), *self.state.all(Verdict)]
        for record in records:
            about.setdefault((type(record), record.commitment), []).append(record)
        return about

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what pages derive from the whole register, made when it is first asked for and forgotten with it.

        ``name`` says what it is, and in which language where it has words.
        """
        if name not in self._derived:
            self._derived[name] = make()
        made: Made = self._derived[name]
        return made

    @functools.cached_property
    def _derived(self) -> dict[Hashable, Any]:
        return {}

    @functools.cached_property
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
