"""The records of a register as a viewer sees them: at present, or as they were on a day."""

import datetime
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
from servanda_portal.register.models import Record

_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(shape, dec_hook=read_special) for kind, shape in SHAPES.items()
}


def records(identity: str, viewer: Author | None, day: datetime.date, *, entries: int | None = None) -> State:
    """Return the records that a viewer (None: the public) may see on a day, as of the first ``entries`` or at present.

    One query, and one more for a viewer who is not the public.
    """
    rows = Record.objects.filter(agreement=identity)
    if entries is None:
        rows = rows.filter(superseded=None)
    else:
        rows = rows.filter(Q(superseded=None) | Q(superseded__gte=entries), entry__lt=entries)
    state = State()
    shown = _shown(rows, viewer, day).order_by("first", "place")
    fields = ("kind", "key", "body", "entry", "first", "place", "made_by", "visible_to", "public_from")
    for kind, key, body, *version in shown.values_list(*fields):
        state.place(kind, key, Version(_DECODERS[kind].decode(body), *version))
    return state


def _shown(rows: QuerySet[Record], viewer: Author | None, day: datetime.date) -> QuerySet[Record]:
    public = Q(visible_to=PUBLIC) | Q(public_from__lte=day)
    if viewer is None:
        return rows.filter(public)
    body = rows.filter(kind="agreement").order_by("-entry").values_list("body", flat=True).first()
    if body is None:
        return rows.none()
    agreement: Agreement = _DECODERS["agreement"].decode(body)
    circles = [one for one in (*CIRCLES, viewer.holder) if may_see(viewer, one, "", agreement)]
    return rows.filter(public | Q(made_by=viewer.holder) | Q(visible_to__in=circles))
