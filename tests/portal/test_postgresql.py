"""The portal on PostgreSQL: the same tables, the same pages, the same accounts."""

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SERVE = "from servanda_cli.main import run; run()"
ACCOUNTS = """
import django; django.setup()
from django.core.management import call_command
call_command("check", databases=["default"], fail_level="WARNING")
call_command("migrate", verbosity=0)
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
from django.db import IntegrityError, connection, transaction
from servanda_portal.accounts.models import User
from servanda_portal.operations.accounts import demonstration_account, invite
assert connection.vendor == "postgresql"
invite("Ana@example.org", "Ana Torres", "es")
assert invite("ana@EXAMPLE.org", "Ana", "es").pk == User.objects.get(email="ana@example.org").pk
demonstration_account("tarn", "Tarn")
try:
    with transaction.atomic():
        User.objects.create(email="ANA@example.org", display_name="Eve")
except IntegrityError as error:
    print("refused:", "one_account_an_address" in str(error))
"""


def environment(tmp_path, **more):
    return os.environ | {"SERVANDA_HOME": str(tmp_path), "SERVANDA_LOG": "json"} | more


def pages_of(tmp_path, folder, **more):
    """Serve a plan, and return its page, that of a commitment with its history, and that of a document."""
    command = [sys.executable, "-c", SERVE, "serve", "--plans", str(folder), "--port", "18100"]
    with subprocess.Popen(
        command, env=environment(tmp_path, **more), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            for line in server.stdout:
                if found := re.search(r"Servanda is at (http://127\.0\.0\.1:\d+/)", line):
                    with urllib.request.urlopen(f"{found[1]}readyz", timeout=20) as answer:  # noqa: S310 our own
                        assert answer.read() == b"ready\n"
                    pages = []
                    for page in ("", "commitments/R-1/", "documents/note/"):
                        with urllib.request.urlopen(f"{found[1]}en/plans/gauges/{page}", timeout=20) as answer:  # noqa: S310
                            pages.append(answer.read().decode())
                    return pages
            pytest.fail("the server ended without printing its address")
        finally:
            server.terminate()


def servanda(tmp_path, *arguments, **more):
    given = environment(tmp_path, **more)
    done = subprocess.run(
        [sys.executable, "-c", SERVE, *arguments], capture_output=True, text=True, check=False, env=given
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_a_portal_moves_from_a_file_to_a_server_by_its_backup_and_goes_on(postgresql, gauges, tmp_path):
    pages = pages_of(tmp_path / "file", gauges)
    assert "Plan of the two gauges" in pages[0]
    assert 'id="history"' in pages[1]
    servanda(tmp_path / "file", "invite", "ana@example.org", "--name", "Ana")
    servanda(tmp_path / "file", "backup", str(tmp_path / "backup"))
    told = servanda(tmp_path / "server", "restore", str(tmp_path / "backup"), SERVANDA_DATABASE=postgresql)
    assert "gauges: no fault" in told
    servanda(tmp_path / "server", "invite", "luc@example.org", "--name", "Luc", SERVANDA_DATABASE=postgresql)
    assert pages_of(tmp_path / "server", gauges, SERVANDA_DATABASE=postgresql) == pages


def test_the_tables_are_made_and_hold_their_rules(postgresql, tmp_path):
    given = environment(tmp_path, SERVANDA_DATABASE=postgresql)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ACCOUNTS], capture_output=True, text=True, check=False, env=given
    )
    assert done.returncode == 0, done.stderr
    assert "refused: True" in done.stdout


def test_the_operations_do_the_same(postgresql):
    given = {name: value for name, value in os.environ.items() if name != "SERVANDA_HOME"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", HERE / "test_operations.py"],
        capture_output=True,
        text=True,
        check=False,
        env=given | {"SERVANDA_DATABASE": postgresql},
    )
    assert done.returncode == 0, done.stdout
