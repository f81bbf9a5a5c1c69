"""Signatures checked in batches, so that whoever verifies can have several processes check them."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from servanda.ledger.errors import LedgerError
from servanda.ledger.keys import PublicKey


class Signed(NamedTuple):
    """An entry by its place in the ledger, whose key signed it, and what that key made over which bytes."""

    entry: int
    key: bytes
    signature: bytes
    message: bytes


# Takes a batch on, and returns what gives the entries of the batch whose signatures do not hold.
Submit = Callable[[Sequence[Signed]], Callable[[], list[int]]]


def failures(batch: Sequence[Signed]) -> list[int]:
    """Return the entries of a batch whose signatures do not hold."""
    return [one.entry for one in batch if not _holds(one)]


def here(batch: Sequence[Signed]) -> Callable[[], list[int]]:
    """Check a batch in this process, when its result is asked for."""
    return lambda: failures(batch)


def _holds(signed: Signed) -> bool:
    try:
        _public(signed.key).check(signed.signature, signed.message)
    except LedgerError:
        return False
    return True


@lru_cache(maxsize=1000)
def _public(raw: bytes) -> PublicKey:
    return PublicKey(raw)
