"""Commands that start at the same time."""

import os
import subprocess
import sys

import pytest

SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run; run()"]


def at_once(count, environment):
    started = [
        subprocess.Popen([*SERVANDA, "verify-portal"], env={**os.environ, **environment}, stderr=subprocess.PIPE)
        for _ in range(count)
    ]
    return [process.communicate(timeout=120)[1] for process in started], [process.returncode for process in started]


def test_the_first_commands_of_a_portal_may_start_at_once(tmp_path):
    told, ended = at_once(3, {"SERVANDA_HOME": str(tmp_path), "SERVANDA_DATABASE": ""})

    assert ended == [0] * 3
    assert all(said.startswith(b"No register is here") and said.count(b"\n") == 1 for said in told)


@pytest.mark.soak
def test_on_postgresql_they_may_too(tmp_path, postgresql):
    told, ended = at_once(3, {"SERVANDA_HOME": str(tmp_path), "SERVANDA_DATABASE": postgresql})

    assert ended == [0] * 3
    assert all(said.startswith(b"No register is here") and said.count(b"\n") == 1 for said in told)
