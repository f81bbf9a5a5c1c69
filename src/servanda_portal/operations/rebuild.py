"""Make the projected tables again from the entries, and compare the two."""

from collections.abc import Iterator

from django.db import transaction

from servanda.register.state import State
from servanda_portal.entries.models import Ledger
from servanda_portal.operations.folded import fold_onto
from servanda_portal.operations.project import Projection
from servanda_portal.register.models import Record

_FIELDS = (
    "kind", "key", "entry", "first", "place", "made_by", "visible_to", "public_from", "superseded", "body",
)  # fmt: skip


def rebuild(register: str) -> int:
    """Drop the records of a register and project them again from its ledger. Return how many versions there are."""
    with transaction.atomic():
        ledger = Ledger.objects.select_for_update().get(register=register)
        Record.objects.filter(agreement=register).delete()
        projection = _projected(ledger)
        projection.store()
        return len(projection.rows)


def differences(register: str) -> Iterator[tuple[str, str, int, str]]:
    """Give each row that is not what the ledger makes, as kind, key, entry and what is wrong with it.

    Wrong is ``missing``, ``not_in_ledger``, or the name of the column that differs.
    """
    with transaction.atomic():
        ledger = Ledger.objects.select_for_update().get(register=register)
        expected = {_identity(row): _values(row) for row in _projected(ledger).rows}
        stored = Record.objects.filter(agreement=register)
        for row in stored.iterator():
            identity = _identity(row)
            wanted = expected.pop(identity, None)
            if wanted is None:
                yield *identity, "not_in_ledger"
                continue
            for column, value, other in zip(_FIELDS, _values(row), wanted, strict=True):
                if value != other:
                    yield *identity, column
    for identity in expected:
        yield *identity, "missing"


def _projected(ledger: Ledger) -> Projection:
    projection = Projection(ledger.register)
    for made in fold_onto(State(), ledger.register, 0, ledger.size):
        projection.take(made)
    return projection


def _identity(row: Record) -> tuple[str, str, int]:
    return row.kind, row.key, row.entry


def _values(row: Record) -> tuple[object, ...]:
    return tuple(getattr(row, field) for field in _FIELDS)
