"""An entry: one act as the ledger writes it. This is the content that is signed (DESIGN section 7, "Signing")."""

import datetime

import msgspec

from servanda.register.as_json import read_special, to_plain
from servanda.register.author import Author
from servanda.register.circumstances import PUBLIC, Circumstances

PAYLOAD_TYPE = "application/vnd.servanda.entry+json;version=1"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One act, and its circumstances.

    ``number`` counts the ledger's entries from 0; ``recorded`` is in whole seconds, UTC. The act stands in ``act``
    where everybody may see it. Otherwise ``sealed`` is the salted SHA-256 of the act's canonical bytes, which live
    beside the ledger; from ``public_from`` on they may be published.
    """

    register: str
    number: int
    recorded: datetime.datetime
    effective: datetime.date
    by: Author
    visible_to: str = PUBLIC
    public_from: datetime.date | None = None
    act: msgspec.Raw | None = None
    sealed: str | None = None

    def __post_init__(self) -> None:
        if (self.act is None) == (self.sealed is None):
            raise ValueError("an entry holds its act, or the digest of one that lives beside the ledger")
        if (self.visible_to == PUBLIC) != (self.sealed is None):
            raise ValueError("an act that everybody may see stands in the entry; any other is sealed")

    @property
    def circumstances(self) -> Circumstances:
        """Everything about the act but its content."""
        return Circumstances(self.by, self.number, self.recorded, self.effective, self.visible_to, self.public_from)


def to_content(entry: Entry) -> object:
    """Return an entry as plain JSON values, for signing."""
    return to_plain(entry)


def from_content(content: object) -> Entry:
    """Return the entry that signed content holds. Raises msgspec.ValidationError when it holds none."""
    return msgspec.convert(content, Entry, dec_hook=read_special)
