"""The same scan on a local Ray cluster, one of whose workers is killed on the way."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PLAN = Path(__file__).parents[2] / "plans" / "example"
BEARING = "Norland and Sudria opened the joint flood forecasting centre at Pontmerle on Tuesday, the ministry said."
SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run\nif __name__ == '__main__': run()"]


# Looked for and not imported: Ray puts packages of its own before everybody's, and later tests would meet those.
HAS_RAY = importlib.util.find_spec("ray") is not None


def start(*arguments):
    environment = {**os.environ, "SERVANDA_MONITOR_BLOCK": "20000", "RAY_DISABLE_DASHBOARD": "1"}
    return subprocess.Popen(
        [*SERVANDA, "monitor", *map(str, arguments)], stderr=subprocess.PIPE, text=True, env=environment
    )


def workers(parent):
    """Return the processes of Ray that judge, by what they call themselves."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_text()
                owner = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, ValueError):
                continue
            if words.startswith("ray::_judge") and _descends(owner, parent):
                found.append(int(folder.name))
    return found


def _descends(process, ancestor):
    while process > 1:
        if process == ancestor:
            return True
        try:
            process = int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            return False
    return False


def test_looking_for_ray_loads_none_of_it():
    assert "ray" not in sys.modules


@pytest.mark.soak
@pytest.mark.skipif(not HAS_RAY, reason="Ray is not installed")
def test_a_cluster_that_loses_a_worker_gives_what_one_machine_gives(tmp_path):
    stream = tmp_path / "news.jsonl"
    with stream.open("w", encoding="utf-8") as file:
        for number in range(6000):
            text = f"{BEARING} Item {number}." if number % 3 == 0 else "A baker has sold his shop."
            file.write(json.dumps({"id": number, "text": text, "language": "en", "date": "2025-06-28"}) + "\n")
    one = start(stream, "--plan", PLAN, "--output", tmp_path / "one")
    _, told = one.communicate(timeout=300)
    assert one.returncode == 0, told

    cluster = start(stream, "--plan", PLAN, "--output", tmp_path / "cluster", "--engine", "ray")
    killed = 0
    while cluster.poll() is None:
        if not killed and (running := workers(cluster.pid)):
            os.kill(running[0], signal.SIGKILL)
            killed += 1
        time.sleep(0.01)
    _, told = cluster.communicate(timeout=300)

    assert cluster.returncode == 0, told
    assert killed == 1
    for name in ("candidates.jsonl", "search.json"):
        assert (tmp_path / "cluster" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()
