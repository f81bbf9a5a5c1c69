"""The entries of a ledger as a viewer may read them, and what is needed to check them."""

import dataclasses
import datetime
import functools
from collections.abc import Iterable, Iterator

import msgspec

from servanda.ledger.envelope import read_envelope
from servanda.record.body import Body
from servanda.record.entry import Entry
from servanda.record.export import export
from servanda.record.fold import View, act_of, fold, is_visible
from servanda.record.reading import read_stored
from servanda.register.acts.act import Act
from servanda.register.acts.keys import GrantRole, RevokeRole
from servanda.register.author import Author
from servanda.register.keys import Grant
from servanda.register.state import State
from servanda_portal.entries import models
from servanda_portal.entries.stored import bodies_of, leaves_of
from servanda_portal.queries.plain import ask

_LEAVES = "SELECT leaf FROM entries_entry WHERE ledger_id = %s AND number IN ({}) ORDER BY number DESC"
_MADE = "SELECT entry FROM register_record WHERE agreement_id = %s AND kind = %s AND key IN ({})"


@dataclasses.dataclass(frozen=True)
class Written:
    """An entry, its act (None where the viewer may not see it), and the name of the person, where it may be told.

    ``given_to`` is the name of the person whose role it gives or takes back, where that may be told.
    """

    entry: Entry
    act: Act | None
    name: str | None
    given_to: str | None = None


@dataclasses.dataclass(frozen=True)
class Head:
    """How long a ledger is, and the signed note over it."""

    size: int
    note: str


def ledgers() -> list[str]:
    """Return every register that has a ledger here, published or not."""
    return list(models.Ledger.objects.order_by("register").values_list("register", flat=True))


def head(register: str) -> Head | None:
    """Return the head of a ledger. One query."""
    row = models.Checkpoint.objects.filter(ledger=register).first()
    return None if row is None else Head(row.size, bytes(row.note).decode())


def latest(register: str, state: State, viewer: Author | None, count: int, before: int | None = None) -> list[Written]:
    """Return the last entries, or those before a number, the latest first. Two queries."""
    rows = models.Entry.objects.filter(ledger=register)
    if before is not None:
        rows = rows.filter(number__lt=before)
    leaves = rows.order_by("-number").values_list("leaf", flat=True)[:count]
    return _written(register, state, viewer, [bytes(leaf) for leaf in leaves])


def entry(register: str, state: State, viewer: Author | None, number: int) -> tuple[Written, bytes] | None:
    """Return one entry and the bytes of its envelope; None where there is none. Two queries."""
    leaf = models.Entry.objects.filter(ledger=register, number=number).values_list("leaf", flat=True).first()
    if leaf is None:
        return None
    return _written(register, state, viewer, [bytes(leaf)])[0], bytes(leaf)


def history(register: str, state: State, viewer: Author | None, about: Iterable[tuple[str, str]]) -> list[Written]:
    """Return the entries that made or changed records, given as kind and key, the latest first. Two queries."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in about:
        by_kind.setdefault(kind, []).append(key)
    if not by_kind:
        return []
    # Joined kind by kind: where the kinds stand in one condition, SQLite looks at every record of the register.
    made = " UNION ".join(_MADE.format(", ".join(["%s"] * len(keys))) for keys in by_kind.values())
    values = [value for kind, keys in by_kind.items() for value in (register, kind, *keys)]
    leaves = [bytes(leaf) for (leaf,) in ask(_LEAVES.format(made), register, *values)]
    return [one for one in _written(register, state, viewer, leaves) if one.act is not None]


def payload(leaf: bytes) -> bytes:
    """Return what was signed, out of its envelope."""
    return read_envelope(leaf).payload


def size_on(register: str, day: datetime.date) -> int:
    """Return how many entries were recorded by the end of a day (UTC). One query where it was asked for before."""
    row = models.Checkpoint.objects.filter(ledger=register).values_list("size", "note").first()
    return 0 if row is None else _size_on(register, day, row[0], bytes(row[1]))


@functools.lru_cache(256)
def _size_on(register: str, day: datetime.date, size: int, _note: bytes) -> int:
    """Find it by halves: time never goes back. The note tells one ledger of that size from another."""
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        leaf = models.Entry.objects.filter(ledger=register, number=middle).values_list("leaf", flat=True).get()
        if read_stored(bytes(leaf)).recorded.date() <= day:
            low = middle + 1
        else:
            high = middle
    return low


def folded_on(register: str, viewer: Author | None, day: datetime.date) -> State:
    """Return the state that was effective on a day, as is known today, for a viewer: every entry is folded."""
    today = datetime.datetime.now(datetime.UTC).date()
    return fold(leaves_of(register), bodies_of(register), effective_on=day, view=View(viewer, today))


def files(register: str, viewer: Author | None) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give the files of a ledger's export, for a viewer (None: the public) today; take each to its end in turn."""
    checkpoint = models.Checkpoint.objects.get(ledger=register)
    leaves, today = leaves_of(register, end=checkpoint.size), datetime.datetime.now(datetime.UTC).date()
    return export(leaves, bodies_of(register), bytes(checkpoint.note), viewer, today)


def _written(register: str, state: State, viewer: Author | None, leaves: list[bytes]) -> list[Written]:
    entries = [read_stored(leaf) for leaf in leaves]
    digests = {one.sealed for one in entries if one.sealed} | {one.by.person for one in entries if one.by.person}
    bodies = bodies_of(register, digests)
    view = View(viewer, datetime.datetime.now(datetime.UTC).date())
    acts = [act_of(one, bodies) if is_visible(one, state, view) else None for one in entries]
    if viewer is None:  # the names of people are for those who work with the register
        return [Written(one, act, None) for one, act in zip(entries, acts, strict=True)]
    persons = [None if act is None else _person(act, state) for act in acts]
    if any(persons):
        bodies |= bodies_of(register, {one for one in persons if one})
    return [
        Written(one, act, _name(bodies.get(one.by.person or "")), _name(bodies.get(person or "")))
        for one, act, person in zip(entries, acts, persons, strict=True)
    ]


def _person(act: Act, state: State) -> str | None:
    """Return the salted digest of the name of whoever an act gives a role, or takes one back from."""
    if isinstance(act, GrantRole):
        return act.grant.person
    grant = state.find(Grant, act.grant) if isinstance(act, RevokeRole) else None
    return None if grant is None else grant.person


def _name(body: Body | None) -> str | None:
    return None if body is None else msgspec.json.decode(body.content, type=str)
