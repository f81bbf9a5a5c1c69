"""Every system call of writing a file or a folder fails once, and once kills: what is there is whole."""

import shutil
import subprocess
import sys

import pytest

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed: no call can be made to fail"),
]

CALLS = ["mkdir", "chmod", "fchmod", "write", "fsync", "rename"]
FOLDER = """
import sys; from pathlib import Path; from servanda_cli.whole_files import write_folder
write_folder(Path(sys.argv[1]), [("entries.jsonl", [b"1" * 100_000, b"2" * 100_000]), ("keys/checkpoint", [b"3"])])
"""
FILE = """
import sys; from pathlib import Path; from servanda_cli.whole_files import write_file
write_file(Path(sys.argv[1]), b"after" * 50_000)
"""
WHOLE = {"entries.jsonl": b"1" * 100_000 + b"2" * 100_000, "keys/checkpoint": b"3"}


def injected(program, target, call, fault, when):
    """Run a program in which one call, counted from 1, meets a fault. Return its status, and whether the call came."""
    log = target.parent / "log"
    inject = ["strace", "-f", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"]
    done = subprocess.run(
        [*inject, sys.executable, "-c", program, target], capture_output=True, check=False, timeout=60
    )
    return done.returncode, "INJECTED" in log.read_text() or "killed by" in log.read_text()


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("fault", ["error=EIO", "error=ENOSPC", "signal=KILL"])
@pytest.mark.parametrize("call", CALLS)
def test_a_folder_is_whole_or_not_there_whatever_call_fails(tmp_path, call, fault):
    for when in range(1, 30):
        target = tmp_path / str(when) / "export"
        target.parent.mkdir()
        status, came = injected(FOLDER, target, call, fault, when)
        assert status == 0 or came
        if target.exists():
            assert content(target) == WHOLE
        else:
            assert status != 0
            subprocess.run([sys.executable, "-c", FOLDER, target], check=True)
            assert content(target) == WHOLE
        if not came:
            return
    pytest.fail(f"more {call} than were counted on")


@pytest.mark.parametrize("fault", ["error=EIO", "error=ENOSPC", "signal=KILL"])
@pytest.mark.parametrize("call", CALLS)
def test_a_file_is_the_one_before_or_the_one_after_whatever_call_fails(tmp_path, call, fault):
    for when in range(1, 30):
        target = tmp_path / str(when) / "trust.json"
        target.parent.mkdir()
        target.write_bytes(b"before")
        status, came = injected(FILE, target, call, fault, when)
        assert status == 0 or came
        assert target.read_bytes() in ({b"after" * 50_000} if status == 0 else {b"before", b"after" * 50_000})
        if not came:
            return
    pytest.fail(f"more {call} than were counted on")
