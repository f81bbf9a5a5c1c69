import copy

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_registers import World

from servanda.ledger.errors import LedgerError, ProofError
from servanda.ledger.keys import PrivateKey
from servanda.ledger.merkle import leaf_hash
from servanda.ledger.note_key import NoteKey
from servanda.ledger.tree import Tree
from servanda.record.verify import Verification
from servanda.record.witness import Fork, check_fork, fork


def verified(world, trust=None):
    verification = Verification(world.bodies, trust)
    faults = [fault for leaf in world.leaves for fault in verification.add(leaf)]
    return verification, [*faults, *verification.finish(world.checkpoint)]


def grown(world, steps):
    for _ in range(steps):
        world.step()
    world.__dict__.pop("checkpoint", None)
    return world


def parted(seed, first, second):
    """Give two ledgers that are one up to a place, the same keeper's, and what was seen of the first."""
    one = World(seed, 30)
    other = copy.deepcopy(one)
    other.rng.seed(seed + 1)
    grown(one, first)
    grown(other, second)
    verification, _ = verified(one)
    return one, other, verification.trust(one.checkpoint)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 500), st.integers(1, 30), st.integers(1, 60))
def test_two_ledgers_of_one_keeper_convict_it(seed, first, second):
    one, other, trust = parted(seed, first, second)
    _, faults = verified(other, trust)

    evidence = fork(trust, other.checkpoint, faults, other.leaves)

    assert (evidence is not None) == ("replaced" in {fault.code for fault in faults})
    if evidence is not None:
        check_fork(evidence, [one.signer.key, other.signer.key])
        with pytest.raises(LedgerError):
            check_fork(evidence, [NoteKey(one.signer.name, PrivateKey(bytes(32)).public)])


def test_nothing_convicts_a_keeper_whose_ledger_only_grew():
    world = World(1, 30)
    trust = verified(world)[0].trust(world.checkpoint)
    grown(world, 30)
    verification, faults = verified(world, trust)

    assert fork(trust, world.checkpoint, faults, world.leaves) is None
    proof = Tree(map(leaf_hash, world.leaves)).consistency_proof(trust.checkpoint.size)
    innocent = Fork(
        trust.register, trust.seen, world.checkpoint.decode(), trust.checkpoint.root, proof, first=0, last=0
    )
    with pytest.raises(ProofError, match="continues"):
        check_fork(innocent, [world.signer.key])
    with pytest.raises(ProofError):
        check_fork(msgspec.structs.replace(innocent, root=bytes(32)), [world.signer.key])
    assert verification.size > trust.checkpoint.size
