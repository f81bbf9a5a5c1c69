"""Entries read back from the bytes of the ledger: with every check, or quickly where they were checked when stored."""

import binascii

import msgspec

from servanda.ledger.canonical import read_canonical
from servanda.ledger.envelope import Envelope, read_envelope
from servanda.ledger.errors import CanonicalError, EnvelopeError
from servanda.record.entry import PAYLOAD_TYPE, Entry
from servanda.register.as_json import to_json


class _Payload(msgspec.Struct, frozen=True):
    payload: str


_STORED = msgspec.json.Decoder(_Payload)
_ENTRY = msgspec.json.Decoder(Entry)


def read_entry(leaf: bytes) -> tuple[Entry, Envelope]:
    """Read a leaf that may be anybody's. The signature is still to be checked, and the act to be judged.

    Raises CanonicalError or EnvelopeError when it is not an envelope in its one form, holds no entry, or an entry that
    we would have written otherwise.
    """
    envelope = read_envelope(leaf)
    if envelope.payload_type != PAYLOAD_TYPE:
        raise EnvelopeError(f"the envelope holds {envelope.payload_type[:80]!a}, not {PAYLOAD_TYPE}")
    try:
        entry = _ENTRY.decode(envelope.payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        read_canonical(envelope.payload)  # says better what is wrong, where that is it
        raise EnvelopeError(f"the envelope holds no entry: {error}") from error
    if entry.act:
        read_canonical(bytes(entry.act))
    if to_json(entry) != envelope.payload:
        read_canonical(envelope.payload)
        raise CanonicalError("the entry is written in another form than its one form")
    return entry, envelope


def read_stored(leaf: bytes) -> Entry:
    """Read a leaf that was checked when it was stored. Raises msgspec.DecodeError or ValueError for anything else."""
    return _ENTRY.decode(binascii.a2b_base64(_STORED.decode(leaf).payload))
