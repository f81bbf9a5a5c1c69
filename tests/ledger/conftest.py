"""Names and keys for tests: made from fixed seeds, so that every run signs the same bytes."""

import pytest

from servanda.ledger.keys import PrivateKey
from servanda.ledger.note_key import NoteSigner


@pytest.fixture(scope="session")
def operator():
    return NoteSigner("ledger.example/harbour-plan", PrivateKey(bytes(range(32))))


@pytest.fixture(scope="session")
def witness():
    return NoteSigner("witness.example/norland", PrivateKey(bytes(range(1, 33))))


@pytest.fixture(scope="session")
def altered():
    """Give every way of changing one byte of some bytes by one of its bits."""

    def every(data, bits=(0, 5, 7)):
        for place in range(len(data)):
            for bit in bits:
                yield bytes([*data[:place], data[place] ^ 1 << bit, *data[place + 1 :]])

    return every
