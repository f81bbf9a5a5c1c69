"""What an act would change, laid beside what is there: field by field, in words."""

import dataclasses
import datetime
from collections.abc import Iterator

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act
from servanda.register.as_json import to_plain
from servanda.register.author import Author
from servanda.register.circumstances import Circumstances
from servanda.register.period import Period
from servanda.register.records import key_of, kind_of
from servanda.register.refusal import Refusal
from servanda.register.wording import Names, Statement, Wording
from servanda_portal.pages.templatetags.servanda import named, period, said
from servanda_portal.pages.work.field_words import FIELDS, KINDS, VALUES
from servanda_portal.queries.register import Register

_NOTHING = "–"


@dataclasses.dataclass(frozen=True)
class Row:
    """One field of one record, before and after. ``changed`` rows are the ones to look at."""

    record: str
    field: str | Promise
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether the two differ."""
        return self.before != self.after


def laid_out(register: Register, act: Act, author: Author) -> list[Row]:
    """Return the fields that an act by an author would change today; none where it is no longer possible."""
    now = datetime.datetime.now(datetime.UTC)
    try:
        change = act.change(register.state, Circumstances(author, 0, now, now.date()))
    except Refusal:
        return []
    rows: list[Row] = []
    for record in change:
        before = register.state.find(type(record), key_of(record))
        rows.extend(_rows(before, record))
    return rows


def _rows(before: msgspec.Struct | None, after: msgspec.Struct) -> Iterator[Row]:
    name = f"{KINDS.get(kind_of(after), kind_of(after))} {key_of(after)}"
    for field in after.__struct_fields__:
        old = _NOTHING if before is None else _told(getattr(before, field))
        new = _told(getattr(after, field))
        if old != new and field in FIELDS:
            yield Row(name, FIELDS[field], old, new)


def _told(value: object) -> str:
    """Return a value in words."""
    match value:
        case None | () | "":
            told = _NOTHING
        case Wording():
            told = said(value)
        case Names():
            told = str(named(value))
        case Statement():
            told = value.text
        case bool():
            told = str(_("yes") if value else _("no"))
        case tuple():
            told = ", ".join(_told(item) for item in value)
        case msgspec.Struct():
            fields = (getattr(value, field) for field in value.__struct_fields__)
            told = "; ".join(_told(field) for field in fields if field is not None)
        case Period() | datetime.date():
            told = period(value)
        case str():
            told = str(VALUES.get(value, value))
        case _:
            told = str(to_plain(value))
    return told
