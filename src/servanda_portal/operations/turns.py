"""Turns at writing: whoever waits longest writes next.

SQLite lets writers that wait try again after a pause, so that one of many may wait for ever and be told that the
database is locked. A lock on a file in the portal's folder queues them first. PostgreSQL queues by itself.
"""

import contextlib
import fcntl
from collections.abc import Iterator

from django.db import connection

from servanda_portal.home import home

_TABLES = 7_362_632  # the number of a lock that nothing else in this database takes


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """Wait for one's turn, and have it until the block ends.

    Inside a transaction there is nothing to wait for: it has the database already, and to wait with it would stop
    whoever has the turn.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with (home() / "turn").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # given back when the file is closed, also by a process that is killed
        yield


@contextlib.contextmanager
def turn_at_the_tables() -> Iterator[None]:
    """Have the tables to oneself until the block ends, to make or change them: commands may start at the same time."""
    with turn():
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_TABLES])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_TABLES])
