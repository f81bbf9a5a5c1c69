"""Keys that sign notes, and their text forms: C2SP signed-note (c2sp.org/signed-note), signature type 0x01, Ed25519.

The text forms are those of Go's note package: ``NAME+ID+KEY`` for whoever checks (a vkey), ``PRIVATE+KEY+NAME+ID+SEED``
for whoever signs (an skey). The id is four bytes: it finds a key among those already trusted and proves nothing.
"""

import hashlib
from typing import ClassVar, Self

import msgspec

from servanda.ledger import base64_text
from servanda.ledger.errors import KeyFormError
from servanda.ledger.keys import PrivateKey, PublicKey


class NoteKey(msgspec.Struct, frozen=True):
    """A named public key that notes are checked with. Raises KeyFormError for a name that no signature can carry."""

    # Which of the signature types assigned by C2SP this key makes; part of its id.
    signature_type: ClassVar[int] = 0x01

    name: str
    public: PublicKey

    def __post_init__(self) -> None:
        if not is_key_name(self.name):
            raise KeyFormError(
                f"{self.name!a} is no name for a key: it is empty, or has spaces, a plus or control characters"
            )

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand for name, type and key in a signature."""
        return hashlib.sha256(self.name.encode() + b"\n" + self._typed_key).digest()[:4]

    @property
    def vkey(self) -> str:
        """The key as text, for whoever checks."""
        return f"{self.name}+{self.key_id.hex()}+{base64_text.encode(self._typed_key)}"

    @classmethod
    def from_vkey(cls, text: str) -> Self:
        """Read a vkey. Raises LedgerError when it is not one, or is of another signature type."""
        name, _, rest = text.partition("+")
        _, _, typed = rest.partition("+")
        kind, raw = _type_and_key(base64_text.decode(typed))
        if kind != cls.signature_type:
            raise KeyFormError(f"the key {name[:80]!a} makes signatures of type {kind}, not {cls.signature_type}")
        key = cls(name, PublicKey(raw))
        if key.vkey != text:
            raise KeyFormError(f"the id of the key {name[:80]!a} is not {key.key_id.hex()}")
        return key

    def check(self, signature: bytes, text: str) -> None:
        """Check a signature of this type over the text of a note. Raises SignatureError."""
        self.public.check(signature, text.encode())

    @property
    def _typed_key(self) -> bytes:
        return bytes([self.signature_type]) + self.public.raw


class NoteSigner(msgspec.Struct, frozen=True):
    """A named private key that signs notes. Raises KeyFormError as ``NoteKey`` does."""

    name: str
    private: PrivateKey

    def __post_init__(self) -> None:
        NoteKey(self.name, self.private.public)

    @property
    def key(self) -> NoteKey:
        """The key to check its notes with."""
        return NoteKey(self.name, self.private.public)

    @property
    def skey(self) -> str:
        """The key as text, for whoever signs. It is a secret."""
        typed = bytes([NoteKey.signature_type]) + self.private.seed
        return f"PRIVATE+KEY+{self.name}+{self.key.key_id.hex()}+{base64_text.encode(typed)}"

    @classmethod
    def from_skey(cls, text: str) -> Self:
        """Read an skey. Raises LedgerError, which does not show it, when it is not one."""
        try:
            _, _, name, _, typed = text.split("+", 4)
            kind, seed = _type_and_key(base64_text.decode(typed))
            signer = cls(name, PrivateKey(seed))
        except ValueError:
            raise KeyFormError("not a private key of the form PRIVATE+KEY+NAME+ID+SEED") from None
        if kind != NoteKey.signature_type or signer.skey != text:
            raise KeyFormError(f"the private key of {name[:80]!a} does not fit the id or the type that it states")
        return signer


def is_key_name(name: str) -> bool:
    """Say whether a signature line can carry this name.

    >>> is_key_name("ledger.example/plan"), is_key_name("two words")
    (True, False)
    """
    return bool(name) and "+" not in name and not any(c.isspace() or c < " " or "\ud800" <= c <= "\udfff" for c in name)


def _type_and_key(typed: bytes) -> tuple[int, bytes]:
    if not typed:
        raise KeyFormError("the key is empty")
    return typed[0], typed[1:]
