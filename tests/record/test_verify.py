"""Each way in which a ledger can be wrong is found, once, at its place."""

import datetime

import msgspec
import pytest
import random_parts
from hypothesis import given, settings
from hypothesis import strategies as st
from random_registers import NAME, World, registers

from servanda.ledger.checkpoint import Checkpoint, sign_checkpoint
from servanda.ledger.envelope import sign_envelope
from servanda.ledger.keys import PrivateKey
from servanda.ledger.merkle import leaf_hash, root_of
from servanda.ledger.note_key import NoteSigner
from servanda.record.body import Body
from servanda.record.entry import PAYLOAD_TYPE
from servanda.record.signing import make_entry, sign_entry
from servanda.record.trust import Trust
from servanda.record.verify import Verification, verify
from servanda.register.acts.founding import Cite
from servanda.register.acts.keys import RotateKey
from servanda.register.as_json import to_json
from servanda.register.author import Author
from servanda.register.circumstances import Circumstances
from servanda.register.cited_document import CitedDocument

REVIEWING = Author("reviewer", "NO")
STRANGER = PrivateKey(bytes(range(32)))
FEW = settings(max_examples=20, deadline=None)


@pytest.fixture
def world():
    """Give an open register with two citations at its end, so that anything may be put between them."""
    made = World(1, 0, observed=False)
    made.open()
    made.mark = "cited"
    made.add(cite("d-1"), REVIEWING)
    made.add(cite("d-2"), REVIEWING)
    return made


def cite(identity):
    return Cite(CitedDocument(identity, random_parts.words(World(1, 0)), "press", "somebody", "en"))


def written(world, act, author=REVIEWING, key=None, register=NAME, **changes):
    """Write an entry at the end of a ledger, whatever the rules say of it."""
    how = Circumstances(author, len(world.leaves), world.now, world.today)
    entry, _ = make_entry(register, act, msgspec.structs.replace(how, **changes), b"")
    return sign_entry(entry, key or world.private(author.holder))


def checkpoint(world, leaves, signer=None):
    signer = signer or world.signer
    return sign_checkpoint(Checkpoint(signer.name, len(leaves), root_of(map(leaf_hash, leaves))), signer)


def found(world, leaves=None, bodies=None, note=None, trust=None):
    leaves = world.leaves if leaves is None else leaves
    bodies = world.bodies if bodies is None else bodies
    return [(f.code, f.entry) for f in verify(leaves, bodies, note or checkpoint(world, leaves), trust)]


def after(world, leaf):
    return found(world, [*world.leaves, leaf])


@FEW
@given(registers)
def test_what_was_written_by_the_rules_is_without_fault(world):
    assert found(world) == []


@FEW
@given(registers, st.data())
def test_a_ledger_without_one_of_its_entries_is_not_without_fault(world, data):
    at = data.draw(st.integers(0, len(world.leaves) - 1))
    leaves = world.leaves[:at] + world.leaves[at + 1 :]

    assert found(world, leaves, note=world.checkpoint) != []


def test_bytes_that_are_no_entry_are_told_and_the_rest_is_verified(world):
    number = len(world.leaves)
    wrong = {b"{}": "not_an_entry", b"": "not_canonical", b"[1.5]": "not_canonical", b"\xff": "not_canonical"}

    assert found(world, [*world.leaves, *wrong]) == [(code, number + at) for at, code in enumerate(wrong.values())]


@pytest.mark.parametrize(
    "changed",
    [
        {"recorded": "2026-01-01T00:00:00+00:00"},
        {"recorded": "2026-01-01T00:00:00.5Z"},
        {"public_from": None},
        {"sealed": None},
        {"unknown": 1},
    ],
)
def test_an_entry_in_another_form_of_the_same_content_is_found(world, changed):
    entry = msgspec.json.decode(to_json(world.entries[-1])) | {"number": len(world.leaves)}

    (fault,) = after(world, sign_envelope(entry | changed, PAYLOAD_TYPE, world.private("NO")))

    assert fault in {("not_canonical", len(world.leaves)), ("not_an_entry", len(world.leaves))}


def test_content_of_another_type_is_no_entry(world):
    leaf = sign_envelope(msgspec.json.decode(to_json(world.entries[-1])), "application/json", world.private("NO"))

    assert after(world, leaf) == [("not_an_entry", len(world.leaves))]


def test_an_entry_that_holds_no_act_is_found(world):
    entry = msgspec.json.decode(to_json(world.entries[-1])) | {"number": len(world.leaves), "act": {"type": "erase"}}

    assert after(world, sign_envelope(entry, PAYLOAD_TYPE, world.private("NO"))) == [("not_an_act", len(world.leaves))]


def test_a_key_that_nobody_recorded_signs_for_nobody(world):
    assert after(world, written(world, cite("d-3"), key=STRANGER)) == [("unknown_key", len(world.leaves))]


def test_nobody_signs_for_somebody_else(world):
    leaf = written(world, cite("d-3"), key=world.private("SU"))

    assert after(world, leaf) == [("key_of_another", len(world.leaves))]


def test_a_key_that_was_put_away_signs_no_more(world):
    old = world.private("NO")
    world.add(RotateKey(old.public.id, world.new_key("NO")), Author("party_lead", "NO"))

    assert after(world, written(world, cite("d-3"), key=old)) == [("key_not_active", len(world.leaves))]
    assert after(world, written(world, cite("d-3"))) == []


def test_a_signature_over_other_content_does_not_hold(world):
    right, other = written(world, cite("d-3")), written(world, cite("d-4"))
    signature = msgspec.json.decode(other)["signatures"]
    forged = to_json(msgspec.json.decode(right) | {"signatures": signature})

    assert after(world, forged) == [("signature", len(world.leaves))]


def test_an_act_that_the_rules_refuse_is_found(world):
    assert after(world, written(world, cite("d-1"))) == [("refused", len(world.leaves))]


def test_entries_that_changed_places_are_found(world):
    *before, first, second = world.leaves

    assert found(world, [*before, second, first]) == [("out_of_order", len(before)), ("out_of_order", len(before) + 1)]


def test_a_time_that_goes_back_is_found(world):
    earlier = world.now - datetime.timedelta(seconds=1)

    assert after(world, written(world, cite("d-3"), recorded=earlier)) == [("time_goes_back", len(world.leaves))]


def test_an_entry_of_another_register_is_found(world):
    leaf = written(world, cite("d-3"), register="ledger.example/other-plan")
    world.leaves.append(leaf)

    assert found(world, note=checkpoint(world, world.leaves))[0] == ("other_register", len(world.leaves) - 1)


def test_a_body_that_is_not_the_one_recorded_is_found(world):
    world.mark = "closed"
    world.add(cite("d-3"), REVIEWING, "parties")
    (body,) = world.bodies.values()
    for changed in (body.content.replace(b"d-3", b"d-4"), b"", b"{}"):
        bodies = {body.digest: Body(body.digest, body.salt, changed)}
        assert found(world, bodies=bodies) == [("body_changed", len(world.leaves) - 1)]
    assert found(world, bodies={body.digest: Body(body.digest, b"short", body.content)})
    assert found(world, bodies={}) == []


def test_what_builds_on_something_hidden_is_counted_and_is_no_fault(world):
    world.mark = "closed"
    world.add(cite("d-3"), REVIEWING, "parties", world.today)
    changed = msgspec.structs.replace(cite("d-3").document, publisher="somebody else")
    world.add(Cite(changed, correction=random_parts.said(world)), REVIEWING)
    verification = Verification({})

    assert [fault for leaf in world.leaves for fault in verification.add(leaf)] == []
    assert list(verification.finish(checkpoint(world, world.leaves))) == []
    assert (verification.hidden, verification.not_judged) == (1, 1)


def test_what_has_nothing_to_do_with_what_is_hidden_is_judged(world):
    world.mark = "closed"
    world.add(cite("d-3"), REVIEWING, "parties")

    assert found(world, [*world.leaves, written(world, cite("d-1"))], bodies={}) == [("refused", len(world.leaves))]


def test_a_body_that_no_entry_recorded_is_found(world):
    assert found(world, bodies={"0" * 64: Body("0" * 64, bytes(32), b"{}")}) == [("body_without_entry", None)]


def test_a_checkpoint_is_signed_by_whoever_founded_the_register(world):
    other = NoteSigner(NAME, world.private("NO"))
    elsewhere = NoteSigner("ledger.example/other-plan", world.signer.private)

    assert found(world, note=checkpoint(world, world.leaves, other)) == [("checkpoint_not_signed", None)]
    assert found(world, note=checkpoint(world, world.leaves, elsewhere)) == [("checkpoint_of_another", None)]
    assert found(world, note=b"no checkpoint") == [("checkpoint_unreadable", None)]
    assert [fault.code for fault in verify(world.leaves, {}, None)] == ["no_checkpoint"]


def test_a_checkpoint_over_other_entries_is_found(world):
    fewer, others = world.leaves[:-1], [*world.leaves[:-1], written(world, cite("d-9"))]

    assert found(world, note=checkpoint(world, fewer)) == [("checkpoint_size", None)]
    assert found(world, note=checkpoint(world, others)) == [("checkpoint_root", None)]


def test_no_entries_are_no_ledger():
    assert [fault.code for fault in verify([], {}, None)] == ["no_entries"]


def seen(world):
    verification = Verification(world.bodies)
    for leaf in world.leaves:
        assert list(verification.add(leaf)) == []
    assert list(verification.finish(checkpoint(world, world.leaves))) == []
    return verification.trust(checkpoint(world, world.leaves))


@FEW
@given(registers, st.data())
def test_what_continues_a_register_is_trusted_and_what_does_not_is_not(world, data):
    size = data.draw(st.integers(1, len(world.leaves)))
    trust = seen_until(world, size)

    assert found(world, trust=trust) == []
    if size > 1:
        assert found(world, world.leaves[: size - 1], trust=trust)[-1] == ("truncated", None)


def seen_until(world, size):
    verification = Verification(world.bodies)
    for leaf in world.leaves[:size]:
        list(verification.add(leaf))
    return verification.trust(world.checkpoint_at(size))


@FEW
@given(registers, st.data())
def test_an_entry_exchanged_after_it_was_seen_is_found_between_the_places_told(world, data):
    at = data.draw(st.integers(0, len(world.leaves) - 1))
    trust = seen_until(world, len(world.leaves))
    leaves = [*world.leaves[:at], b"exchanged", *world.leaves[at + 1 :]]

    *_, last = verify(leaves, world.bodies, world.checkpoint, trust)

    assert last.code in {"replaced", "other_first_keys", "no_entries"}
    if last.code == "replaced":
        assert int(last.about["first"]) <= at <= int(last.about["last"])


def test_a_register_made_anew_under_the_same_name_is_found(world):
    other = World(2, 0, observed=False)
    other.open()
    trust = seen(world)

    codes = [fault.code for fault in verify(other.leaves, {}, other.checkpoint, trust)]

    assert "truncated" in codes or "replaced" in codes


def test_trust_is_written_and_read_and_refused_when_it_is_not_consistent(world):
    trust = seen(world)

    assert msgspec.json.decode(msgspec.json.encode(trust), type=Trust) == trust
    with pytest.raises(msgspec.ValidationError, match="peaks"):
        msgspec.convert(msgspec.to_builtins(trust) | {"peaks": []}, Trust)
