import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.ledger.errors import LedgerError
from servanda.ledger.salted import check_body, salted_digest

SALTS = st.binary(min_size=32, max_size=32)


@given(st.binary(), SALTS)
def test_a_body_is_known_by_its_digest(body, salt):
    check_body(body, salt, salted_digest(body, salt))


@given(st.binary(), st.binary(), SALTS, SALTS)
def test_no_other_body_or_salt_has_the_digest(body, other, salt, other_salt):
    for pair in ((other, salt), (body, other_salt)):
        if pair != (body, salt):
            with pytest.raises(LedgerError, match="not the one that was recorded"):
                check_body(*pair, salted_digest(body, salt))


def test_salt_and_body_cannot_trade_bytes():
    salt = bytes(range(32))
    for moved in (salt[:-1], salt + b"b"):
        with pytest.raises(LedgerError, match="32 bytes"):
            salted_digest(b"body", moved)


def test_the_digest_is_plain_sha_256_over_salt_and_body():
    # sha256sum of 32 zero bytes and "body".
    assert salted_digest(b"body", bytes(32)) == "818aaa5975b4a596522fed86d4fdf5da2edcb24507f3c07bee5849765a8a21d7"
