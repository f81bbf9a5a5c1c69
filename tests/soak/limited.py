"""Run ``servanda read`` as a process that the system ends when it takes more time or memory than it may."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from servanda.text.loaders import load_path
from servanda.text.loaders.formats import SUFFIXES

MEGABYTE = 2**20

# The limits. A file up to 2 MB is of the first kind, whatever is in it; a folder is many of them.
SECONDS = 60  # for one file
MEMORY = 1_024 * MEGABYTE  # of address space
SECONDS_FOR_A_FOLDER = 120
SECONDS_AT_THE_LIMIT = 300  # for a text of 50 MB, the most that is read
MEMORY_AT_THE_LIMIT = 4_096 * MEGABYTE
SECONDS_TO_REFUSE = 5

_PROGRAM = """
import resource, signal, sys
seconds, memory = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
signal.alarm(4 * seconds)  # a process that waits uses no processor; other work on the machine is allowed for
sys.argv[1:] = ["read", sys.argv[3], "--format", "jsonl"]
from servanda_cli.main import run
run()
"""


class Read(NamedTuple):
    """What a run left: its exit status, the lines of standard error, its readings, and what it took."""

    status: int
    errors: list[str]
    readings: list[dict[str, Any]]
    seconds: float
    megabytes: int


def read(path: Path, seconds: int = SECONDS, memory: int = MEMORY) -> Read:
    """Read a file or folder within limits."""
    out, err = path.parent / "out.jsonl", path.parent / "err.txt"
    with out.open("wb") as output, err.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(seconds), str(memory), str(path)], stdout=output, stderr=errors
        )
        _, waited, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(waited)
    with out.open("rb") as lines:
        readings = [json.loads(line) for line in lines]
    return Read(
        process.returncode,
        err.read_text(encoding="utf-8").splitlines(),
        readings,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss // 1024,
    )


def assert_read_or_refused(path: Path, done: Read) -> None:
    """Assert that every file ended in a reading whose spans cut, or in one line on standard error that names it."""
    assert done.status in {0, 2}, (done.status, done.seconds, done.megabytes, done.errors[-5:])
    assert (done.status == 2) == bool(done.errors)
    files = [file for file in sorted(path.iterdir()) if file.suffix in SUFFIXES] if path.is_dir() else [path]
    refused = {file for line in done.errors for file in files if f" {file}: " in f" {line}"}
    assert len(done.errors) == len(refused), done.errors
    assert len(done.readings) + len(refused) == len(files)
    read_files = [file for file in files if file not in refused]
    for file, reading in zip(read_files, done.readings, strict=True):
        assert reading["document"]["name"] == file.name
        assert_cut(load_path(file).text, reading)


def assert_cut(text: str, reading: dict[str, Any]) -> None:
    """Assert that whatever was read or left out stands in the text where it says, and that ids are unique."""
    for passage in (*reading["mentions"], *reading["excluded"]):
        assert passage["quote"]
        assert text[passage["start"] : passage["end"]] == passage["quote"], passage
    ids = [mention["id"] for mention in reading["mentions"]]
    assert len(ids) == len(set(ids))
    assert all(0 <= issue["start"] <= issue["end"] <= len(text) for issue in reading["issues"])
