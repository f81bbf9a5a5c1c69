import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from folders import exported
from random_registers import World

from servanda.record.export import ENTRIES, SUMS
from servanda.record.fault import Fault, FaultCode
from servanda_cli.fault_words import _WORDS, told
from servanda_cli.whole_files import write_folder

SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run; run()"]


def servanda(*arguments):
    return subprocess.run(
        [*SERVANDA, *map(str, arguments)],
        capture_output=True,
        env=os.environ | {"COLUMNS": "200"},
        check=False,
        timeout=60,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def world():
    return next(w for w in (World(seed, 60) for seed in range(100)) if w.state.is_open and w.bodies)


@pytest.fixture
def folder(world, tmp_path):
    write(tmp_path / "export", world)
    return tmp_path / "export"


def write(path, world):
    write_folder(path, ((name, [content]) for name, content in exported(world).items()))


def test_a_folder_without_fault_is_told_with_what_cannot_be_excluded(world, folder):
    done = servanda("verify", folder)

    assert (done.returncode, done.stderr) == (0, "")
    first, hidden, cannot = done.stdout.splitlines()
    assert first == f"{len(world.leaves)} entries: no fault."
    assert "not everybody may see" in hidden
    assert "nobody can exclude that the whole register was replaced" in cannot


def test_each_fault_is_one_line_that_says_where_and_what_it_means(folder):
    lines = (folder / ENTRIES).read_bytes().splitlines(keepends=True)
    (folder / ENTRIES).write_bytes(b"".join([*lines[:3], b"\n", *lines[4:]]))

    done = servanda("verify", folder)

    assert done.returncode == 1
    first, *_ = done.stdout.splitlines()
    assert first.startswith("entry 3: the bytes are in no one form")
    assert first.endswith("it was changed after it was signed, or never written by Servanda")


def test_json_holds_the_faults_with_their_words(folder):
    (folder / SUMS).write_bytes(b"")

    done = servanda("verify", folder, "--format", "json")

    told_so = json.loads(done.stdout)
    assert done.returncode == 1
    assert [fault["code"] for fault in told_so["faults"]] == ["file_changed"] * 5
    assert told_so["trusted"] is False


def test_what_was_trusted_finds_a_shorter_copy(world, folder, tmp_path):
    trust = tmp_path / "trust.json"
    assert servanda("verify", folder, "--write-trust", trust).returncode == 0
    before = World(0, 0)
    before.leaves, before.bodies, before.names = world.leaves[:-1], {}, []
    before.checkpoint = world.checkpoint_at(len(world.leaves) - 1)
    write(tmp_path / "shorter", before)

    assert "cannot exclude" not in servanda("verify", folder, "--trust", trust).stdout
    shorter = servanda("verify", tmp_path / "shorter", "--trust", trust)
    assert shorter.returncode == 1
    assert f"ledger: you have seen {len(world.leaves)} entries, here are {len(world.leaves) - 1}" in shorter.stdout
    assert servanda("verify", tmp_path / "shorter").returncode == 0


def test_nothing_is_trusted_that_has_a_fault(folder, tmp_path):
    (folder / SUMS).unlink()

    done = servanda("verify", folder, "--write-trust", tmp_path / "trust.json")

    assert done.returncode == 1
    assert not (tmp_path / "trust.json").exists()
    assert "was not written" in done.stderr


@pytest.mark.parametrize("arguments", [["nowhere"], ["."], ["/dev/zero"], ["{export}", "--trust", "nothing.json"]])
def test_what_cannot_be_read_is_wrong_use(folder, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    done = servanda("verify", *(each.format(export=folder) for each in arguments))

    assert done.returncode == 2
    assert "Error: Invalid value" in done.stderr


@pytest.mark.parametrize(
    ("given", "told_so"),
    [
        ("nowhere", "there is no such file or folder; check the path"),
        (
            "empty",
            "no exported ledger is in there (no entries.jsonl); take the register's zip file from its page Ledger",
        ),
        ("broken.zip", "no folder and no zip file; take the register's zip file from its page Ledger"),
    ],
)
def test_what_is_no_exported_ledger_is_told_with_what_to_do(given, told_so, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.zip").write_bytes(b"PK but no more")

    done = servanda("verify", given)

    assert done.returncode == 2
    assert f"{given}: {told_so}" in done.stderr


@pytest.mark.parametrize(
    ("content", "told_so"),
    [
        (None, "trust.json: No such file or directory; check the path"),
        (b"", "trust.json: holds nothing to know a register by ("),
        (b"{bad", "trust.json: holds nothing to know a register by ("),
        (b'{"a": 1}', "trust.json: holds nothing to know a register by ("),
    ],
)
def test_what_is_no_trust_is_told_with_what_to_do(folder, content, told_so, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if content is not None:
        (tmp_path / "trust.json").write_bytes(content)

    done = servanda("verify", folder, "--trust", "trust.json")

    assert done.returncode == 2
    assert told_so in done.stderr
    assert "Errno" not in done.stderr


def test_whoever_keeps_what_to_trust_is_told_where_it_is_and_not_to_keep_it(folder, tmp_path):
    done = servanda("verify", folder, "--write-trust", tmp_path / "trust.json")

    *_, cannot, kept = done.stdout.splitlines()
    assert cannot.endswith("cut off at its end.")
    assert kept == f"What identifies it is kept: verify later copies with --trust {tmp_path / 'trust.json'}"


def test_the_zip_file_of_a_portal_is_verified_as_it_is(folder, tmp_path):
    whole = Path(shutil.make_archive(tmp_path / "export", "zip", tmp_path, "export"))
    (folder / SUMS).unlink()
    broken = Path(shutil.make_archive(tmp_path / "broken", "zip", folder))

    assert servanda("verify", whole).returncode == 0
    assert "SHA256SUMS is missing" in servanda("verify", broken).stdout
    whole.write_bytes(whole.read_bytes().replace(b"PK\x01\x02", b"PK\x09\x09"))
    assert servanda("verify", whole).returncode == 2


def test_every_fault_has_its_words():
    assert set(_WORDS) == set(get_args(FaultCode))


def test_a_fault_is_one_line_whatever_it_is_about():
    about = {"why": "one\nline\x1b[31m and\u2028another", "line": "3"}

    assert told(Fault("body_unreadable", None, about)).startswith(
        "bodies.jsonl: line 3 holds no content (one line [31m an"
    )


def test_verifying_needs_no_portal(folder):
    """Where Django is not installed the command is the same."""
    blocked = "import sys; sys.modules['django'] = None; " + SERVANDA[2].replace("run()", "app()").replace(
        "run;", "app;"
    )
    done = subprocess.run(
        [sys.executable, "-c", blocked, "verify", folder], capture_output=True, check=False, timeout=60
    )

    assert done.returncode == 0, done.stderr
