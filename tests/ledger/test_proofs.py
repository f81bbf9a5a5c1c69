import base64
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.ledger.errors import ProofError
from servanda.ledger.merkle import EMPTY_ROOT, leaf_hash, node_hash
from servanda.ledger.proofs import check_consistency, check_inclusion
from servanda.ledger.tree import Tree

TREE = Tree(leaf_hash(number.to_bytes(4, "big")) for number in range(1000))
VECTORS = Path(__file__).parents[3] / "shared/vectors"


def leaf(index):
    return leaf_hash(index.to_bytes(4, "big"))


@st.composite
def alterations(draw, proof):
    """Change a proof in one way: a bit, a step left out, put in, or put elsewhere, or one cut at another place."""
    steps = list(proof)
    how = draw(st.sampled_from(["add", *(["bit", "drop", "cut"] if steps else []), *(["swap"] if steps[1:] else [])]))
    place = draw(st.integers(0, max(len(steps) - 1, 0)))
    match how:
        case "add":
            steps.insert(place, draw(st.sampled_from([EMPTY_ROOT, bytes(32), *steps])))
        case "bit":
            at, bit = draw(st.integers(0, 31)), draw(st.integers(0, 7))
            step = steps[place]
            steps[place] = bytes([*step[:at], step[at] ^ 1 << bit, *step[at + 1 :]])
        case "drop":
            del steps[place]
        case "cut":
            steps[place] = steps[place][:-1]
        case "swap":
            other = draw(st.integers(0, len(steps) - 1).filter(lambda at: at != place))
            steps[place], steps[other] = steps[other], steps[place]
    return tuple(steps)


SIZES = st.integers(1, len(TREE))


@given(SIZES, st.data())
def test_every_inclusion_proof_holds_and_no_altered_one_does(size, data):
    index = data.draw(st.integers(0, size - 1))
    proof = TREE.inclusion_proof(index, size)

    check_inclusion(leaf(index), index, size, TREE.root(size), proof)
    with pytest.raises(ProofError):
        check_inclusion(leaf(index), index, size, TREE.root(size), data.draw(alterations(proof)))


@given(st.integers(2, len(TREE)), st.data())
def test_a_proof_holds_for_no_other_leaf_place_or_root(size, data):
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1).filter(lambda at: at != index))
    proof = TREE.inclusion_proof(index, size)

    for asked in ((leaf(other), index, size), (leaf(index), other, size)):
        with pytest.raises(ProofError):
            check_inclusion(*asked, TREE.root(size), proof)
    with pytest.raises(ProofError, match="another root"):
        check_inclusion(leaf(index), index, size, TREE.root(size - 1), proof)


def test_the_proof_for_every_pair_of_sizes_holds():
    for first, second in itertools.combinations_with_replacement(range(1, 70), 2):
        proof = TREE.consistency_proof(first, second)

        check_consistency(first, second, TREE.root(first), TREE.root(second), proof)


@given(SIZES, st.data())
def test_no_altered_consistency_proof_holds(second, data):
    first = data.draw(st.integers(1, second))
    proof = TREE.consistency_proof(first, second)

    check_consistency(first, second, TREE.root(first), TREE.root(second), proof)
    with pytest.raises(ProofError):
        check_consistency(first, second, TREE.root(first), TREE.root(second), data.draw(alterations(proof)))


@given(st.integers(2, 300), st.data())
def test_a_ledger_with_one_entry_rewritten_is_not_consistent_with_what_it_was(second, data):
    first = data.draw(st.integers(1, second))
    rewritten = data.draw(st.integers(0, first - 1))
    other = Tree(leaf(index) if index != rewritten else leaf_hash(b"rewritten") for index in range(second))

    with pytest.raises(ProofError):
        check_consistency(first, second, TREE.root(first), other.root(), other.consistency_proof(first))


@pytest.mark.parametrize(("first", "second"), [(0, 0), (0, 5), (5, 4), (-1, 4)])
def test_nothing_is_proved_from_an_empty_tree_or_backwards(first, second):
    with pytest.raises(ProofError, match="no proof leads"):
        check_consistency(first, second, EMPTY_ROOT, TREE.root(5), ())


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 5)])
def test_a_leaf_outside_the_tree_is_refused(index, size):
    with pytest.raises(ProofError, match="has no leaf"):
        check_inclusion(leaf(0), index, size, TREE.root(5), TREE.inclusion_proof(0, 5))


def test_steps_cut_at_another_place_are_refused_though_they_hash_the_same():
    leaf_, step = leaf(0), leaf(1)

    with pytest.raises(ProofError, match="bytes"):
        check_inclusion(leaf_ + step[:1], 0, 2, node_hash(leaf_, step), (step[1:],))


@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_every_vector_of_transparency_dev_is_answered_right(kind):
    vectors = VECTORS / f"merkle_{kind}.jsonl"
    if not vectors.is_file():
        pytest.skip(f"{vectors} is not here")
    given_ = [json.loads(line) for line in vectors.read_text().splitlines()]

    wrong = [vector["id"] for vector in given_ if refused(kind, vector) != vector["wantErr"]]

    assert given_
    assert wrong == []


def refused(kind, vector):
    def hashes(*names):
        return [base64.b64decode(vector[name]) for name in names]

    proof = [base64.b64decode(step) for step in vector["proof"] or ()]
    try:
        if kind == "inclusion":
            check_inclusion(*hashes("leafHash"), vector["leafIdx"], vector["treeSize"], *hashes("root"), proof)
        else:
            check_consistency(vector["size1"], vector["size2"], *hashes("root1", "root2"), proof)
    except ProofError:
        return True
    return False
