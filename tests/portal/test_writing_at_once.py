"""Several processes write into one register at once, for a short while; a minute in tests/soak."""

import os
import subprocess
import sys

import pytest
import writers

SECONDS = 2
WHILE_BACKING_UP = """
import json, subprocess, sys
import django; django.setup()
from servanda_portal.operations.backup import backup
_, rows = next(files := backup())
first = next(rows)
subprocess.run(sys.argv[1:], check=True, timeout=15)
rows = [json.loads(row) for row in (first, *rows)]
assert rows[0]["fields"]["size"] == sum(row["model"] == "entries.entry" for row in rows)
"""


@pytest.fixture
def portal(gauges, tmp_path, request):
    """Found a portal of its own; on PostgreSQL where the tests are run on it."""
    database = request.getfixturevalue("postgresql") if os.environ.get("SERVANDA_DATABASE") else ""
    return writers.founded(tmp_path / "home", gauges, database)


def test_four_processes_lose_double_and_reorder_nothing(portal):
    writers.write_at_once(portal, SECONDS)


def test_a_backup_is_of_one_moment_and_keeps_nobody_from_writing(portal):
    command = [sys.executable, "-c", WHILE_BACKING_UP, *writers.WRITING, "write", "meanwhile", "60", "2"]
    done = subprocess.run(command, env=portal, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "meanwhile-1" in {document for _, document in writers.held(portal)}
