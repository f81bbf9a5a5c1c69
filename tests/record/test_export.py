import copy
import datetime
import hashlib
import json
import random

import pytest
from folders import altered, exported, faults, verification, with_right_sums
from hypothesis import given, settings
from hypothesis import strategies as st
from random_registers import HOLDERS, World, registers

from servanda.ledger import base64_text
from servanda.record.export import BODIES, CHECKPOINT, ENTRIES, FILES, README, RECORDS, SUMS
from servanda.register.author import Author
from servanda.register.visibility import may_see

FEW = settings(max_examples=25, deadline=None)
VIEWERS = st.none() | st.builds(
    Author, st.sampled_from(["party_lead", "reviewer", "evaluator"]), st.sampled_from(HOLDERS)
)


@pytest.fixture(scope="module")
def world():
    """Give a register with acts of every visibility."""
    return next(w for w in (World(seed, 90) for seed in range(100)) if w.state.is_open and len(w.bodies) > 12)


@FEW
@given(registers, VIEWERS)
def test_every_export_is_without_fault(world, viewer):
    assert faults(exported(world, viewer)) == []


@FEW
@given(registers, st.integers(0, 60))
def test_a_public_export_leaks_nothing(world, after):
    """Words that only hidden acts hold, and people's names, are in no file, nor in what the envelopes hold."""
    files = exported(world, after=after)
    payloads = [base64_text.decode(json.loads(line)["payload"]) for line in files[ENTRIES].splitlines()]
    everything = b"\n".join([*files.values(), *payloads])

    for word in world.hidden_words(world.today + datetime.timedelta(after)):
        assert word.encode() not in everything


@FEW
@given(registers, VIEWERS)
def test_an_export_holds_the_bodies_that_its_viewer_may_see_and_no_other(world, viewer):
    files, day = exported(world, viewer), world.today + datetime.timedelta(20)
    told = {
        entry.sealed
        for entry in world.entries
        if entry.sealed
        and may_see(viewer, entry.circumstances.reach.on_day(day), entry.by.holder, world.state.agreement)
    }
    names = {body.digest for _, body in world.names}

    assert {json.loads(line)["digest"] for line in files[BODIES].splitlines()} - names == told


@FEW
@given(registers)
def test_in_a_public_export_every_act_that_is_shown_can_be_judged(world):
    verified = verification(exported(world))

    assert list(verified.faults()) == []
    assert verified.ledger.not_judged == 0


def test_names_are_shown_to_those_for_whom_the_people_act_and_to_nobody_else(world):
    world = next(w for w in (World(seed, 90) for seed in range(100)) if w.names and any(e.by.person for e in w.entries))
    holder = next(entry.by.holder for entry in world.entries if entry.by.person)

    assert b"Person number" in exported(world, Author("party_lead", holder))[BODIES]
    assert b"Person number" not in exported(world, Author("party_lead", "elsewhere"))[BODIES]


def test_the_same_register_gives_the_same_bytes(world):
    assert exported(world) == exported(world)


def test_the_files_are_those_that_the_readme_lists(world):
    files = exported(world)

    assert tuple(files) == FILES
    assert all(name in files[README].decode() for name in (ENTRIES, BODIES, RECORDS, CHECKPOINT, SUMS))
    assert "$" not in files[README].decode()


def test_the_sums_are_those_of_sha256sum(world):
    files = exported(world)

    for line in files[SUMS].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest


@pytest.mark.parametrize("name", FILES)
def test_any_change_of_any_file_is_found(world, name):
    files, rng = exported(world), random.Random(name)  # noqa: S311 it makes tests
    for _ in range(30):
        changed = altered(files[name], rng)
        if changed != files[name]:
            assert faults(files | {name: changed}), changed


@pytest.mark.parametrize("name", [ENTRIES, RECORDS, CHECKPOINT])
def test_any_change_is_found_even_with_right_sums(world, name):
    files, rng = exported(world), random.Random(name)  # noqa: S311 it makes tests
    for _ in range(30):
        changed = altered(files[name], rng)
        if sorted(changed.splitlines()) != sorted(files[name].splitlines()):
            assert faults(with_right_sums(files | {name: changed})), changed


def test_a_second_content_for_one_digest_is_found(world):
    files = exported(world, Author("reviewer", "NO"))
    first = json.loads(files[BODIES].splitlines()[0])
    forged = json.dumps(first | {"content": "forged"}, separators=(",", ":")).encode() + b"\n"

    assert faults(with_right_sums(files | {BODIES: forged + files[BODIES]})) == ["body_unreadable"]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_found(world, name):
    files = exported(world)
    del files[name]

    assert faults(files)


def test_a_destroyed_body_leaves_the_proof_that_something_was_recorded(world):
    everything = exported(world, Author("reviewer", "NO"))
    destroyed = copy.copy(world)
    destroyed.bodies = {}
    files = exported(destroyed, Author("reviewer", "NO"))
    verified = verification(files)

    assert list(verified.faults()) == []
    assert verified.ledger.hidden == len([entry for entry in world.entries if entry.sealed])
    assert (files[ENTRIES], files[CHECKPOINT]) == (everything[ENTRIES], everything[CHECKPOINT])
    assert files[BODIES] == b"" != everything[BODIES]
