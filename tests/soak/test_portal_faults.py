"""Every system call by which a portal stores something fails once, and once kills: nothing acknowledged is lost.

After each fault the portal is started again, without a hand: it verifies, what it holds is whole, and it goes on.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import writers
from tiny_plan import tiny_plan, write_plan

pytestmark = pytest.mark.soak
needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed: no call can be made to fail (apt-get install it)"
)

SERVANDA = Path(sys.executable).with_name("servanda")
FAULTS = ["error=EIO", "error=ENOSPC", "signal=KILL"]
DATABASE = ["pwrite64", "fsync", "fdatasync", "ftruncate", "unlink"]  # by which SQLite writes
FILES = ["write", "fsync", "rename", "mkdir"]  # by which we do
MOST = 400  # calls of a kind that no run comes near


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return write_plan(tmp_path_factory.mktemp("plans") / "gauges", tiny_plan())


@pytest.fixture(scope="module")
def kept(plan, tmp_path_factory):
    """Found a portal and write a little; it is copied for each fault."""
    home = tmp_path_factory.mktemp("kept") / "home"
    portal = writers.founded(home, plan)
    assert writers.run(portal, "write", "kept", 60, 4).returncode == 0
    return home


def injecting(call, fault, when, log):
    """Give the program before which a command is written so that one of its calls, counted from 1, meets a fault."""
    filtered = ["-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"]
    return ["strace", "-f", "-o", str(log), *filtered]


def came(log):
    text = log.read_text()
    return "INJECTED" in text or "killed by" in text


def portal_command(portal, *arguments, before=()):
    command = [*before, str(SERVANDA), *map(str, arguments)]
    return subprocess.run(command, env=portal, capture_output=True, text=True, check=False)


def each_call(call, fault, folder):
    """Give, for each call in its turn, a folder of its own and what stands before the command; end after the last."""
    for when in range(1, MOST):
        here = folder / str(when)
        here.mkdir()
        log = here / "log"
        yield here, injecting(call, fault, when, log)
        if not came(log):
            return
        shutil.rmtree(here)
    pytest.fail(f"more {call} than were counted on")


def shows_all(portal, said):
    """Show that a portal verifies and goes on, and holds each append that was acknowledged, and no half of another."""
    there = writers.held(portal)
    assert set(writers.acknowledged(said)) <= set(there)
    documents = [document for _, document in there]
    assert documents.count("new-11") in {0, 2}, "half of an append is there"
    return documents


@needs_strace
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", DATABASE)
def test_an_append_is_whole_or_not_there_whatever_call_fails(kept, tmp_path, call, fault):
    """An append of two entries, the second of which puts the first right, for the parties alone."""
    for here, before in each_call(call, fault, tmp_path):
        portal = writers.environment(shutil.copytree(kept, here / "home"))
        done = writers.run(portal, "write", "new", 60, 1, 11, before=before)
        documents = shows_all(portal, done.stdout)
        assert done.returncode != 0 or documents.count("new-11") == 2


@needs_strace
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", [*FILES, *DATABASE])
def test_a_backup_is_whole_or_not_there_whatever_call_fails(kept, tmp_path, call, fault):
    portal = writers.environment(shutil.copytree(kept, tmp_path / "home"))
    whole = tmp_path / "whole"
    assert portal_command(portal, "backup", whole).returncode == 0
    for here, before in each_call(call, fault, tmp_path):
        done = portal_command(portal, "backup", here / "backup", before=before)
        if (here / "backup").exists():
            assert content(here / "backup") == content(whole)
        else:
            assert done.returncode != 0
    assert portal_command(portal, "verify-portal").returncode == 0


@needs_strace
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", [*FILES, *DATABASE])
def test_a_restore_is_whole_or_can_be_done_again_whatever_call_fails(kept, tmp_path, call, fault):
    backup, empty = tmp_path / "backup", tmp_path / "empty"
    assert portal_command(writers.environment(kept), "backup", backup).returncode == 0
    assert portal_command(writers.environment(empty), "verify-portal").returncode == 0
    for here, before in each_call(call, fault, tmp_path):
        portal = writers.environment(shutil.copytree(empty, here / "home"))
        done = portal_command(portal, "restore", backup, before=before)
        if done.returncode != 0:
            again = portal_command(portal, "restore", backup)
            assert again.returncode == 0 or "this portal has ledgers" in again.stderr, again.stderr
        assert portal_command(portal, "verify-portal").returncode == 0
        assert content(here / "home" / "keys") == content(backup / "keys")
        assert "kept-3" in shows_all(portal, "")


@needs_strace
@pytest.mark.parametrize("call", ["sendto", "recvfrom"])
def test_an_append_on_postgresql_is_whole_or_not_there_wherever_its_process_is_killed(plan, postgresql, tmp_path, call):
    portal = writers.founded(tmp_path / "home", plan, postgresql)
    for turn, (_, before) in enumerate(each_call(call, "signal=KILL", tmp_path)):
        done = writers.run(portal, "write", f"turn{turn}", 60, 1, before=before)
        there = writers.held(portal)
        assert set(writers.acknowledged(done.stdout)) <= set(there)


def test_what_postgresql_acknowledged_survives_that_its_processes_are_killed(plan, postgresql, tmp_path):
    """The server recovers by itself; writers that it dropped are started again."""
    psycopg = pytest.importorskip("psycopg")
    portal = writers.founded(tmp_path / "home", plan, postgresql)
    for turn in range(12):
        with subprocess.Popen(
            [*writers.WRITING, "write", f"turn{turn}", "60"], env=portal, stdout=subprocess.PIPE, text=True
        ) as process:
            said = [process.stdout.readline() for _ in range(turn + 1)]
            kill_all_processes(psycopg, postgresql)
            said.append(process.communicate()[0])
            assert process.returncode != 0
        assert set(writers.acknowledged("".join(said))) <= set(writers.held(portal))


def kill_all_processes(psycopg, address):
    """Kill the processes that serve a database, and wait until the server has noticed and recovered."""
    others = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with contextlib.suppress(psycopg.OperationalError), psycopg.connect(address, autocommit=True) as connection:
        for (pid,) in connection.execute(others).fetchall():
            os.kill(pid, signal.SIGKILL)
        while connection.execute("SELECT 1"):
            time.sleep(0.02)
    for _ in range(300):
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(address).close()
            return
        time.sleep(0.1)
    pytest.fail("PostgreSQL did not recover")


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_four_processes_write_for_a_minute(database, plan, tmp_path, request):
    address = "" if database == "sqlite" else request.getfixturevalue("postgresql")
    writers.write_at_once(writers.founded(tmp_path / "home", plan, address), 60)


def content(folder):
    """Give the files of a folder, but for those that a killed process was still writing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
