"""Backup, restore, rebuild and verifying the portal, each in a home of its own, as an operator runs them."""

import hashlib
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from servanda.record.exported import ExportVerification

PLANS = Path(__file__).parents[2] / "plans"
FOUND = """
import sys
from pathlib import Path
from servanda_portal.commands.starting import start
start()
from servanda_portal.operations.load_plan import load_plan
load_plan(Path(sys.argv[1]))
"""


def run(home, *command):
    environment = {**os.environ, "SERVANDA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "servanda_portal.settings"}
    return subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)


def servanda(home, *arguments):
    return run(home, str(Path(sys.executable).with_name("servanda")), *arguments)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    founded = run(folder, "-c", FOUND, str(PLANS / "example"))
    assert founded.returncode == 0, founded.stderr
    return folder


def test_a_home_without_a_register_is_not_backed_up(tmp_path):
    """A mistyped SERVANDA_HOME must not make every backup an empty one."""
    done = servanda(tmp_path / "mistyped", "backup", str(tmp_path / "copy"))
    assert done.returncode == 2
    assert "servanda backup: no register is here, in" in done.stderr
    assert str(tmp_path / "mistyped") in done.stderr
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("command", ["rebuild", "verify-portal"])
def test_where_there_is_no_register_a_command_says_so(command, tmp_path):
    done = servanda(tmp_path / "mistyped", command)
    assert f"No register is here, in {tmp_path / 'mistyped'}" in done.stderr.replace("\n", "")


def test_a_backup_restores_into_an_empty_portal_and_proves_itself(home, tmp_path):
    backup, other = tmp_path / "backup", tmp_path / "other"
    (home / "keys" / ".half-written").write_text("what a killed process left")
    assert servanda(home, "backup", str(backup)).returncode == 0
    assert backup.stat().st_mode & 0o077 == 0
    assert not (backup / "keys" / ".half-written").exists()
    restored = servanda(other, "restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    assert "no fault" in restored.stderr
    again = tmp_path / "again"
    assert servanda(other, "backup", str(again)).returncode == 0
    assert (again / "rows.jsonl").read_bytes() == (backup / "rows.jsonl").read_bytes()


def test_moments_come_back_to_the_microsecond(home, tmp_path):
    joined = "2026-01-02 10:00:00.000123"
    with sqlite3.connect(home / "servanda.sqlite3") as database:
        database.execute("UPDATE accounts_user SET date_joined = ?", (joined,))
    assert servanda(home, "backup", str(tmp_path / "backup")).returncode == 0
    assert servanda(tmp_path / "other", "restore", str(tmp_path / "backup")).returncode == 0
    with sqlite3.connect(tmp_path / "other" / "servanda.sqlite3") as database:
        assert database.execute("SELECT DISTINCT date_joined FROM accounts_user").fetchall() == [(joined,)]


def test_a_backup_is_restored_into_no_portal_that_has_a_ledger(home, tmp_path):
    assert servanda(home, "backup", str(tmp_path / "backup")).returncode == 0
    refused = servanda(home, "restore", str(tmp_path / "backup"))
    assert refused.returncode == 2
    assert "restore into an empty one" in refused.stderr


def test_a_folder_that_is_no_backup_or_one_that_is_damaged_changes_nothing(home, tmp_path):
    assert servanda(tmp_path / "empty", "restore", str(tmp_path)).returncode == 2
    backup = tmp_path / "backup"
    assert servanda(home, "backup", str(backup)).returncode == 0
    rows = (backup / "rows.jsonl").read_bytes()
    key = min(path.relative_to(backup).as_posix() for path in (backup / "keys").rglob("*") if path.is_file())
    for name, content, words in (
        ("rows.jsonl", rows[:-200], "rows.jsonl: not as it was backed up"),
        ("rows.jsonl", b"".join(rows.splitlines(keepends=True)[:-1]), "rows.jsonl: not as it was backed up"),
        (key, None, f"{key}: the file is missing"),
        ("SHA256SUMS", None, "nothing says whether the backup is whole"),
        ("SHA256SUMS", b"\xff", "not what servanda backup writes"),
        ("SHA256SUMS", b"", "does not name rows.jsonl"),
    ):
        damaged = shutil.copytree(backup, tmp_path / "damaged", dirs_exist_ok=True)
        (damaged / name).unlink() if content is None else (damaged / name).write_bytes(content)
        refused = servanda(tmp_path / "other", "restore", str(damaged))
        assert refused.returncode == 2, refused.stderr
        assert words in refused.stderr
    assert "Restored: merle-2024-2027" in servanda(tmp_path / "other", "restore", str(backup)).stderr


def test_the_sums_of_an_earlier_backup_are_made_as_the_refusal_says(home, tmp_path):
    backup = tmp_path / "backup"
    assert servanda(home, "backup", str(backup)).returncode == 0
    (backup / "SHA256SUMS").unlink()
    told = servanda(tmp_path / "other", "restore", str(backup)).stderr
    subprocess.run(told.partition("run in it: ")[2], shell=True, cwd=backup, check=True)  # noqa: S602 as we say it
    restored = servanda(tmp_path / "other", "restore", str(backup))
    assert restored.returncode == 0, restored.stderr


def test_sums_that_hold_do_not_make_rows_of_what_is_none(home, tmp_path):
    backup = tmp_path / "backup"
    assert servanda(home, "backup", str(backup)).returncode == 0
    (backup / "rows.jsonl").write_bytes(b"1\n")
    (backup / "SHA256SUMS").write_bytes(f"{hashlib.sha256(b'1' + bytes([10])).hexdigest()}  rows.jsonl\n".encode())
    refused = servanda(tmp_path / "other", "restore", str(backup))
    assert refused.returncode == 2, refused.stderr
    assert "not what servanda backup writes" in refused.stderr


def test_a_backup_writes_over_nothing(home, tmp_path):
    (tmp_path / "there").mkdir()
    refused = servanda(home, "backup", str(tmp_path / "there"))
    assert refused.returncode == 2
    assert "is there already" in refused.stderr


def test_a_record_changed_behind_the_ledger_is_found_and_rebuilt(home, tmp_path):
    assert servanda(home, "backup", str(tmp_path / "backup")).returncode == 0
    other = tmp_path / "other"
    assert servanda(other, "restore", str(tmp_path / "backup")).returncode == 0
    with sqlite3.connect(other / "servanda.sqlite3") as database:
        database.execute("UPDATE register_record SET visible_to = 'public' WHERE kind = 'commitment' AND key = 'W11'")
    found = servanda(other, "verify-portal")
    assert found.returncode == 1
    assert "commitment W11" in found.stdout
    assert servanda(other, "rebuild").returncode == 0
    assert servanda(other, "verify-portal").returncode == 0


def test_an_entry_changed_in_the_database_is_found(home, tmp_path):
    assert servanda(home, "backup", str(tmp_path / "backup")).returncode == 0
    other = tmp_path / "other"
    assert servanda(other, "restore", str(tmp_path / "backup")).returncode == 0
    with sqlite3.connect(other / "servanda.sqlite3") as database:
        database.execute("DROP TRIGGER entries_entry_no_update")
        (leaf,) = database.execute("SELECT leaf FROM entries_entry WHERE number = 200").fetchone()
        database.execute("UPDATE entries_entry SET leaf = ? WHERE number = 200", (leaf.replace(b"a", b"b", 1),))
    found = servanda(other, "verify-portal")
    assert found.returncode == 1
    assert "entry 200" in found.stdout


@pytest.mark.django_db
def test_the_ledger_of_the_portal_is_exported_and_anybody_can_verify_it(client):
    answer = client.get("/en/plans/merle-2024-2027/ledger/export.zip")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as folder:
        files = {name.rpartition("/")[2]: folder.read(name).splitlines(keepends=True) for name in folder.namelist()}
    verification = ExportVerification(files.get)
    assert not list(verification.faults())
    assert verification.ledger.size > 300
    assert verification.ledger.hidden
