import copy
import os
import stat
import subprocess
import sys

import msgspec
import pytest
import random_parts
from folders import exported
from random_registers import World

from servanda.ledger.checkpoint import open_checkpoint
from servanda.ledger.cosignature import CosignerKey
from servanda.record.witness import Fork, check_fork
from servanda.register.acts.founding import Cite
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda_cli.whole_files import write_folder

NAME = "witness.example/norland"


@pytest.fixture
def witness(tmp_path):
    """Run the witness's command in its own folder."""

    def run(folder, *arguments):
        command = [sys.executable, "-c", "from servanda_cli.main import run; run()", "witness", str(folder)]
        files = ["--key", tmp_path / "key", "--state", tmp_path / "seen.json"]
        return subprocess.run(
            [*command, *map(str, files), *arguments], capture_output=True, env=os.environ, check=False, timeout=60
        )

    return run


@pytest.fixture
def world():
    made = World(1, 0, observed=False)
    made.open()
    return made


def export(world, path):
    world.__dict__.pop("checkpoint", None)
    write_folder(path, ((name, [content]) for name, content in exported(world).items()))
    return path


def cite(world, identity):
    document = CitedDocument(identity, random_parts.words(world), "press", "somebody", "en")
    world.add(Cite(document), Author("reviewer", "NO"))


def test_a_witness_cosigns_what_it_sees_first_and_what_continues_it(world, witness, tmp_path):
    first = witness(export(world, tmp_path / "first"), "--make-key", NAME)
    cite(world, "d-1")
    second = witness(export(world, tmp_path / "second"))

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    key = CosignerKey.from_vkey(first.stderr.decode().splitlines()[0].rpartition(" ")[2])
    for done, size in ((first, len(world.leaves) - 1), (second, len(world.leaves))):
        signed = open_checkpoint(done.stdout, world.signer.key, [key])
        assert signed.checkpoint.size == size
        assert [one.witness for one in signed.cosignatures] == [NAME]
    assert f"{len(world.leaves)} entries continue the {len(world.leaves) - 1} seen before" in second.stderr.decode()


def test_the_key_is_its_owners_alone_and_never_overwritten(world, witness, tmp_path):
    folder = export(world, tmp_path / "first")
    witness(folder, "--make-key", NAME)
    key = (tmp_path / "key").read_bytes()

    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert witness(folder, "--make-key", NAME).returncode == 2
    assert (tmp_path / "key").read_bytes() == key


def test_a_key_that_is_not_there_is_told_with_what_makes_it(world, witness, tmp_path):
    told = witness(export(world, tmp_path / "export"))

    assert told.returncode == 2
    assert b"No such file or directory; make a key with --make-key NAME" in told.stderr


def test_no_key_is_made_for_what_is_no_ledger(witness, tmp_path):
    told = witness(tmp_path / "nowhere", "--make-key", NAME)

    assert told.returncode == 2
    assert not (tmp_path / "key").exists()


def test_a_fork_is_kept_as_evidence_and_not_cosigned(world, witness, tmp_path):
    other = copy.deepcopy(world)
    cite(world, "one-story")
    cite(other, "another-story")
    cite(other, "and-more")
    witness(export(world, tmp_path / "first"), "--make-key", NAME)
    seen = (tmp_path / "seen.json").read_bytes()

    done = witness(export(other, tmp_path / "fork"))

    assert (done.returncode, done.stdout) == (1, b"")
    assert (tmp_path / "seen.json").read_bytes() == seen
    fork = msgspec.json.decode((tmp_path / "seen.json.fork.json").read_bytes(), type=Fork)
    assert fork.first <= len(world.leaves) - 1 <= fork.last
    check_fork(fork, [world.signer.key])


def test_an_older_copy_is_not_cosigned_again(world, witness, tmp_path):
    older = export(world, tmp_path / "older")
    cite(world, "d-1")
    witness(export(world, tmp_path / "newer"), "--make-key", NAME)

    done = witness(older)

    assert (done.returncode, done.stdout) == (1, b"")
    assert "its end was cut off, or this is an older copy" in done.stderr.decode()
    assert not (tmp_path / "seen.json.fork.json").exists()


def test_an_unsigned_copy_is_no_evidence_of_a_fork(world, witness, tmp_path):
    """Anybody can make a folder that differs; only its keeper can sign one."""
    witness(export(world, tmp_path / "first"), "--make-key", NAME)
    folder = export(world, tmp_path / "changed")
    lines = (folder / "entries.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "entries.jsonl").write_bytes(b"".join([lines[0], b"{}\n", *lines[2:]]))

    assert witness(folder).returncode == 1
    assert not (tmp_path / "seen.json.fork.json").exists()
