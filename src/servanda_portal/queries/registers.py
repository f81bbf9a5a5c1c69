"""The registers that the portal publishes, as a viewer sees them: loaded when asked for, and kept in memory."""

import datetime
import threading
from collections import OrderedDict
from collections.abc import Hashable
from pathlib import Path
from typing import NamedTuple

from servanda.plans.of_state import plan_of
from servanda.register.author import Author
from servanda.register.state import State
from servanda_portal.documents.models import Reading
from servanda_portal.queries import ledger
from servanda_portal.queries.plain import ask
from servanda_portal.queries.records import begins_so, records, records_since
from servanda_portal.queries.register import AsAt, Register
from servanda_portal.register import models

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
