"""What somebody keeps of a register to recognise it by: its first keys, and the last checkpoint they saw."""

import msgspec

from servanda.ledger.checkpoint import Checkpoint, read_checkpoint
from servanda.ledger.merkle import Frontier
from servanda.ledger.note import read_note
from servanda.register.keys import Key


class Trust(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The register's name, the keys of its first entry, and the signed note of the last checkpoint seen.

    ``peaks`` are the roots of the complete subtrees of the tree seen, from left to right: they say in which stretch of
    entries another ledger parts from it. Without trust nobody can exclude that a register was replaced as a whole, or
    cut off at its end. Raises LedgerError (a ValueError) when the note is no checkpoint, or the peaks are not its own.
    """

    register: str
    first_keys: tuple[Key, ...]
    seen: str
    peaks: tuple[bytes, ...]

    def __post_init__(self) -> None:
        seen = self.checkpoint
        if Frontier(seen.size, self.peaks).root() != seen.root:
            raise ValueError("the peaks are not those of the tree that was seen")

    @property
    def checkpoint(self) -> Checkpoint:
        """The last checkpoint seen, as it was believed then."""
        return read_checkpoint(read_note(self.seen.encode()).text)

    def stretches(self) -> list[tuple[int, int]]:
        """Return the first and the last entry under each peak."""
        found, first, size = [], 0, self.checkpoint.size
        for height in reversed(range(size.bit_length())):
            if size >> height & 1:
                found.append((first, first + (1 << height) - 1))
                first += 1 << height
        return found
