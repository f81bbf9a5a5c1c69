"""A register as pages ask for it: the plan, its assessments on its last day, and where its words were found."""

import dataclasses
import datetime
import functools
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from django.conf import settings

from servanda.assessing.assessment import Assessment
from servanda.assessing.of_state import assess_state
from servanda.formats.open_register import OpenRegister, Site, open_register
from servanda.plans.of_state import plan_of
from servanda.plans.plan import Plan
from servanda.register.agreement import Agreement
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.evidence import Evidence
from servanda.register.reporting import Report
from servanda.register.standing import Standing
from servanda.register.state import State
from servanda.register.verdict import Verdict
from servanda_portal.documents.models import Reading
from servanda_portal.queries import ledger
from servanda_portal.queries.plain import ask
from servanda_portal.queries.records import begins_so, records, records_since
from servanda_portal.register import models

Shape = TypeVar("Shape", Report, Evidence, Verdict)
Made = TypeVar("Made")

_BASIS = """
    SELECT agreement.folder, checkpoint.note, checkpoint.size, COUNT(reading.id), MAX(reading.id)
    FROM register_agreement AS agreement JOIN entries_checkpoint AS checkpoint ON checkpoint.ledger_id = agreement.id
        LEFT JOIN documents_reading AS reading ON reading.agreement_id = agreement.id
    WHERE agreement.published AND agreement.id = %s
    GROUP BY agreement.folder, checkpoint.note, checkpoint.size
"""
_KEPT = 24  # registers as one viewer sees them, at present or as at one day, in memory
_cache: OrderedDict[object, "_Kept"] = OrderedDict()
_lock, _loading = threading.Lock(), threading.Lock()


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


class _Basis(NamedTuple):
    """What a register was made from, and on which day: as long as it is the same, so is the register."""

    day: datetime.date
    folder: str
    note: bytes
    readings: int
    last_reading: int | None


class _Kept(NamedTuple):
    """A register in memory: ``root`` tells that the ledger still begins so."""

    basis: _Basis
    found: Register | None
    size: int
    root: Hashable


def register(identity: str, viewer: Author | None = None, as_at: AsAt | None = None) -> Register | None:
    """Return the register of an agreement as a viewer (None: the public) sees it, at present or as at a day.

    None where it is not published, or was not founded by that day. One query where it was asked for before and
    nothing was recorded since; else six more at most, however large it is, and of the present only what is new is read.
    """
    rows = ask(_BASIS, identity)
    if not rows:
        return None
    (folder, note, size, *read) = rows[0]
    today = datetime.datetime.now(datetime.UTC).date()
    name, basis = (identity, viewer, as_at), _Basis(today, folder, bytes(note), *read)
    if (kept := _recall(name)) is not None and kept.basis == basis:
        return kept.found
    with _loading:  # after an act many readers come at once: one of them loads it, and the others find it
        if (kept := _recall(name)) is not None and kept.basis == basis:
            return kept.found
        root = begins_so(identity, size)
        found = _register(identity, viewer, as_at, Path(folder), today, kept)
        with _lock:
            _cache[name] = _Kept(basis, found, size, root)
            while len(_cache) > _KEPT:
                _cache.popitem(last=False)
        return found


def forget() -> None:
    """Forget every register that is kept in memory."""
    with _lock:
        _cache.clear()


def _recall(name: object) -> _Kept | None:
    with _lock:
        if name in _cache:
            _cache.move_to_end(name)
        return _cache.get(name)


def _register(
    identity: str,
    viewer: Author | None,
    as_at: AsAt | None,
    folder: Path,
    today: datetime.date,
    before: _Kept | None,
) -> Register | None:
    if as_at is None:
        state = _present(identity, viewer, today, before)
    elif as_at.by == "recorded":
        state = records(identity, viewer, today, entries=ledger.size_on(identity, as_at.day))
    else:
        state = ledger.folded_on(identity, viewer, as_at.day)
    if not state.is_founded:
        return None
    present = Reading.objects.filter(agreement=identity).values_list("cited", "document")
    return Register(plan_of(state, folder), dict(present), state, as_at)


def _present(identity: str, viewer: Author | None, today: datetime.date, before: _Kept | None) -> State:
    """Return the present records; of those that were kept today, if they still count, what is new is added to them."""
    if (
        before is None
        or before.found is None
        or before.basis.day != today  # a record may become public on a day
        or before.root != begins_so(identity, before.size)
    ):
        return records(identity, viewer, today)
    return records_since(before.found.state, identity, viewer, today, before.size)


def registers() -> list[Register]:
    """Return every register that the portal publishes, imaginary ones last."""
    identities = models.Agreement.objects.filter(published=True).values_list("id", flat=True)
    return [found for identity in identities if (found := register(identity)) is not None]
