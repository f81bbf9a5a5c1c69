import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.ledger.errors import KeyFormError, SignatureError
from servanda.ledger.keys import PrivateKey, PublicKey

PRIME = 2**255 - 19
ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
# RFC 8032 section 7.1, test 1.
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
SIGNATURE = (
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
    "655141438e7a100b"
)


def test_a_seed_makes_the_key_and_the_signature_that_rfc_8032_knows():
    key = PrivateKey(SEED)

    assert key.public.raw.hex() == PUBLIC
    assert key.sign(b"").hex() == SIGNATURE
    key.public.check(bytes.fromhex(SIGNATURE), b"")


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.data())
def test_a_signature_holds_for_its_key_and_message_alone(seed, message, data):
    key = PrivateKey(seed)
    signature = key.sign(message)
    place = data.draw(st.integers(0, 63))

    key.public.check(signature, message)
    for signed, over in (
        (signature, message + b"\0"),
        (bytes([*signature[:place], signature[place] ^ 1, *signature[place + 1 :]]), message),
        (signature[:-1], message),
        (b"", message),
    ):
        with pytest.raises(SignatureError):
            key.public.check(signed, over)


def test_a_signature_has_no_second_form():
    order = 2**252 + 27742317777372353535851937790883648493
    signature = bytes.fromhex(SIGNATURE)
    again = (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")

    with pytest.raises(SignatureError):
        PublicKey(bytes.fromhex(PUBLIC)).check(signature[:32] + again, b"")


@pytest.mark.parametrize("sign", [0, 2**255])
@pytest.mark.parametrize("y", [1, PRIME - 1, 0, ORDER_8, PRIME - ORDER_8])
def test_a_key_for_which_anybody_can_sign_is_refused(y, sign):
    with pytest.raises(KeyFormError, match="small order"):
        PublicKey((y + sign).to_bytes(32, "little"))


def test_the_points_of_order_8_are_those_that_double_into_one_of_order_4():
    d = -121665 * pow(121666, -1, PRIME) % PRIME

    assert (d * pow(ORDER_8, 4, PRIME) + 2 * pow(ORDER_8, 2, PRIME)) % PRIME == 1


@pytest.mark.parametrize("y", [PRIME, PRIME + 1, 2**255 - 1])
def test_a_key_has_no_second_form(y):
    with pytest.raises(KeyFormError, match="not encoded"):
        PublicKey(y.to_bytes(32, "little"))


def test_only_32_bytes_are_a_key_or_a_seed():
    for kind in (PublicKey, PrivateKey):
        with pytest.raises(KeyFormError, match="32 bytes, not 31"):
            kind(bytes(31))


def test_a_private_key_does_not_show_its_seed():
    assert SEED.hex() not in repr(PrivateKey(SEED))
    assert str(SEED) not in repr(PrivateKey(SEED))


def test_keys_are_equal_when_their_bytes_are():
    raw = bytes.fromhex(PUBLIC)

    assert len({PublicKey(raw), PublicKey(raw), PrivateKey(bytes(32)).public}) == 2
    assert len(PublicKey(raw).id) == 64
