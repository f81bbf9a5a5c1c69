import base64

import msgspec
import pytest

from servanda.ledger.checkpoint import (
    Checkpoint,
    Cosignature,
    open_checkpoint,
    read_checkpoint,
    sign_checkpoint,
)
from servanda.ledger.cosignature import CosignerKey, cosign, cosigner_key
from servanda.ledger.errors import LedgerError, NoteError, SignatureError
from servanda.ledger.merkle import EMPTY_ROOT, leaf_hash
from servanda.ledger.note import read_note, sign_note
from servanda.ledger.note_key import NoteKey, NoteSigner

ROOT = base64.b64encode(leaf_hash(b"entry")).decode()


@pytest.fixture
def checkpoint(operator):
    return Checkpoint(operator.name, 1, leaf_hash(b"entry"))


def test_a_checkpoint_is_three_lines_signed_by_its_ledger(checkpoint, operator):
    note = sign_checkpoint(checkpoint, operator)

    assert note.decode().splitlines()[:4] == ["ledger.example/harbour-plan", "1", ROOT, ""]
    assert open_checkpoint(note, operator.key).checkpoint == checkpoint


def test_a_checkpoint_with_any_byte_changed_is_refused(checkpoint, operator, altered):
    for tampered in altered(sign_checkpoint(checkpoint, operator)):
        with pytest.raises(LedgerError):
            open_checkpoint(tampered, operator.key)


def test_an_empty_ledger_has_a_checkpoint_too(operator):
    empty = Checkpoint(operator.name, 0, EMPTY_ROOT)

    assert open_checkpoint(sign_checkpoint(empty, operator), operator.key).checkpoint == empty


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"origin\n1\n{ROOT}", "three lines"),
        ("origin\n1\n", "three lines"),
        (f"\n1\n{ROOT}\n", "none of them empty"),
        (f"origin\n1\n{ROOT}\n\nmore\n", "none of them empty"),
        (f"origin\n01\n{ROOT}\n", "'01' is not the size"),
        (f"origin\n+1\n{ROOT}\n", "not the size"),
        (f"origin\n-1\n{ROOT}\n", "not the size"),
        (f"origin\n١\n{ROOT}\n", "not the size"),
        (f"origin\n{2**63}\n{ROOT}\n", "not the size"),
        (f"origin\n1\n{ROOT[:-1]}\n", "not base64"),
        ("origin\n1\nAAAA\n", "3 bytes, not 32"),
    ],
)
def test_a_text_that_is_no_checkpoint_is_refused_with_the_reason(text, reason):
    with pytest.raises(NoteError, match=reason):
        read_checkpoint(text)


def test_lines_after_the_root_are_read_and_kept():
    text = f"origin\n1\n{ROOT}\nmore\n"

    assert read_checkpoint(text).extensions == ("more",)
    assert read_checkpoint(text).text == text


def test_the_key_of_one_ledger_cannot_vouch_for_another(checkpoint, operator):
    other = msgspec.structs.replace(checkpoint, origin="ledger.example/other-plan")

    with pytest.raises(NoteError, match="other-plan"):
        sign_checkpoint(other, operator)
    with pytest.raises(NoteError, match="other-plan"):
        open_checkpoint(sign_note(other.text, operator), operator.key)


def test_a_checkpoint_that_would_read_back_as_another_is_not_signed(checkpoint, operator):
    with pytest.raises(NoteError, match="read back"):
        sign_checkpoint(msgspec.structs.replace(checkpoint, extensions=("one\ntwo",)), operator)


def test_a_witness_cosigns_with_the_time_it_was_given(checkpoint, operator, witness):
    note = cosign(sign_checkpoint(checkpoint, operator), witness, 1_800_000_000)

    opened = open_checkpoint(note, operator.key, [cosigner_key(witness)])

    assert opened.cosignatures == (Cosignature(witness.name, 1_800_000_000),)
    assert open_checkpoint(note, operator.key).cosignatures == ()


def test_a_cosignature_is_over_the_time_and_the_whole_checkpoint(checkpoint, operator, witness):
    note = cosign(sign_checkpoint(checkpoint, operator), witness, 1_800_000_000)

    line = base64.b64decode(note.split()[-1])
    assert line[:4] == cosigner_key(witness).key_id != witness.key.key_id
    assert int.from_bytes(line[4:12], "big") == 1_800_000_000
    witness.private.public.check(line[12:], b"cosignature/v1\ntime 1800000000\n" + checkpoint.text.encode())


def test_a_witness_that_cosigns_again_replaces_what_it_said(checkpoint, operator, witness):
    note = cosign(cosign(sign_checkpoint(checkpoint, operator), witness, 1), witness, 2)

    assert open_checkpoint(note, operator.key, [cosigner_key(witness)]).cosignatures == (Cosignature(witness.name, 2),)
    assert len(read_note(note).signatures) == 2


def test_a_cosignature_with_any_byte_of_its_signature_changed_is_refused(checkpoint, operator, witness):
    note = read_note(cosign(sign_checkpoint(checkpoint, operator), witness, 1_800_000_000))
    stated = note.signatures[-1]

    for place in range(len(stated.data)):
        data = bytes([*stated.data[:place], stated.data[place] ^ 0x80, *stated.data[place + 1 :]])
        forged = note.with_signature(msgspec.structs.replace(stated, data=data)).to_bytes()
        with pytest.raises(SignatureError):
            open_checkpoint(forged, operator.key, [cosigner_key(witness)])
    short = note.with_signature(msgspec.structs.replace(stated, data=stated.data[:-1])).to_bytes()
    with pytest.raises(SignatureError, match="72 bytes, not 71"):
        open_checkpoint(short, operator.key, [cosigner_key(witness)])


def test_a_witness_alone_does_not_make_a_checkpoint(checkpoint, operator, witness):
    note = read_note(cosign(sign_checkpoint(checkpoint, operator), witness, 1))
    alone = msgspec.structs.replace(note, signatures=note.signatures[1:]).to_bytes()

    with pytest.raises(NoteError, match="only witnesses did"):
        open_checkpoint(alone, operator.key, [cosigner_key(witness)])


def test_a_plain_signature_never_passes_for_a_cosignature(checkpoint, operator, witness):
    other = NoteSigner(operator.name, witness.private)
    note = sign_checkpoint(checkpoint, other)

    with pytest.raises(NoteError, match="none of the keys"):
        open_checkpoint(note, operator.key, [CosignerKey(operator.name, witness.private.public)])
    with pytest.raises(LedgerError, match="type 1, not 4"):
        CosignerKey.from_vkey(witness.key.vkey)
    with pytest.raises(LedgerError, match="type 4, not 1"):
        NoteKey.from_vkey(cosigner_key(witness).vkey)
    assert CosignerKey.from_vkey(cosigner_key(witness).vkey) == cosigner_key(witness)


@pytest.mark.parametrize("timestamp", [-1, 2**63])
def test_a_time_that_a_cosignature_cannot_state_is_refused(timestamp, checkpoint, operator, witness):
    with pytest.raises(ValueError, match="not a time"):
        cosign(sign_checkpoint(checkpoint, operator), witness, timestamp)
