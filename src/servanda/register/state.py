"""The state of a register: the present version of every record, and who may see it."""

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from servanda.register.agreement import Agreement
from servanda.register.author import Author
from servanda.register.circumstances import Circumstances, Reach
from servanda.register.opening import Opening
from servanda.register.records import KINDS, SHAPES, Record, key_of
from servanda.register.refusal import Refusal
from servanda.register.visibility import covers, may_see

Shape = TypeVar("Shape")
Change = tuple[Record, ...]


class Version(NamedTuple):
    """One version of one record, made by the entry of that number; its visibility is that of the first version.

    ``first`` and ``place`` order records: the entry that first made it, and its place in that entry's change.
    """

    record: Record
    entry: int
    first: int
    place: int
    made_by: str
    visible_to: str
    public_from: datetime.date | None

    @property
    def reach(self) -> Reach:
        """For whose eyes the record is."""
        return Reach(self.visible_to, self.public_from)

    def visible_on(self, day: datetime.date) -> str:
        """For whom the record is visible on a day."""
        return self.reach.on_day(day)


class State:
    """Every record in its present version, in the order in which they were first made.

    A change is a tuple of records: each takes the place of the version before it. Nothing is ever taken out.
    """

    __slots__ = ("_kinds",)

    def __init__(self) -> None:
        self._kinds: dict[type[Any], dict[str, Version]] = {shape: {} for shape in KINDS}

    def find(self, shape: type[Shape], key: str) -> Shape | None:
        """Return a record, or None where there is none of that shape under that key."""
        version = self._kinds[shape].get(key)
        return None if version is None else version.record

    def get(self, shape: type[Shape], key: str) -> Shape:
        """Return a record. Raises Refusal ``no_such`` where there is none."""
        version = self._kinds[shape].get(key)
        if version is None:
            raise Refusal("no_such", kind=KINDS[shape], key=key)
        record: Shape = version.record
        return record

    def all(self, shape: type[Shape]) -> list[Shape]:
        """Return all records of a shape, in the order in which they were first made."""
        return [version.record for version in self._kinds[shape].values()]

    def is_known(self, shape: type[Any], key: str, circumstances: Circumstances) -> bool:
        """Say whether all who are told of an act, when it is recorded or later, may see a record by then."""
        version = self._kinds[shape].get(key)
        return version is not None and covers(version.reach, circumstances.reach, circumstances.recorded.date())

    def version(self, shape: type[Any], key: str) -> Version | None:
        """Return the present version of a record, with who may see it."""
        return self._kinds[shape].get(key)

    def versions(self) -> Iterator[tuple[str, str, Version]]:
        """Give every record as kind, key and present version."""
        for shape, versions in self._kinds.items():
            for key, version in versions.items():
                yield KINDS[shape], key, version

    @property
    def agreement(self) -> Agreement:
        """The agreement whose register this is. Raises Refusal ``not_founded``."""
        for version in self._kinds[Agreement].values():
            agreement: Agreement = version.record
            return agreement
        raise Refusal("not_founded")

    @property
    def is_founded(self) -> bool:
        """Whether there is an agreement."""
        return bool(self._kinds[Agreement])

    @property
    def is_open(self) -> bool:
        """Whether the register is in force; before, it is being founded."""
        return bool(self._kinds[Opening])

    def place(self, kind: str, key: str, version: Version) -> None:
        """Put in place a version that was stored."""
        self._kinds[SHAPES[kind]][key] = version

    def copy(self) -> "State":
        """Return a state of its own that holds the same versions."""
        copied = State()
        copied._kinds = {shape: dict(versions) for shape, versions in self._kinds.items()}
        return copied

    def seen_by(self, viewer: Author | None, day: datetime.date) -> "State":
        """Return what a viewer, or with None the public, may see of it on a day."""
        seen = State()
        for kind, key, version in self.versions():
            if may_see(viewer, version.visible_on(day), version.made_by, self.agreement):
                seen.place(kind, key, version)
        return seen

    def enact(self, change: Change, circumstances: Circumstances) -> list[tuple[str, str, Version]]:
        """Put the records of a change in place, and return them as kind, key and version.

        Who may see a record stays as it was first recorded.
        """
        made = []
        for place, record in enumerate(change):
            kind, key = self._kinds[type(record)], key_of(record)
            before = kind.get(key)
            kind[key] = version = (
                Version(
                    record,
                    circumstances.entry,
                    circumstances.entry,
                    place,
                    circumstances.author.holder,
                    circumstances.visible_to,
                    circumstances.public_from,
                )
                if before is None
                else before._replace(record=record, entry=circumstances.entry)
            )
            made.append((KINDS[type(record)], key, version))
        return made
