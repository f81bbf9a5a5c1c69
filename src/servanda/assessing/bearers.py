"""Which parties answer for a commitment (CODEBOOK I4)."""

from collections.abc import Iterable

from servanda.register.commitment import Commitment


def bearers(commitment: Commitment, parties: Iterable[str]) -> tuple[str, ...]:
    """Return the parties that undertook it, in the order of ``parties``.

    Where only bodies of a party, or all parties in common, undertook it, every party answers.
    """
    everyone = tuple(parties)
    return tuple(party for party in everyone if party in commitment.promisors) or everyone
