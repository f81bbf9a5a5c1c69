from servanda.ledger.keys import PrivateKey
from servanda.record.signatures import Signed, failures
from servanda_cli.signature_processes import signature_processes

KEY = PrivateKey(bytes(range(32)))
RIGHT = KEY.sign(b"said")


def batch(size, wrong):
    return [Signed(at, KEY.public.raw, RIGHT, b"not said" if at in wrong else b"said") for at in range(size)]


def test_processes_find_the_signatures_that_do_not_hold():
    with signature_processes() as submit:
        many, few = submit(batch(600, {7, 599})), submit(batch(3, {1}))

        assert (many(), few()) == ([7, 599], [1])


def test_a_signature_under_a_key_that_is_none_does_not_hold():
    assert failures([Signed(0, b"short", RIGHT, b"said"), Signed(1, bytes(32), RIGHT, b"said")]) == [0, 1]
    assert failures([Signed(0, KEY.public.raw, b"", b"said")]) == [0]
