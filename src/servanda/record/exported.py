"""An exported folder verified: its sums, its ledger, and that its records are those which the ledger makes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

import msgspec

from servanda.ledger import base64_text
from servanda.ledger.errors import LedgerError
from servanda.record.body import Body
from servanda.record.export import BODIES, CHECKPOINT, ENTRIES, README, RECORDS, SUMS, body_line, record_lines, sum_line
from servanda.record.fault import Fault, fault
from servanda.record.signatures import Submit, here
from servanda.record.trust import Trust
from servanda.record.verify import Verification
from servanda.register.state import State

# Gives the lines of a file of the folder, each with its end; None where there is no such file.
Lines = Callable[[str], Iterable[bytes] | None]


class _BodyLine(msgspec.Struct, forbid_unknown_fields=True):
    content: msgspec.Raw
    digest: str
    salt: str


class _RecordLine(msgspec.Struct, forbid_unknown_fields=True):
    kind: str
    key: str
    entry: int
    record: msgspec.Raw


class ExportVerification:
    """An exported folder being verified: go through ``faults`` to the end, then ask ``ledger`` for what it found."""

    def __init__(self, lines: Lines, trust: Trust | None = None, submit: Submit = here) -> None:
        self._lines = lines
        self._sums: dict[str, str] = {}
        self._bodies: dict[str, Body] = {}
        self.ledger = Verification(self._bodies, trust, submit)
        self.checkpoint: bytes | None = None

    def faults(self) -> Iterator[Fault]:
        """Give every fault, in the order in which they are found."""
        yield from self._read_bodies()
        wrong = False
        for line in self._file(ENTRIES):
            for found in self.ledger.add(line.removesuffix(b"\n")):
                wrong = True
                yield found
        note = b"".join(self._file(CHECKPOINT))
        self.checkpoint = note if CHECKPOINT in self._sums else None
        for found in self.ledger.finish(self.checkpoint):
            wrong = True
            yield found
        # Where an entry is wrong, so is what it makes: one fault is told once.
        records = [line.removesuffix(b"\n") for line in self._file(RECORDS)]
        if not wrong:
            yield from compare_records(self.ledger.state, records)
        yield from self._check_sums()

    def _read_bodies(self) -> Iterator[Fault]:
        for number, line in enumerate(self._file(BODIES)):
            try:
                body = read_body(line.removesuffix(b"\n"))
            except (LedgerError, msgspec.DecodeError, UnicodeDecodeError) as error:
                yield fault("body_unreadable", line=number + 1, why=error)
                continue
            if body.digest in self._bodies:
                yield fault("body_unreadable", line=number + 1, why="it has the digest of an earlier line")
            self._bodies[body.digest] = body

    def _check_sums(self) -> Iterator[Fault]:
        for _ in self._file(README):
            pass
        present = [name for name in (ENTRIES, BODIES, RECORDS, CHECKPOINT, README) if name in self._sums]
        yield from (
            fault("file_missing", file=name) for name in (ENTRIES, BODIES, RECORDS, README) if name not in present
        )
        expected = [sum_line(name, self._sums[name]) for name in present]
        found = list(self._file(SUMS))
        if SUMS not in self._sums:
            yield fault("file_missing", file=SUMS)
        elif found != expected:
            changed = [name for name in present if sum_line(name, self._sums[name]) not in found]
            yield from (fault("file_changed", file=name) for name in changed or [SUMS])

    def _file(self, name: str) -> Iterator[bytes]:
        """Give the lines of a file, and know its sum after the last."""
        lines = self._lines(name)
        if lines is None:
            return
        digest = hashlib.sha256()
        for line in lines:
            digest.update(line)
            yield line
        self._sums[name] = digest.hexdigest()


def read_body(line: bytes) -> Body:
    """Read a line of bodies. Raises msgspec.DecodeError or LedgerError when it is none, or not in its one form."""
    written = msgspec.json.decode(line, type=_BodyLine)
    body = Body(written.digest, base64_text.decode(written.salt), bytes(written.content))
    if body_line(body) != line:
        raise LedgerError("the line is not in its one form")
    return body


def compare_records(state: State, lines: Iterable[bytes]) -> Iterator[Fault]:
    """Compare lines of records with those that a state makes, whatever their order."""
    expected = dict(zip(_named(state), record_lines(state), strict=True))
    for number, line in enumerate(lines):
        try:
            written = msgspec.json.decode(line, type=_RecordLine)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield fault("record_unreadable", line=number + 1, why=error)
            continue
        made = expected.pop((written.kind, written.key), None)
        if made is None:
            yield fault("record_unknown", kind=written.kind, key=written.key)
        elif made != line:
            yield fault("record_differs", kind=written.kind, key=written.key)
    yield from (fault("record_missing", kind=kind, key=key) for kind, key in expected)


def _named(state: State) -> Iterator[tuple[str, str]]:
    return ((kind, key) for kind, key, _ in state.versions())
