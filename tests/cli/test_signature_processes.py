import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

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


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_what_a_process_that_was_killed_had_to_check_is_checked_here():
    with signature_processes() as submit:
        submit(batch(600, set()))()
        for worker in children(os.getpid()):
            os.kill(worker, signal.SIGKILL)

        assert [submit(batch(600, {number}))() for number in range(5)] == [[number] for number in range(5)]


def test_where_no_process_may_be_started_signatures_are_checked_here(monkeypatch):
    def refuse(*_arguments, **_options):
        raise OSError("no semaphores")

    monkeypatch.setattr(ProcessPoolExecutor, "__init__", refuse)
    with signature_processes() as submit:
        assert submit(batch(600, {7}))() == [7]


WAITING = """
import sys, time
from test_signature_processes import batch
from servanda_cli.signature_processes import signature_processes
with signature_processes() as submit:
    submit(batch(600, set()))()
    print("checked", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_no_process_outlives_the_one_that_was_killed():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])}
    with subprocess.Popen([sys.executable, "-c", WAITING], env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"checked\n"
        workers = children(process.pid)
        process.kill()
    assert workers
    until = time.monotonic() + 10
    while any(alive(worker) for worker in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [worker for worker in workers if alive(worker)]


def children(parent):
    """Return the processes that another one started, as Linux lists them."""
    found = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [process for process in found if status(process)[1:2] == [str(parent)]]


def alive(process):
    return status(process)[:1] not in ([], ["Z"])


def status(process):
    """Return the state of a process and which started it; nothing where it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return []
