"""A salted SHA-256 that stands in the ledger for a body that lives beside it.

It is SHA-256 over a salt of 32 bytes and then the body. The length of the salt is fixed, so salt and body cannot trade
bytes. Keep the salt with the body and destroy both together: without the salt nobody can find a short body by trying
all of them, and what was recorded still proves that something was, when, and by whom.

Limits: each body needs a salt of its own, from a good source of randomness, which is the caller's.
"""

import hashlib
import hmac

from servanda.ledger.errors import LedgerError

SALT_SIZE = 32


def salted_digest(body: bytes, salt: bytes) -> str:
    """Give the digest as 64 hexadecimal digits. Raises LedgerError when the salt is not 32 bytes."""
    if len(salt) != SALT_SIZE:
        raise LedgerError(f"a salt has {SALT_SIZE} bytes, not {len(salt)}")
    return hashlib.sha256(salt + body).hexdigest()


def check_body(body: bytes, salt: bytes, digest: str) -> None:
    """Check that this is the body that the ledger stands for. Raises LedgerError when it is not."""
    if not hmac.compare_digest(salted_digest(body, salt).encode(), digest.encode()):
        raise LedgerError("the body or its salt is not the one that was recorded")
