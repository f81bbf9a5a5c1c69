"""Our envelopes are checked by the DSSE implementation of in-toto and TUF."""

import base64
import json

import pytest

from servanda.ledger.envelope import pre_authentication_encoding, sign_envelope
from servanda.ledger.keys import PrivateKey

dsse = pytest.importorskip("securesystemslib.dsse")

KEY = PrivateKey(bytes(range(32)))
ENVELOPE = sign_envelope({"act": "report", "note": "déposé"}, "application/vnd.test+json", KEY)


def their_key():
    signer = pytest.importorskip("securesystemslib.signer")
    return signer.SSlibKey(KEY.public.id, "ed25519", "ed25519", {"public": KEY.public.raw.hex()})


def test_securesystemslib_verifies_our_envelope():
    envelope = dsse.Envelope.from_dict(json.loads(ENVELOPE))

    assert list(envelope.verify([their_key()], 1)) == [KEY.public.id]
    assert envelope.pae() == pre_authentication_encoding(envelope.payload_type, envelope.payload)


@pytest.mark.parametrize("field", ["payload", "payloadType"])
def test_securesystemslib_refuses_our_envelope_with_other_content(field):
    fields = json.loads(ENVELOPE)
    fields[field] = base64.b64encode(b"{}").decode()
    errors = pytest.importorskip("securesystemslib.exceptions")

    with pytest.raises(errors.VerificationError):
        dsse.Envelope.from_dict(fields).verify([their_key()], 1)
