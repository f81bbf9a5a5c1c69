"""An exported ledger is checked with programs that others wrote, from nothing but its files."""

import base64
import json

import pytest
from folders import exported
from random_registers import World

from servanda.ledger.keys import PublicKey
from servanda.ledger.merkle import leaf_hash
from servanda.ledger.note_key import NoteKey
from servanda.ledger.tree import Tree


@pytest.fixture(scope="module")
def world():
    return next(w for w in (World(seed, 60) for seed in range(100)) if w.state.is_open and w.bodies)


@pytest.fixture(scope="module")
def folder(world):
    return exported(world)


@pytest.fixture(scope="module")
def first_act(folder):
    """Give the first act as anybody reads it who knows DSSE and JSON: it holds the keys that sign from there on."""
    envelope = json.loads(folder["entries.jsonl"].splitlines()[0])
    return json.loads(base64.b64decode(envelope["payload"]))["act"]


def key_of(act, holder):
    (key,) = (each for each in act["keys"] if each["holder"] == holder)
    return key


def text(data):
    return base64.b64encode(data).decode()


def proof(hashes):
    return [text(each) for each in hashes]


def changed(data):
    return data[:40] + bytes([data[40] ^ 1]) + data[41:]


def test_go_opens_the_checkpoint_with_the_key_of_the_first_entry(go, folder, first_act, world):
    origin = folder["checkpoint"].decode().splitlines()[0]
    public = PublicKey(base64.b64decode(key_of(first_act, world.founder.holder)["public"]))
    keys = [NoteKey(origin, public).vkey]

    right, wrong = go(
        {"do": "open", "note": folder["checkpoint"].decode(), "keys": keys},
        {
            "do": "open",
            "note": folder["checkpoint"].decode().replace(f"\n{len(world.leaves)}\n", "\n1\n"),
            "keys": keys,
        },
    )

    assert right["accepted"]
    assert right["names"] == [origin]
    assert not wrong["accepted"]


def test_go_finds_every_entry_in_the_tree_and_no_changed_one(go, folder):
    leaves = folder["entries.jsonl"].splitlines()
    root = base64.b64decode(folder["checkpoint"].splitlines()[2])
    tree = Tree(map(leaf_hash, leaves))

    def asked(leaf, index):
        return {
            "do": "inclusion",
            "leaf": text(leaf),
            "index": index,
            "second": len(leaves),
            "secondroot": text(root),
            "inclusion": proof(tree.inclusion_proof(index)),
        }

    assert all(answer["accepted"] for answer in go(*(asked(leaf, index) for index, leaf in enumerate(leaves))))
    assert not any(answer["accepted"] for answer in go(*(asked(changed(leaf), at) for at, leaf in enumerate(leaves))))


def test_go_sees_that_the_ledger_continues_each_earlier_one_and_no_other(go, folder):
    leaves = folder["entries.jsonl"].splitlines()
    tree = Tree(map(leaf_hash, leaves))
    other = Tree(map(leaf_hash, [changed(leaves[0]), *leaves[1:]]))

    def asked(seen, size):
        return {
            "do": "consistency",
            "first": size,
            "second": len(leaves),
            "firstroot": text(seen.root(size)),
            "secondroot": text(tree.root()),
            "consistency": proof(tree.consistency_proof(size)),
        }

    sizes = range(1, len(leaves) + 1)
    assert all(answer["accepted"] for answer in go(*(asked(tree, size) for size in sizes)))
    assert not any(answer["accepted"] for answer in go(*(asked(other, size) for size in sizes)))


def test_securesystemslib_verifies_the_entries_of_each_holder(folder, first_act):
    dsse = pytest.importorskip("securesystemslib.dsse")
    signer = pytest.importorskip("securesystemslib.signer")
    errors = pytest.importorskip("securesystemslib.exceptions")
    keys = {each["id"]: each for each in first_act["keys"]}
    verified = 0
    for line in folder["entries.jsonl"].splitlines():
        fields = json.loads(line)
        known = keys.get(fields["signatures"][0]["keyid"])
        if known is None:  # made by a later entry
            continue
        public = base64.b64decode(known["public"]).hex()
        key = signer.SSlibKey(known["id"], "ed25519", "ed25519", {"public": public})
        other = json.loads(line) | {"payload": base64.b64encode(b"{}").decode()}
        assert list(dsse.Envelope.from_dict(fields).verify([key], 1)) == [known["id"]]
        with pytest.raises(errors.VerificationError):
            dsse.Envelope.from_dict(other).verify([key], 1)
        verified += 1
    assert verified > 10
