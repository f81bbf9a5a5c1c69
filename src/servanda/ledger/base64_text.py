"""Bytes as text in standard base64 (RFC 4648 section 4), in the one way of writing them.

Decoders differ on what else they let through (line breaks, stray last bits, the other alphabet), and two ways of
writing one signature would be two leaves. Here what is not written back the same is refused.
"""

import base64

from servanda.ledger.errors import LedgerError


def encode(data: bytes) -> str:
    """Write bytes as base64."""
    return base64.b64encode(data).decode()


def decode(text: str) -> bytes:
    """Read base64. Raises LedgerError when the text is not how ``encode`` would write its bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise LedgerError("not base64") from None  # which may be a secret: nothing of it is shown
    if encode(data) != text:
        raise LedgerError("base64, but not in its one form")
    return data
