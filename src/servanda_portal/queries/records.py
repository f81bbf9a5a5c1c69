"""The records of a register as a viewer sees them: at present, or as they were on a day."""

import datetime
from collections.abc import Hashable
from typing import Any

import msgspec
from django.db.models import Q, QuerySet

from servanda.register.agreement import Agreement
from servanda.register.as_json import read_special
from servanda.register.author import Author
from servanda.register.circumstances import CIRCLES, PUBLIC
from servanda.register.records import SHAPES
from servanda.register.state import State, Version
from servanda.register.visibility import may_see
from servanda_portal.entries.models import Entry
from servanda_portal.register.models import Record

_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(shape, dec_hook=read_special) for kind, shape in SHAPES.items()
}


def records(identity: str, viewer: Author | None, day: datetime.date, *, entries: int | None = None) -> State:
    """Return the records that a viewer (None: the public) may see on a day, as of the first ``entries`` or at present.

    Two queries.
    """
    rows = Record.objects.filter(agreement=identity)
    if entries is None:
        rows = rows.filter(superseded=None)
    else:
        rows = rows.filter(Q(superseded=None) | Q(superseded__gte=entries), entry__lt=entries)
    state = State()
    body = rows.filter(kind="agreement").order_by("-entry").values_list("body", flat=True).first()
    if body is not None:
        _place(state, _shown(rows, viewer, day, _DECODERS["agreement"].decode(body)))
    return state


def records_since(before: State, identity: str, viewer: Author | None, day: datetime.date, entries: int) -> State:
    """Return the present records, given those as of the first ``entries`` as the same viewer may see them on the day.

    Only what was recorded since is read: one query. But where that changed the agreement, which says who is a party and
    so what a party may see, all of it is.
    """
    rows = Record.objects.filter(agreement=identity, superseded=None, entry__gte=entries)
    state = before.copy()
    _place(state, _shown(rows, viewer, day, before.agreement))
    return state if state.agreement == before.agreement else records(identity, viewer, day)


def begins_so(identity: str, entries: int) -> Hashable:
    """Return what stays the same as long as the records of the first entries are: they are not projected again.

    That is the row of the first record, which no other one takes the place of, and the last of these entries. Two
    queries.
    """
    first = Record.objects.filter(agreement=identity, kind="agreement", entry=0).values_list("id", flat=True).first()
    last = Entry.objects.filter(ledger=identity, number=entries - 1).values_list("leaf", flat=True).first()
    return first, None if last is None else bytes(last)


def _place(state: State, rows: QuerySet[Record]) -> None:
    """Put the versions of these rows in place, in the order in which their records were first made."""
    fields = ("kind", "key", "body", "entry", "first", "place", "made_by", "visible_to", "public_from")
    for kind, key, body, *version in rows.order_by("first", "place").values_list(*fields):
        state.place(kind, key, Version(_DECODERS[kind].decode(body), *version))


def _shown(rows: QuerySet[Record], viewer: Author | None, day: datetime.date, agreement: Agreement) -> QuerySet[Record]:
    public = Q(visible_to=PUBLIC) | Q(public_from__lte=day)
    if viewer is None:
        return rows.filter(public)
    circles = [one for one in (*CIRCLES, viewer.holder) if may_see(viewer, one, "", agreement)]
    return rows.filter(public | Q(made_by=viewer.holder) | Q(visible_to__in=circles))
