import fcntl
from types import SimpleNamespace

import pytest
from django.db import connection, transaction

from servanda_portal.home import home
from servanda_portal.operations import turns


def is_taken():
    with (home() / "turn").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def test_one_writer_at_a_time_has_the_turn_and_gives_it_back(monkeypatch):
    monkeypatch.setattr(turns, "connection", SimpleNamespace(vendor="sqlite", in_atomic_block=False))
    with turns.turn():
        assert is_taken()
    assert not is_taken()


@pytest.mark.django_db
def test_who_has_the_database_already_does_not_wait_for_who_has_the_turn():
    with (home() / "turn").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with transaction.atomic(), turns.turn():
            assert connection.in_atomic_block
