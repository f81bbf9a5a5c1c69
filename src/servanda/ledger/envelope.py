"""Signed content: a DSSE version 1 envelope (github.com/secure-systems-lab/dsse) with one Ed25519 signature.

The content is RFC 8785 bytes, and so is the envelope around it: those bytes are the leaf of the ledger. Narrower than
DSSE, so that an envelope has one form (docs/decisions/0010): exactly one signature, with the id of its key, and
standard base64 alone. Other people's DSSE verifiers accept every envelope written here.
"""

import msgspec

from servanda.ledger import base64_text
from servanda.ledger.canonical import Json, canonical_bytes, read_canonical
from servanda.ledger.errors import EnvelopeError
from servanda.ledger.keys import PrivateKey, PublicKey


class _Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    keyid: str
    sig: str


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    payload: str
    payload_type: str = msgspec.field(name="payloadType")
    signatures: tuple[_Signature]


_DECODER = msgspec.json.Decoder(_Written)
# What holds text alone, under plain keys, msgspec writes as RFC 8785 does.
_ENCODER = msgspec.json.Encoder(order="sorted")


class Envelope(msgspec.Struct, frozen=True):
    """What an envelope says, not yet believed: ``open`` it with the key that ``key_id`` names."""

    payload: bytes
    payload_type: str
    key_id: str
    signature: bytes

    def open(self, key: PublicKey, payload_type: str) -> Json:
        """Give the content, once the key is the one named, its signature holds and the type is the one expected.

        Raises EnvelopeError, SignatureError, or CanonicalError when what was signed is not canonical.
        """
        if self.key_id != key.id:
            raise EnvelopeError(f"the envelope names the key {self.key_id[:80]!a}, not {key.id}")
        key.check(self.signature, pre_authentication_encoding(self.payload_type, self.payload))
        if self.payload_type != payload_type:
            raise EnvelopeError(f"the envelope holds {self.payload_type[:80]!a}, not {payload_type}")
        return read_canonical(self.payload)


def sign_envelope(content: Json, payload_type: str, key: PrivateKey) -> bytes:
    """Sign content as one envelope, and give its canonical bytes. Raises CanonicalError when content has none."""
    payload = canonical_bytes(content)
    signature = key.sign(pre_authentication_encoding(payload_type, payload))
    return canonical_bytes(
        {
            "payload": base64_text.encode(payload),
            "payloadType": payload_type,
            "signatures": [{"keyid": key.public.id, "sig": base64_text.encode(signature)}],
        }
    )


def read_envelope(data: bytes) -> Envelope:
    """Read the bytes of an envelope without believing it.

    Raises CanonicalError when they are not canonical, LedgerError when they are not an envelope.
    """
    try:
        written = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        read_canonical(data)  # says better what is wrong, where that is it
        raise EnvelopeError(f"not an envelope: {error}") from error
    if _ENCODER.encode(written) != data:
        read_canonical(data)
        raise EnvelopeError("an envelope, but not in its one form")
    (signature,) = written.signatures
    payload, signed = base64_text.decode(written.payload), base64_text.decode(signature.sig)
    return Envelope(payload, written.payload_type, signature.keyid, signed)


def pre_authentication_encoding(payload_type: str, payload: bytes) -> bytes:
    """Give the bytes that are signed: the type and the payload, each with its length (PAE in DSSE 1.0.0)."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)
