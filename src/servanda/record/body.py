"""What lives beside the ledger: the acts that not everybody may see, and the names of people.

The entry holds a salted SHA-256 of each. Destroying a body with its salt keeps the proof that something was recorded,
when, and by whose key, and nothing else (DESIGN section 7, "Who may see").
"""

import msgspec

from servanda.ledger.canonical import canonical_bytes
from servanda.ledger.errors import LedgerError
from servanda.ledger.salted import check_body, salted_digest


class Body(msgspec.Struct, frozen=True):
    """A content's canonical bytes, the salt that keeps them from being guessed, and the digest that entries hold."""

    digest: str
    salt: bytes
    content: bytes

    @property
    def holds(self) -> bool:
        """Whether this is the content, with the salt, that the digest stands for."""
        try:
            check_body(self.content, self.salt, self.digest)
        except LedgerError:
            return False
        return True


def sealed(content: bytes, salt: bytes) -> Body:
    """Seal canonical bytes with 32 random bytes that serve nothing else. Raises LedgerError for another length."""
    return Body(salted_digest(content, salt), salt, content)


def name_body(name: str, salt: bytes) -> Body:
    """Seal a person's name: its digest stands in ``Author.person`` and ``Grant.person``. Raises as ``sealed`` does."""
    return sealed(canonical_bytes(name), salt)
