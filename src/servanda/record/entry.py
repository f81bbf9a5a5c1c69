"""An entry: one act as the ledger writes it. This is the content that is signed (DESIGN section 7, "Signing")."""

import datetime

import msgspec

from servanda.register.author import Author
from servanda.register.circumstances import PUBLIC, Circumstances

PAYLOAD_TYPE = "application/vnd.servanda.entry+json;version=1"
NOT_HERE = msgspec.Raw()


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One act, and its circumstances.

    ``register`` is the register's name, which is also the origin of its checkpoints. ``number`` counts the entries
    from 0; ``recorded`` is in whole seconds, UTC. The act stands in ``act``, as JSON, where everybody may see it.
    Otherwise ``sealed`` is the salted SHA-256 of the act's canonical bytes, which live beside the ledger; from
    ``public_from`` on they may be published.
    """

    register: str
    number: int
    recorded: datetime.datetime
    effective: datetime.date
    by: Author
    visible_to: str
    public_from: datetime.date | None = None
    act: msgspec.Raw = NOT_HERE
    sealed: str | None = None

    def __post_init__(self) -> None:
        if bool(self.act) == (self.sealed is not None):
            raise ValueError("an entry holds its act, or the digest of one that lives beside the ledger")
        if (self.visible_to == PUBLIC) != (self.sealed is None):
            raise ValueError("an act that everybody may see stands in the entry; any other is sealed")
        if self.visible_to == PUBLIC and self.public_from is not None:
            raise ValueError("what everybody may see does not become public later")
        if self.recorded.tzinfo is not datetime.UTC or self.recorded.microsecond:
            raise ValueError("the time of the record is in whole seconds, UTC")

    @property
    def circumstances(self) -> Circumstances:
        """Everything about the act but its content."""
        return Circumstances(self.by, self.number, self.recorded, self.effective, self.visible_to, self.public_from)
