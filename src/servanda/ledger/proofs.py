"""Checking proofs: RFC 9162 sections 2.1.3.2 (inclusion) and 2.1.4.2 (consistency), with SHA-256.

A proof binds a leaf or an earlier root to a later root. Limits: whether the roots and the sizes are the ledger's own is
for signed checkpoints to say (a proof may hold for several sizes under one root). RFC 9162 leaves consistency with an
empty tree open; it is refused, since it would prove nothing.
"""

from collections.abc import Sequence

from servanda.ledger.errors import ProofError
from servanda.ledger.merkle import HASH_SIZE, node_hash


def check_inclusion(leaf_hash: bytes, index: int, size: int, root: bytes, proof: Sequence[bytes]) -> None:
    """Check that leaf ``index`` (from 0) of the tree of ``size`` leaves under ``root`` has that hash.

    Raises ProofError when the proof does not show it.
    """
    if not 0 <= index < size:
        raise ProofError(f"a tree of {size} leaves has no leaf {index}")
    if len(leaf_hash) != HASH_SIZE:
        raise ProofError(f"the hash of a leaf has {HASH_SIZE} bytes, not {len(leaf_hash)}")
    computed = leaf_hash
    for on_left, step in _climb(index, size - 1, proof):
        computed = node_hash(step, computed) if on_left else node_hash(computed, step)
    if computed != root:
        raise ProofError("the proof leads to another root")


def check_consistency(first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> None:
    """Check that the tree of ``second`` leaves begins with the tree of ``first``.

    Raises ProofError when the proof does not show it.
    """
    if not 0 < first <= second:
        raise ProofError(f"no proof leads from {first} leaves to {second}")
    if first == second:
        if proof or first_root != second_root:
            raise ProofError("two trees of one size need no proof, and have one root")
        return
    # The proof climbs from the last complete subtree of the first tree. Where that is all of the first tree, its root
    # is known and the proof leaves it out.
    height = (first & -first).bit_length() - 1
    begin, *steps = (first_root, *proof) if first.bit_count() == 1 else proof or (b"",)
    first_computed = second_computed = begin
    for on_left, step in _climb((first - 1) >> height, (second - 1) >> height, steps):
        if on_left:
            first_computed = node_hash(step, first_computed)
            second_computed = node_hash(step, second_computed)
        else:
            second_computed = node_hash(second_computed, step)
    if first_computed != first_root:
        raise ProofError("the proof leads to another first root")
    if second_computed != second_root:
        raise ProofError("the proof leads to another second root")


def _climb(node: int, last: int, steps: Sequence[bytes]) -> list[tuple[bool, bytes]]:
    """Say of each step from ``node`` up to the root, in a level that ends with ``last``, whether it stands on the left.

    Up to where the paths of the two meet, the digits of ``node`` say it. From there on the node is the last of its
    level: where it has no sibling the level is passed over, and where it has one that stands on the left.
    """
    meeting = (node ^ last).bit_length()
    count = meeting + (node >> meeting).bit_count()
    if len(steps) != count:
        raise ProofError(f"the proof has {len(steps)} steps on its way up, not {count}")
    # Two steps cut elsewhere would hash to the same bytes.
    if any(len(step) != HASH_SIZE for step in steps):
        raise ProofError(f"a step of the proof is not a hash of {HASH_SIZE} bytes")
    return [(height >= meeting or bool(node >> height & 1), step) for height, step in enumerate(steps)]
