"""Ed25519 keys (RFC 8032), made from seeds that the caller supplies: the library has no randomness.

Limits: the arithmetic is the cryptography package's. A public key of small order is refused, since signatures that
verify under it can be made for any message, and its holder could deny every act. Whether a point is on the curve shows
only when a signature is checked.
"""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from servanda.ledger.errors import KeyFormError, SignatureError

KEY_SIZE = 32
SIGNATURE_SIZE = 64

_PRIME = 2**255 - 19
# The y of the points whose order divides 8: of orders 1, 2 and 4, then the two of order 8 (d y^4 + 2 y^2 = 1).
_ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_SMALL_ORDER = frozenset({1, _PRIME - 1, 0, _ORDER_8, _PRIME - _ORDER_8})


class PublicKey:
    """A public key: 32 bytes as RFC 8032 encodes a point. Equal when the bytes are."""

    __slots__ = ("_key", "raw")

    def __init__(self, raw: bytes) -> None:
        """Take a key. Raises KeyFormError when it is not 32 bytes, not encoded in the one right way, or weak."""
        if len(raw) != KEY_SIZE:
            raise KeyFormError(f"a public key has {KEY_SIZE} bytes, not {len(raw)}")
        y = int.from_bytes(raw, "little") % 2**255
        if y >= _PRIME:
            raise KeyFormError("the public key is not encoded as RFC 8032 encodes it")
        if y in _SMALL_ORDER:
            raise KeyFormError("the public key is of small order: anybody can sign for it")
        self.raw = raw
        self._key = Ed25519PublicKey.from_public_bytes(raw)

    @property
    def id(self) -> str:
        """The SHA-256 of the 32 bytes, in hexadecimal: how entries name the key."""
        return hashlib.sha256(self.raw).hexdigest()

    def check(self, signature: bytes, message: bytes) -> None:
        """Check a signature. Raises SignatureError when this key did not make it over this message."""
        try:
            self._key.verify(signature, message)
        except InvalidSignature as error:
            raise SignatureError(f"the signature is not the one of key {self.id[:8]} over these bytes") from error

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PublicKey) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def __repr__(self) -> str:
        return f"PublicKey({self.raw.hex()})"


class PrivateKey:
    """A private key, from its seed of 32 secret bytes. Neither its text form nor an error shows the seed."""

    __slots__ = ("_key", "public", "seed")

    def __init__(self, seed: bytes) -> None:
        """Take a seed. Raises KeyFormError when it is not 32 bytes."""
        if len(seed) != KEY_SIZE:
            raise KeyFormError(f"a seed has {KEY_SIZE} bytes, not {len(seed)}")
        self.seed = seed
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = PublicKey(self._key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Sign a message: 64 bytes, the same each time (RFC 8032 5.1.6)."""
        return self._key.sign(message)

    def __repr__(self) -> str:
        return f"PrivateKey(of {self.public!r})"
