"""Several processes write into one register at once, for a short while; a minute in tests/soak."""

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


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_four_processes_lose_double_and_reorder_nothing(database, gauges, tmp_path, request):
    address = "" if database == "sqlite" else request.getfixturevalue("postgresql")
    writers.write_at_once(writers.founded(tmp_path / "home", gauges, address), SECONDS)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_backup_is_of_one_moment_and_keeps_nobody_from_writing(database, gauges, tmp_path, request):
    address = "" if database == "sqlite" else request.getfixturevalue("postgresql")
    portal = writers.founded(tmp_path / "home", gauges, address)
    command = [sys.executable, "-c", WHILE_BACKING_UP, *writers.WRITING, "write", "meanwhile", "60", "2"]
    done = subprocess.run(command, env=portal, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "meanwhile-1" in {document for _, document in writers.held(portal)}
