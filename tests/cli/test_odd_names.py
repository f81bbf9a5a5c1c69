"""Files may be called anything that a file system takes: what is written about them can be written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from servanda.text.loaders import load_bytes

SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run; run()"]
TEXT = (Path(__file__).parents[1] / "gold" / "communique-en.txt").read_bytes()
PLAN = Path(__file__).parents[2] / "plans" / "example"
NAMES = [
    b"no text \xff\xfe.txt",
    b"two\nlines.txt",
    b"\x1b[31mred.txt",
    "right \u202e to left.txt".encode(),
    b"[red].txt",
]


def start(*arguments):
    return subprocess.run([*SERVANDA, *arguments], capture_output=True, check=False, timeout=60)


@pytest.fixture(params=NAMES, ids=repr)
def path(request, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    path = os.path.join(os.fsencode(folder), request.param)  # noqa: PTH118 a Path of bytes there is none
    try:
        Path(os.fsdecode(path)).write_bytes(TEXT)
    except OSError:
        pytest.skip("this file system takes no such name")
    return path


@pytest.mark.parametrize("options", [("read",), ("compare", "--change", __file__)], ids=["read", "change"])
def test_a_document_may_have_any_name(path, options):
    other = Path(os.fsdecode(path)).parent.parent / "other.txt"
    other.write_bytes(TEXT)
    command, *rest = (str(other) if one == __file__ else one for one in options)
    done = start(command, *rest, path, "--format", "jsonl")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout
    assert all(json.loads(line) for line in done.stdout.splitlines())


@pytest.mark.parametrize("path", NAMES[:1], ids=repr, indirect=True)
def test_a_stream_may_hold_files_of_any_name(path, tmp_path):
    folder = Path(os.fsdecode(path)).parent
    (folder / os.fsdecode(os.path.basename(path).replace(b".txt", b" empty.txt"))).write_bytes(b"")  # noqa: PTH119 bytes
    done = start("monitor", folder, "--plan", PLAN, "--output", tmp_path / "found")

    assert done.returncode == 0, done.stderr
    log = json.loads((tmp_path / "found" / "search.json").read_bytes())
    assert (log["documents"], log["set_aside"]) == (2, 1)


def test_bytes_in_a_name_that_are_no_text_are_shown_by_their_numbers():
    assert load_bytes(TEXT, name="a\udcff.txt").name == "a\\udcff.txt"
