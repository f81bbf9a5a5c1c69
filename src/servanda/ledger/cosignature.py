"""A witness's statement about a checkpoint: C2SP tlog-cosignature (c2sp.org/tlog-cosignature), type 0x04, Ed25519.

It says: at this time, this was the largest tree of this log that I have seen, and it was consistent with all that I had
seen before. Checking that first is the witness's part; here the statement is only signed and checked. The time is the
witness's word, given by the caller: the library has no clock. The standard's ML-DSA type is not supported.
"""

from typing import ClassVar

from servanda.ledger.errors import SignatureError
from servanda.ledger.keys import SIGNATURE_SIZE
from servanda.ledger.note import Signature, read_note
from servanda.ledger.note_key import NoteKey, NoteSigner

_TIME_SIZE = 8
_LATEST = 2**63 - 1


class CosignerKey(NoteKey, frozen=True):
    """A named public key that cosignatures are checked with."""

    signature_type: ClassVar[int] = 0x04

    def check(self, signature: bytes, text: str) -> None:
        """Check a cosignature over the text of a checkpoint. Raises SignatureError."""
        if len(signature) != _TIME_SIZE + SIGNATURE_SIZE:
            raise SignatureError(f"a cosignature has {_TIME_SIZE + SIGNATURE_SIZE} bytes, not {len(signature)}")
        self.public.check(signature[_TIME_SIZE:], _cosigned(text, _time(signature)))


def cosigner_key(signer: NoteSigner) -> CosignerKey:
    """Give the key that checks what ``cosign`` makes with this signer: another key than the one for its notes."""
    return CosignerKey(signer.name, signer.private.public)


def cosign(data: bytes, signer: NoteSigner, timestamp: int) -> bytes:
    """Add a cosignature to a checkpoint; an earlier one by the same key goes. ``timestamp``: seconds since 1970, UTC.

    Raises NoteError when the note is malformed, ValueError when the time cannot be written.
    """
    if not 0 <= timestamp <= _LATEST:
        raise ValueError(f"{timestamp} is not a time between 1970 and 2**63 - 1 seconds after it")
    note = read_note(data)
    signed = signer.private.sign(_cosigned(note.text, timestamp))
    stated = timestamp.to_bytes(_TIME_SIZE, "big") + signed
    return note.with_signature(Signature(signer.name, cosigner_key(signer).key_id, stated)).to_bytes()


def timestamp_of(signature: Signature) -> int:
    """Give the time that a verified cosignature states, in seconds since 1970, UTC."""
    return _time(signature.data)


def _time(signature: bytes) -> int:
    timestamp = int.from_bytes(signature[:_TIME_SIZE], "big")
    if timestamp > _LATEST:
        raise SignatureError("the cosignature states a time beyond 2**63 - 1 seconds")
    return timestamp


def _cosigned(text: str, timestamp: int) -> bytes:
    return f"cosignature/v1\ntime {timestamp}\n{text}".encode()
