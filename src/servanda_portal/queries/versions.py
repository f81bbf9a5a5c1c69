"""Every version of one record, as the public may see it."""

import datetime
from typing import Any, NamedTuple

from django.db.models import Q

from servanda.record.reading import read_stored
from servanda.register.as_json import from_json
from servanda.register.circumstances import PUBLIC
from servanda.register.records import SHAPES
from servanda_portal.entries.models import Entry
from servanda_portal.register.models import Record


class RecordVersion(NamedTuple):
    """A version: the entry that made it, when that was recorded and took effect, and the record as it then was."""

    entry: int
    recorded: datetime.datetime
    effective: datetime.date
    record: Any


def versions(register: str, kind: str, key: str, *, entries: int | None = None) -> list[RecordVersion]:
    """Return the versions of a record that everybody may see today, the first of them first. Two queries.

    ``entries`` leaves out what came after the first so many.
    """
    today = datetime.datetime.now(datetime.UTC).date()
    rows = Record.objects.filter(agreement=register, kind=kind, key=key)
    rows = rows.filter(Q(visible_to=PUBLIC) | Q(public_from__lte=today))
    if entries is not None:
        rows = rows.filter(entry__lt=entries)
    bodies = dict(rows.values_list("entry", "body"))
    leaves = Entry.objects.filter(ledger=register, number__in=list(bodies)).order_by("number")
    made = [read_stored(bytes(leaf)) for leaf in leaves.values_list("leaf", flat=True)]
    return [
        RecordVersion(one.number, one.recorded, one.effective, from_json(bodies[one.number], SHAPES[kind]))
        for one in made
    ]
