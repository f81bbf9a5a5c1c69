import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.ledger.merkle import EMPTY_ROOT, Frontier, leaf_hash, node_hash, root_of
from servanda.ledger.tree import Tree

HASHES = st.lists(st.binary(min_size=32, max_size=32), max_size=70)

# The leaves that Certificate Transparency's first log was tested with (RFC 6962), and the roots over the first of them.
KNOWN_LEAVES = [bytes.fromhex(leaf) for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
KNOWN_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
]


def as_the_standard_defines_it(leaves):
    """RFC 9162 2.1.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    left = max(1 << k for k in range(len(leaves).bit_length()) if 1 << k < len(leaves))
    return node_hash(as_the_standard_defines_it(leaves[:left]), as_the_standard_defines_it(leaves[left:]))


def test_the_roots_are_those_that_certificate_transparency_knows():
    hashes = list(map(leaf_hash, KNOWN_LEAVES))

    assert [root_of(hashes[:size]).hex() for size in range(1, 8)] == KNOWN_ROOTS


def test_a_tree_without_leaves_has_the_hash_of_nothing_as_its_root():
    assert root_of([]) == Tree().root() == EMPTY_ROOT
    assert EMPTY_ROOT.hex().startswith("e3b0c442")


def test_a_node_never_passes_for_a_leaf():
    left, right = leaf_hash(b"left"), leaf_hash(b"right")

    assert node_hash(left, right) != leaf_hash(left + right)


@given(HASHES)
def test_tree_and_frontier_have_the_root_that_the_standard_defines(hashes):
    tree = Tree(hashes)

    assert tree.root() == root_of(hashes) == as_the_standard_defines_it(hashes)


@given(HASHES)
def test_a_tree_still_knows_every_root_it_ever_had(hashes):
    tree = Tree(hashes)

    assert [tree.root(size) for size in range(len(hashes) + 1)] == [
        root_of(hashes[:size]) for size in range(len(hashes) + 1)
    ]


@given(HASHES, st.data())
def test_a_kept_frontier_goes_on_where_it_stopped(hashes, data):
    stop = data.draw(st.integers(0, len(hashes)))
    first = Frontier()
    for leaf in hashes[:stop]:
        first.append(leaf)

    second = Frontier(first.size, first.peaks)
    for leaf in hashes[stop:]:
        second.append(leaf)

    assert second.root() == root_of(hashes)
    assert len(second.peaks) == len(hashes).bit_count()


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=20, unique=True), st.data())
def test_the_order_of_entries_is_part_of_the_root(hashes, data):
    other = data.draw(st.permutations(hashes))

    assert (root_of(other) == root_of(hashes)) == (other == hashes)


def test_a_frontier_with_too_many_or_too_few_peaks_is_refused():
    with pytest.raises(ValueError, match="3 leaves has 2 peaks, not 1"):
        Frontier(3, [EMPTY_ROOT])


def test_only_a_hash_is_a_leaf():
    with pytest.raises(ValueError, match="32 bytes, not 5"):
        Tree([b"entry"])


@pytest.mark.parametrize(
    "ask",
    [
        lambda tree: tree.root(4),
        lambda tree: tree.root(-1),
        lambda tree: tree.inclusion_proof(3),
        lambda tree: tree.inclusion_proof(-1),
        lambda tree: tree.inclusion_proof(2, 2),
        lambda tree: tree.inclusion_proof(0, 4),
        lambda tree: tree.consistency_proof(0),
        lambda tree: tree.consistency_proof(3, 2),
        lambda tree: tree.consistency_proof(2, 4),
    ],
)
def test_what_a_tree_never_held_it_does_not_prove(ask):
    with pytest.raises(IndexError):
        ask(Tree([bytes(32)] * 3))
