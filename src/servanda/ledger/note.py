"""Signed notes: C2SP signed-note (c2sp.org/signed-note), the format of Go's note package.

A note is a text, a blank line, and one line for each signature. Signatures of keys that were not asked for are ignored,
as the standard demands; one of a key that was asked for must hold. Limits: at most ``MOST_SIGNATURES``, and base64 in
its one form only.
"""

from collections.abc import Sequence

import msgspec

from servanda.ledger import base64_text
from servanda.ledger.errors import LedgerError, NoteError
from servanda.ledger.note_key import NoteKey, NoteSigner, is_key_name

MOST_SIGNATURES = 100
_DASH = "\N{EM DASH} "


class Signature(msgspec.Struct, frozen=True):
    """One signature line: who signed, the four bytes that say with which key, and what that key made."""

    name: str
    key_id: bytes
    data: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, without its end."""
        return f"{_DASH}{self.name} {base64_text.encode(self.key_id + self.data)}"


class Note(msgspec.Struct, frozen=True):
    """A text that ends in a newline, and its signatures, in the order in which they stand."""

    text: str
    signatures: tuple[Signature, ...]

    def with_signature(self, signature: Signature) -> "Note":
        """Add a signature at the end. An earlier one of the same key goes."""
        others = [s for s in self.signatures if (s.name, s.key_id) != (signature.name, signature.key_id)]
        return Note(self.text, (*others, signature))

    def to_bytes(self) -> bytes:
        """Write the note. Raises NoteError when no note can hold its text."""
        _refuse_unfit_text(self.text)
        return "".join([self.text, "\n", *(f"{signature.line}\n" for signature in self.signatures)]).encode()


def sign_note(text: str, signer: NoteSigner) -> bytes:
    """Sign a text. Raises NoteError when no note can hold it."""
    signature = Signature(signer.name, signer.key.key_id, signer.private.sign(text.encode()))
    return Note(text, (signature,)).to_bytes()


def read_note(data: bytes) -> Note:
    """Read a note without believing it. Raises NoteError, with the reason, when it is malformed."""
    try:
        written = data.decode()
    except UnicodeDecodeError as error:
        raise NoteError(f"byte {error.start} of the note is not UTF-8") from error
    blank = written.rfind("\n\n")
    if blank < 0:
        raise NoteError("the note has no blank line before its signatures")
    text, signatures = written[: blank + 1], written[blank + 2 :]
    _refuse_unfit_text(text)
    if not signatures.endswith("\n"):
        raise NoteError("the note does not end with a signature line")
    lines = signatures[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteError(f"the note has {len(lines)} signatures; at most {MOST_SIGNATURES} are read")
    return Note(text, tuple(_signature(line, number) for number, line in enumerate(lines, 1)))


def open_note(data: bytes, keys: Sequence[NoteKey]) -> Note:
    """Read a note and keep the signatures that these keys made.

    Raises NoteError when it is malformed or none of the keys signed it, SignatureError when a signature of theirs does
    not hold.
    """
    known = {(key.name, key.key_id): key for key in keys}
    note = read_note(data)
    verified = []
    for signature in note.signatures:
        key = known.get((signature.name, signature.key_id))
        if key is not None:
            key.check(signature.data, note.text)
            verified.append(signature)
    if not verified:
        raise NoteError("none of the keys asked for signed the note")
    return Note(note.text, tuple(verified))


def _signature(line: str, number: int) -> Signature:
    name, _, written = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not is_key_name(name):
        raise NoteError(f"signature line {number} is not an em dash, a name and a signature")
    try:
        data = base64_text.decode(written)
    except LedgerError as error:
        raise NoteError(f"signature line {number}: {error}") from error
    if len(data) < 5:
        raise NoteError(f"signature line {number} holds no signature")
    return Signature(name, data[:4], data[4:])


def _refuse_unfit_text(text: str) -> None:
    if not text.endswith("\n"):
        raise NoteError("the text of a note ends with a newline")
    if any(c < " " and c != "\n" for c in text):
        raise NoteError("a note has no control characters")
