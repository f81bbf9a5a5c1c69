"""What somebody keeps of a register to recognise it by: its first keys, and the last checkpoint they saw."""

import msgspec

from servanda.ledger.checkpoint import Checkpoint, read_checkpoint
from servanda.ledger.note import read_note
from servanda.register.keys import Key


class Trust(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The register's name, the keys of its first entry, and the signed note of the last checkpoint seen.

    Without it nobody can exclude that a register was replaced as a whole, or cut off at its end.
    """

    register: str
    first_keys: tuple[Key, ...]
    seen: str

    @property
    def checkpoint(self) -> Checkpoint:
        """The last checkpoint seen, as it was believed then. Raises NoteError when it is none."""
        return read_checkpoint(read_note(self.seen.encode()).text)
