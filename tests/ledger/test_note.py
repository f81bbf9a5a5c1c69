import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.ledger.errors import KeyFormError, LedgerError, NoteError, SignatureError
from servanda.ledger.keys import PrivateKey
from servanda.ledger.note import MOST_SIGNATURES, Note, Signature, open_note, read_note, sign_note
from servanda.ledger.note_key import NoteKey, NoteSigner

TEXTS = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=0x20) | st.just("\n")).map(
    lambda text: text + "\n"
)
SIGNER = NoteSigner("ledger.example/harbour-plan", PrivateKey(bytes(range(32))))


@given(TEXTS)
def test_every_text_that_a_note_can_hold_is_signed_and_read_back(text):
    assert open_note(sign_note(text, SIGNER), [SIGNER.key]).text == text


def test_a_note_is_its_text_a_blank_line_and_its_signatures(operator):
    note = sign_note("one\n\ntwo\n", operator)

    text, signature = note.decode().rsplit("\n\n", 1)
    assert text == "one\n\ntwo"
    assert signature.startswith("— ledger.example/harbour-plan ")
    assert base64.b64decode(signature.split()[-1])[:4] == operator.key.key_id


def test_a_note_with_any_byte_changed_is_refused(operator, altered):
    note = sign_note("the harbour opens\n", operator)

    for tampered in altered(note):
        with pytest.raises(LedgerError):
            open_note(tampered, [operator.key])


def test_signatures_of_unknown_keys_are_ignored(operator, witness):
    note = read_note(sign_note("a text\n", witness)).with_signature(
        read_note(sign_note("a text\n", operator)).signatures[0]
    )
    namesake = NoteSigner(operator.name, witness.private)

    opened = open_note(note.to_bytes(), [operator.key])

    assert [signature.name for signature in opened.signatures] == [operator.name]
    with pytest.raises(NoteError, match="none of the keys"):
        open_note(note.to_bytes(), [namesake.key])


def test_a_known_key_whose_signature_fails_spoils_the_note(operator, witness):
    note = read_note(sign_note("a text\n", operator))
    forged = note.with_signature(read_note(sign_note("another text\n", witness)).signatures[0])

    with pytest.raises(SignatureError):
        open_note(forged.to_bytes(), [operator.key, witness.key])


def test_a_key_signs_a_note_once(operator):
    note = read_note(sign_note("a text\n", operator))

    assert note.with_signature(note.signatures[0]) == note


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no blank line"),
        (b"a text\n", "no blank line"),
        (b"a text\n\n", "does not end with a signature line"),
        (b"a text\n\n\xe2\x80\x94 name AAAAAAA=", "does not end with a signature line"),
        (b"a\ttext\n\n\xe2\x80\x94 name AAAAAAA=\n", "no control characters"),
        (b"a text\r\n\n\xe2\x80\x94 name AAAAAAA=\n", "no control characters"),
        (b"a \xff text\n\n\xe2\x80\x94 name AAAAAAA=\n", "byte 2 of the note is not UTF-8"),
        (b"a text\n\n- name AAAAAAA=\n", "signature line 1 is not"),
        (b"a text\n\n\xe2\x80\x94 name+1 AAAAAAA=\n", "signature line 1 is not"),
        (b"a text\n\n\xe2\x80\x94 two\xc2\xa0words AAAAAAA=\n", "signature line 1 is not"),
        (b"a text\n\n\xe2\x80\x94  AAAAAAA=\n", "signature line 1 is not"),
        (b"a text\n\n\xe2\x80\x94 name\n", "signature line 1 holds no signature"),
        (b"a text\n\n\xe2\x80\x94 name AAAAAAA=\n\xe2\x80\x94 name !\n", "signature line 2: not base64"),
        (b"a text\n\n\xe2\x80\x94 name AAAAAAB=\n", "not in its one form"),
        (b"a text\n\n\xe2\x80\x94 name AAAAAA==\n", "signature line 1 holds no signature"),
    ],
)
def test_a_malformed_note_is_refused_with_the_reason(data, reason):
    with pytest.raises(NoteError, match=reason):
        read_note(data)


def test_sixteen_signatures_and_more_are_read_but_not_without_end():
    signatures = tuple(Signature(f"witness.example/{number}", b"four", b"signed") for number in range(MOST_SIGNATURES))

    assert read_note(Note("a text\n", signatures).to_bytes()).signatures == signatures
    with pytest.raises(NoteError, match="101 signatures"):
        read_note(Note("a text\n", (*signatures, signatures[0])).to_bytes())


@pytest.mark.parametrize("text", ["", "no end", "a\ttab\n"])
def test_a_text_that_no_note_can_hold_is_not_signed(text, operator):
    with pytest.raises(NoteError):
        sign_note(text, operator)


def test_keys_are_written_as_go_writes_them_and_read_back(operator):
    assert (
        operator.key.vkey
        == f"{operator.name}+{operator.key.key_id.hex()}+"
        + base64.b64encode(b"\x01" + operator.private.public.raw).decode()
    )
    assert NoteKey.from_vkey(operator.key.vkey) == operator.key
    assert NoteSigner.from_skey(operator.skey).key == operator.key


def test_a_public_key_with_any_byte_changed_is_refused(operator, altered):
    for tampered in altered(operator.key.vkey.encode(), bits=(0, 5)):
        with pytest.raises(LedgerError):
            NoteKey.from_vkey(tampered.decode())


def test_a_private_key_that_is_refused_is_not_shown(operator, altered):
    for tampered in altered(operator.skey.encode(), bits=(0, 5)):
        with pytest.raises(KeyFormError) as refused:
            NoteSigner.from_skey(tampered.decode())
        assert operator.skey[-20:-4] not in str(refused.value)


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a\nb", "a\u2003b", "a\x00b"])
def test_a_name_that_no_signature_line_can_carry_is_refused(name):
    with pytest.raises(KeyFormError, match="no name for a key"):
        NoteSigner(name, PrivateKey(bytes(32)))
