"""Acts signed into entries: the bytes that the ledger keeps (DESIGN section 7, "Signing")."""

from functools import lru_cache

import msgspec

from servanda.ledger import base64_text
from servanda.ledger.canonical import canonical_bytes
from servanda.ledger.envelope import sign_envelope
from servanda.ledger.errors import LedgerError
from servanda.ledger.keys import PrivateKey, PublicKey
from servanda.record.body import Body, sealed
from servanda.record.entry import NOT_HERE, PAYLOAD_TYPE, Entry
from servanda.register.acts.act import Act
from servanda.register.as_json import to_json
from servanda.register.circumstances import PUBLIC, Circumstances
from servanda.register.keys import Custody, Key


def make_entry(register: str, act: Act, circumstances: Circumstances, salt: bytes) -> tuple[Entry, Body | None]:
    """Put an act into an entry; where not everybody may see it, into a body beside it, sealed with ``salt``.

    ``salt`` is 32 random bytes of its own; a public act does not use it. Raises LedgerError when it has another
    length, CanonicalError when the act has no canonical bytes, ValueError when the circumstances fit no entry.
    """
    content = canonical_bytes(msgspec.json.decode(to_json(act)))
    body = None if circumstances.visible_to == PUBLIC else sealed(content, salt)
    entry = Entry(
        register=register,
        number=circumstances.entry,
        recorded=circumstances.recorded,
        effective=circumstances.effective,
        by=circumstances.author,
        visible_to=circumstances.visible_to,
        public_from=circumstances.public_from,
        act=msgspec.Raw(content) if body is None else NOT_HERE,
        sealed=None if body is None else body.digest,
    )
    return entry, body


def sign_entry(entry: Entry, key: PrivateKey) -> bytes:
    """Sign an entry, and return the bytes of its envelope: the leaf of the ledger."""
    return sign_envelope(msgspec.json.decode(to_json(entry)), PAYLOAD_TYPE, key)


def key_record(public: PublicKey, holder: str, custody: Custody) -> Key:
    """Return a public key as the register records it."""
    return Key(public.id, holder, base64_text.encode(public.raw), custody)


@lru_cache(maxsize=1000)
def usable_key(key: Key) -> PublicKey | None:
    """Return a recorded key to check signatures with; None where it is not the one that its id names, or is weak."""
    try:
        public = PublicKey(base64_text.decode(key.public))
    except LedgerError:
        return None
    return public if public.id == key.id else None
