"""The rows of aligned versions, and what is found to differ in one of them."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from servanda.lexicon.language import Language
from servanda.reading.mention import Mention
from servanda.reconciling.alignment import Row
from servanda.reconciling.stated import Measure, Stated
from servanda.reconciling.versions import Segment, Version

Slot = Literal["number", "currency", "duration", "recurrence", "date", "actor", "force", "item"]


class Place(NamedTuple):
    """A stretch of one version that stands beside stretches of the others; empty where it has none."""

    start: int
    end: int
    language: Language


class Said(NamedTuple):
    """Words of one version, with the id of their mention where one was read."""

    start: int
    end: int
    mention: str | None


class Value(NamedTuple):
    """One value of a row: the mentions that state it, by version, and the versions that do not."""

    measure: Measure
    stated: tuple[tuple[Stated, ...], ...]
    missing: frozenset[int]

    @property
    def all(self) -> list[Stated]:
        """The mentions of all versions."""
        return [one for own in self.stated for one in own]

    @property
    def versions(self) -> frozenset[int]:
        """The versions that state it."""
        return frozenset(version for version, own in enumerate(self.stated) if own)

    def same(self, other: "Value") -> bool:
        """Whether two rows state the same value."""
        return any(one.same(another) for one in self.all for another in other.all)


class Gap(NamedTuple):
    """Something that is not the same in all versions: for each of them the words that say it, none where none do."""

    slot: Slot
    measure: Measure | None
    said: tuple[tuple[Said, ...], ...]


class Laid(NamedTuple):
    """A row of aligned versions: the place of each, and its segments, which are blocks or sentences."""

    places: tuple[Place, ...]
    segments: tuple[tuple[Segment, ...], ...]

    @property
    def present(self) -> list[int]:
        """The versions that have something here."""
        return [version for version, inside in enumerate(self.segments) if inside]


def said(mention: Mention) -> Said:
    """Return where a mention stands."""
    return Said(mention.start, mention.end, mention.id)


def pairs(versions: Sequence[Version], row: Laid) -> Iterator[tuple[Version, tuple[Segment, ...]]]:
    """Yield each version with its segments of a row."""
    return zip(versions, row.segments, strict=True)


def lay_out(versions: Sequence[Version], segments: Sequence[Sequence[Segment]], rows: Sequence[Row]) -> list[Laid]:
    """Return the rows with their places. An empty place lies where the segment before it ends."""
    laid: list[Laid] = []
    ends = [inside[0].start if inside else 0 for inside in segments]
    for row in rows:
        inside = tuple(tuple(all_[index] for index in indices) for all_, indices in zip(segments, row, strict=True))
        places = []
        for number, own in enumerate(inside):
            start = own[0].start if own else ends[number]
            ends[number] = own[-1].end if own else start
            language = own[0].language if own else versions[number].document.language
            places.append(Place(start, ends[number], language))
        laid.append(Laid(tuple(places), inside))
    return laid
