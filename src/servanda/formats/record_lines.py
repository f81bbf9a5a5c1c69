"""Every record as JSON Lines: one object a line, ``{"kind", "key", "record"}``, and back.

The kinds and their keys are those of ``register.records``; the fields are those of the register's own values, in one
order. Decimals and days are strings. An assessment is computed, not recorded: its line is read by nobody and has the
kind ``assessment``.
"""

from collections.abc import Iterator

import msgspec

from servanda.formats.open_register import OpenRegister
from servanda.register.as_json import from_json, to_json
from servanda.register.records import SHAPES, Record, key_of, kind_of

ASSESSMENT = "assessment"


class RecordLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line, whose record waits until its kind is known."""

    kind: str
    key: str
    record: msgspec.Raw


def record_lines(register: OpenRegister) -> Iterator[bytes]:
    """Yield each record, then each assessment, as one line of JSON without its newline."""
    for record in register.records:
        yield _line(kind_of(record), key_of(record), record)
    for reference, assessment in register.assessments.items():
        yield _line(ASSESSMENT, reference, assessment)


def read_record_line(line: bytes) -> Record | None:
    """Return the record of a line, None for an assessment.

    Raises msgspec.ValidationError when the line is no record of a kind that the register knows.
    """
    read = msgspec.json.decode(line, type=RecordLine)
    if read.kind == ASSESSMENT:
        return None
    if read.kind not in SHAPES:
        raise msgspec.ValidationError(f"no records are of the kind {read.kind!r}; there are: {', '.join(SHAPES)}")
    return from_json(read.record, SHAPES[read.kind])


def _line(kind: str, key: str, record: object) -> bytes:
    return to_json({"kind": kind, "key": key, "record": record})
