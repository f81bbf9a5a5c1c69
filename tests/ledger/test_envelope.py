import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.ledger.canonical import canonical_bytes, read_canonical
from servanda.ledger.envelope import pre_authentication_encoding, read_envelope, sign_envelope
from servanda.ledger.errors import CanonicalError, EnvelopeError, LedgerError, SignatureError
from servanda.ledger.keys import PrivateKey

TYPE = "application/vnd.test+json"
KEY = PrivateKey(bytes(range(32)))
CONTENT = {"act": "report", "commitment": "P1.2", "note": "livré en mars"}


def test_what_is_signed_says_how_long_its_parts_are():
    assert pre_authentication_encoding("text/é", b"two words") == b"DSSEv1 7 text/\xc3\xa9 9 two words"


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(-9, 9)))
def test_content_is_signed_and_opened_again(content):
    assert read_envelope(sign_envelope(content, TYPE, KEY)).open(KEY.public, TYPE) == content


def test_an_envelope_is_itself_canonical_and_the_same_each_time():
    data = sign_envelope(CONTENT, TYPE, KEY)

    assert canonical_bytes(read_canonical(data)) == data == sign_envelope(dict(reversed(CONTENT.items())), TYPE, KEY)
    assert list(json.loads(data)) == ["payload", "payloadType", "signatures"]


def test_an_envelope_with_any_byte_changed_is_refused(altered):
    for tampered in altered(sign_envelope(CONTENT, TYPE, KEY)):
        with pytest.raises(LedgerError):
            read_envelope(tampered).open(KEY.public, TYPE)


def test_an_envelope_opens_with_the_key_that_it_names_alone():
    envelope = read_envelope(sign_envelope(CONTENT, TYPE, KEY))

    assert envelope.key_id == KEY.public.id
    with pytest.raises(EnvelopeError, match="names the key"):
        envelope.open(PrivateKey(bytes(32)).public, TYPE)


def test_an_envelope_of_another_type_is_refused():
    with pytest.raises(EnvelopeError, match="the envelope holds"):
        read_envelope(sign_envelope(CONTENT, TYPE, KEY)).open(KEY.public, "application/vnd.other+json")


def test_content_that_is_signed_but_not_canonical_is_refused():
    fields = json.loads(sign_envelope(CONTENT, TYPE, KEY))
    payload = b'{ "act": "report" }'
    fields["payload"] = base64.b64encode(payload).decode()
    fields["signatures"][0]["sig"] = base64.b64encode(KEY.sign(pre_authentication_encoding(TYPE, payload))).decode()

    with pytest.raises(CanonicalError):
        read_envelope(canonical_bytes(fields)).open(KEY.public, TYPE)


def test_a_signature_over_other_content_is_refused():
    fields = json.loads(sign_envelope(CONTENT, TYPE, KEY))
    fields["payload"] = base64.b64encode(canonical_bytes(CONTENT | {"note": "livré en mai"})).decode()

    with pytest.raises(SignatureError):
        read_envelope(canonical_bytes(fields)).open(KEY.public, TYPE)


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: fields.pop("payloadType"),
        lambda fields: fields.update(more="fields"),
        lambda fields: fields.update(signatures=[]),
        lambda fields: fields.update(signatures=fields["signatures"] * 2),
        lambda fields: fields["signatures"][0].pop("keyid"),
        lambda fields: fields["signatures"][0].update(cert="more"),
        lambda fields: fields.update(payload=1),
        lambda fields: fields.update(payload=fields["payload"].rstrip("=") + "\n"),
        lambda fields: fields["signatures"][0].update(sig=fields["signatures"][0]["sig"].replace("=", "")),
    ],
)
def test_an_envelope_of_another_shape_is_refused(change):
    fields = json.loads(sign_envelope(CONTENT, TYPE, KEY))
    change(fields)

    with pytest.raises(LedgerError):
        read_envelope(canonical_bytes(fields))


def test_an_envelope_with_spaces_is_another_run_of_bytes_and_refused():
    with pytest.raises(CanonicalError):
        read_envelope(json.dumps(json.loads(sign_envelope(CONTENT, TYPE, KEY))).encode())


@pytest.mark.parametrize("data", [b"null", b"[]", b'"envelope"', b"{}", b""])
def test_what_is_no_envelope_is_refused(data):
    with pytest.raises(LedgerError):
        read_envelope(data)
