"""Judge a stretch of a stream: lines of JSON in, lines of candidates, refusals and counts out."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from servanda.monitoring.record import RefusedError, decode
from servanda.monitoring.watcher import Watcher


class Proposed(msgspec.Struct, frozen=True):
    """What is proposed of one document: its place in the stream, the SHA-256 of its text, one line a candidate."""

    at: int
    sha256: str
    lines: tuple[bytes, ...]


class Refused(msgspec.Struct, frozen=True):
    """A document that was set aside: its place in the stream, and why."""

    at: int
    code: str
    detail: str


class Counts(msgspec.Struct):
    """How much was searched.

    ``languages`` counts documents by the language that they state ("?" where none), ``outside`` those beyond the limits
    of the search; ``first`` and ``last`` are the days of the earliest and the latest document, ISO 8601.
    """

    documents: int = 0
    bytes: int = 0
    outside: int = 0
    languages: dict[str, int] = {}
    first: str | None = None
    last: str | None = None

    def add(self, other: "Counts") -> None:
        """Add what was counted elsewhere."""
        self.documents += other.documents
        self.bytes += other.bytes
        self.outside += other.outside
        self.languages = dict(sorted((Counter(self.languages) + Counter(other.languages)).items()))
        self.first = min(filter(None, (self.first, other.first)), default=None)
        self.last = max(filter(None, (self.last, other.last)), default=None)


class Judged(msgspec.Struct, frozen=True):
    """What was found in a stretch of a stream."""

    proposed: tuple[Proposed, ...]
    refused: tuple[Refused, ...]
    counts: Counts


def judge(watcher: Watcher, lines: Iterable[tuple[int, bytes]]) -> Judged:
    """Judge lines of JSON, each with its place in the stream. Empty lines are none; equal documents are judged once."""
    proposed: list[Proposed] = []
    refused: list[Refused] = []
    counts = Counts()
    languages: Counter[str] = Counter()
    days: set[str] = set()
    seen: set[str] = set()
    for at, line in lines:
        if not line.strip():
            continue
        counts.documents += 1
        counts.bytes += len(line)
        try:
            record = decode(line)
            languages[record.tag or "?"] += 1
            if record.date and record.date[:10] not in days and record.day is not None:
                days.add(record.date[:10])
            if not watcher.limits.hold(record):
                counts.outside += 1
                continue
            found = watcher.candidates(record)
        except RefusedError as error:
            refused.append(Refused(at, error.code, str(error)))
            continue
        if found and (sha256 := found[0].document.sha256) not in seen:
            seen.add(sha256)
            proposed.append(Proposed(at, sha256, tuple(map(msgspec.json.encode, found))))
    counts.languages = dict(sorted(languages.items()))
    counts.first, counts.last = min(days, default=None), max(days, default=None)
    return Judged(tuple(proposed), tuple(refused), counts)
