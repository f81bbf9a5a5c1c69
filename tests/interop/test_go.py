"""What the ledger signs and proves is checked by Go's sumdb/note and sumdb/tlog, and what those make by the ledger."""

import base64
import itertools

import pytest

from servanda.ledger.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from servanda.ledger.cosignature import cosign, cosigner_key
from servanda.ledger.envelope import sign_envelope
from servanda.ledger.keys import PrivateKey
from servanda.ledger.merkle import leaf_hash
from servanda.ledger.note import open_note, sign_note
from servanda.ledger.note_key import NoteKey, NoteSigner
from servanda.ledger.tree import Tree

OPERATOR = NoteSigner("ledger.example/harbour-plan", PrivateKey(bytes(range(32))))
WITNESS = NoteSigner("witness.example/norland", PrivateKey(bytes(range(1, 33))))
LEAVES = [sign_envelope({"number": number}, "application/vnd.test+json", OPERATOR.private) for number in range(21)]


def checkpoint(size):
    tree = Tree(map(leaf_hash, LEAVES))
    return sign_checkpoint(Checkpoint(OPERATOR.name, size, tree.root(size)), OPERATOR)


def opened(note, *keys):
    return {"do": "open", "note": note.decode(), "keys": [key.vkey for key in keys]}


def written(hashes):
    return [base64.b64encode(each).decode() for each in hashes]


def flipped(proof):
    """Give the proof with one bit changed, once in every step."""
    for place, step in enumerate(proof):
        yield (*proof[:place], bytes([step[0] ^ 1, *step[1:]]), *proof[place + 1 :])


def test_go_opens_our_checkpoints(go):
    (answer,) = go(opened(checkpoint(21), OPERATOR.key))

    assert answer["accepted"]
    assert answer["names"] == [OPERATOR.name]
    assert answer["text"].startswith("ledger.example/harbour-plan\n21\n")


def test_go_opens_our_cosignatures(go):
    note = cosign(checkpoint(21), WITNESS, 1_800_000_000)

    (answer,) = go(opened(note, OPERATOR.key, cosigner_key(WITNESS)))

    assert answer["accepted"]
    assert answer["names"] == [OPERATOR.name, WITNESS.name]


def test_go_and_we_refuse_a_checkpoint_with_any_byte_changed(go):
    note = checkpoint(21)
    tampered = [bytes([*note[:at], note[at] ^ 1, *note[at + 1 :]]) for at in range(len(note))]
    readable = [each for each in tampered if is_text(each)]

    assert len(readable) > len(note) * 0.9
    assert not any(answer["accepted"] for answer in go(*(opened(each, OPERATOR.key) for each in readable)))
    for each in tampered:
        with pytest.raises(ValueError, match=r".+"):
            open_checkpoint(each, OPERATOR.key)


def test_go_refuses_a_cosignature_with_another_time(go):
    note = cosign(checkpoint(21), WITNESS, 1_800_000_000)
    later = cosign(checkpoint(21), WITNESS, 1_800_000_001)
    forged = note.rpartition(b" ")[0] + b" " + base64.b64encode(signed(later)[:12] + signed(note)[12:]) + b"\n"

    (answer,) = go(opened(forged, OPERATOR.key, cosigner_key(WITNESS)))

    assert "invalid signature" in answer["reason"]


def test_go_signs_a_note_as_we_do_and_reads_our_private_keys(go):
    text = "a text of several lines\n\nwith an empty one\n"

    (answer,) = go({"do": "sign", "text": text, "signer": OPERATOR.skey})

    assert answer["text"].encode() == sign_note(text, OPERATOR)
    assert open_note(answer["text"].encode(), [NoteKey.from_vkey(OPERATOR.key.vkey)]).text == text


def test_go_accepts_every_inclusion_proof_and_refuses_every_altered_one(go):
    tree = Tree(map(leaf_hash, LEAVES))
    right, wrong = [], []
    for size in range(1, len(LEAVES) + 1):
        for index in range(size):
            proof = tree.inclusion_proof(index, size)
            right.append(inclusion(tree, index, size, proof))
            wrong += [inclusion(tree, index, size, altered) for altered in flipped(proof)]
            wrong.append(inclusion(tree, index, size, (*proof, proof[0] if proof else bytes(32))))

    assert all(answer["accepted"] for answer in go(*right))
    assert not any(answer["accepted"] for answer in go(*wrong))


def test_go_accepts_every_consistency_proof_and_refuses_every_altered_one(go):
    tree = Tree(map(leaf_hash, LEAVES))
    right, wrong = [], []
    for first, second in itertools.combinations_with_replacement(range(1, len(LEAVES) + 1), 2):
        proof = tree.consistency_proof(first, second)
        right.append(consistency(tree, first, second, proof))
        wrong += [consistency(tree, first, second, altered) for altered in flipped(proof)]
        wrong.append(consistency(tree, first, second, proof) | {"firstroot": written([bytes(32)])[0]})

    assert all(answer["accepted"] for answer in go(*right))
    assert not any(answer["accepted"] for answer in go(*wrong))


def test_go_makes_the_same_roots_and_proofs(go):
    for size in range(1, len(LEAVES) + 1):
        tree = Tree(map(leaf_hash, LEAVES[:size]))
        answers = go(
            *(
                {"do": "prove", "leaves": written(LEAVES[:size]), "index": place, "first": place + 1}
                for place in range(size)
            )
        )
        for place, answer in enumerate(answers):
            assert answer["root"] == written([tree.root()])[0]
            assert answer.get("inclusion", []) == written(tree.inclusion_proof(place))
            assert answer.get("consistency", []) == written(tree.consistency_proof(place + 1))


def inclusion(tree, index, size, proof):
    return {
        "do": "inclusion",
        "leaf": written([LEAVES[index]])[0],
        "index": index,
        "second": size,
        "secondroot": written([tree.root(size)])[0],
        "inclusion": written(proof),
    }


def consistency(tree, first, second, proof):
    return {
        "do": "consistency",
        "first": first,
        "second": second,
        "firstroot": written([tree.root(first)])[0],
        "secondroot": written([tree.root(second)])[0],
        "consistency": written(proof),
    }


def signed(note):
    return base64.b64decode(note.split()[-1])


def is_text(data):
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
