"""How personal tokens are made and known again."""

import hashlib
import secrets

_PREFIX = "servanda_"  # so that a token that leaks into a text is recognised as one
_BYTES = 32


def new_token() -> str:
    """Return a new token, at random."""
    return f"{_PREFIX}{secrets.token_urlsafe(_BYTES)}"


def token_digest(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
