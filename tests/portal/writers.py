"""Processes that write into a portal of their own, what they were told is written, and what is there afterwards."""

import json
import os
import subprocess
import sys
from pathlib import Path

WRITING = [sys.executable, str(Path(__file__).with_name("writing.py"))]


def environment(home, database=""):
    """Give the environment of a portal with a home, and a database, of its own."""
    return os.environ | {
        "SERVANDA_HOME": str(home),
        "SERVANDA_DATABASE": database,
        "DJANGO_SETTINGS_MODULE": "servanda_portal.settings",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def founded(home, folder, database=""):
    """Found the register of a plan folder in a new portal, and give the portal's environment."""
    portal = environment(home, database)
    done = run(portal, "found", folder)
    assert done.returncode == 0, done.stderr
    return portal


def run(portal, *arguments, before=()):
    """Run the writing program in a portal, behind another program where one is given, to its end."""
    command = [*before, *WRITING, *map(str, arguments)]
    return subprocess.run(command, env=portal, capture_output=True, text=True, check=False)


def acknowledged(said):
    """Give what a writer was told is written, in its order: the number of an entry, and its document's id."""
    lines = [line for line in said.splitlines(keepends=True) if line.endswith("\n")]  # the last one may be cut
    return [(int(line.split()[0]), line.split()[1]) for line in lines]


def held(portal):
    """Have another process verify a portal and write once more, and give the document of each entry before that."""
    done = run(portal, "tell")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["faults"] == []
    return list(enumerate(told["documents"]))


def write_at_once(portal, seconds, processes=4):
    """Write by several processes, and show that no entry is lost, doubled or out of its writer's order."""
    names = [f"writer{number}" for number in range(processes)]
    running = [
        subprocess.Popen(
            [*WRITING, "write", name, str(seconds)],
            env=portal, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for name in names
    ]  # fmt: skip
    ended = [(process.communicate(), process.returncode) for process in running]
    for (_, errors), status in ended:
        assert (status, errors) == (0, ""), errors
    there = held(portal)
    for name, ((said, _), _) in zip(names, ended, strict=True):
        mine = acknowledged(said)
        assert mine, f"{name} wrote nothing"
        assert mine == [(number, document) for number, document in there if document.startswith(f"{name}-")]
