"""The head of the ledger, signed: C2SP tlog-checkpoint (c2sp.org/tlog-checkpoint).

Narrower than the standard in one thing: the origin is the name of the key that signs, so that a key of one ledger
cannot vouch for another. Limits: a checkpoint fixes what the ledger holds up to its size. That there is not a second
ledger under the same name, only witnesses can say, and that nothing was cut off, only an earlier checkpoint.
"""

import re
from collections.abc import Sequence

import msgspec

from servanda.ledger import base64_text
from servanda.ledger.cosignature import CosignerKey, timestamp_of
from servanda.ledger.errors import LedgerError, NoteError
from servanda.ledger.merkle import HASH_SIZE
from servanda.ledger.note import open_note, sign_note
from servanda.ledger.note_key import NoteKey, NoteSigner

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_LARGEST = 2**63 - 1


class Checkpoint(msgspec.Struct, frozen=True):
    """How many leaves the ledger named ``origin`` has, and the root over them.

    ``extensions`` are further lines, which the standard allows and advises against; they are kept as they are.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text of the note."""
        return "".join(
            f"{line}\n" for line in (self.origin, self.size, base64_text.encode(self.root), *self.extensions)
        )


class Cosignature(msgspec.Struct, frozen=True):
    """Which witness vouched for a checkpoint, and when: ``timestamp`` in seconds since 1970, UTC."""

    witness: str
    timestamp: int


class SignedCheckpoint(msgspec.Struct, frozen=True):
    """A checkpoint that its ledger signed, and those of the witnesses asked for who cosigned it."""

    checkpoint: Checkpoint
    cosignatures: tuple[Cosignature, ...]


def read_checkpoint(text: str) -> Checkpoint:
    """Read the text of a note as a checkpoint. Raises NoteError, with the reason, when it is none."""
    *lines, end = text.split("\n")
    if end or len(lines) < 3 or not all(lines):
        raise NoteError("a checkpoint has three lines or more, none of them empty")
    origin, size, root, *extensions = lines
    if not _SIZE.fullmatch(size) or int(size) > _LARGEST:
        raise NoteError(f"{size[:80]!a} is not the size of a tree")
    try:
        hash_bytes = base64_text.decode(root)
    except LedgerError as error:
        raise NoteError(f"the root of the checkpoint: {error}") from error
    if len(hash_bytes) != HASH_SIZE:
        raise NoteError(f"the root of the checkpoint has {len(hash_bytes)} bytes, not {HASH_SIZE}")
    return Checkpoint(origin, int(size), hash_bytes, tuple(extensions))


def sign_checkpoint(checkpoint: Checkpoint, signer: NoteSigner) -> bytes:
    """Sign a checkpoint. Derive its root from the stored leaves first: a checkpoint signed cannot be taken back.

    Raises NoteError when it would not read back, or its origin is not the signer's name.
    """
    _refuse_other_origin(checkpoint, signer.name)
    if read_checkpoint(checkpoint.text) != checkpoint:
        raise NoteError("the checkpoint would not read back as itself")
    return sign_note(checkpoint.text, signer)


def open_checkpoint(data: bytes, ledger: NoteKey, witnesses: Sequence[CosignerKey] = ()) -> SignedCheckpoint:
    """Read a checkpoint that the ledger's key signed.

    Raises NoteError when it is malformed, of another ledger, or not signed by that key; SignatureError when the
    signature of the ledger or of one of these witnesses does not hold.
    """
    note = open_note(data, [ledger, *witnesses])
    signed = {(signature.name, signature.key_id): signature for signature in note.signatures}
    if (ledger.name, ledger.key_id) not in signed:
        raise NoteError(f"{ledger.name} did not sign the checkpoint, only witnesses did")
    checkpoint = read_checkpoint(note.text)
    _refuse_other_origin(checkpoint, ledger.name)
    return SignedCheckpoint(
        checkpoint,
        tuple(
            Cosignature(witness.name, timestamp_of(signature))
            for witness in witnesses
            if (signature := signed.get((witness.name, witness.key_id))) is not None
        ),
    )


def _refuse_other_origin(checkpoint: Checkpoint, name: str) -> None:
    if checkpoint.origin != name:
        raise NoteError(f"the checkpoint is of {checkpoint.origin[:80]!a}, not of {name}")
