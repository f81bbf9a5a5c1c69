"""What convicts a register's keeper of having shown two ledgers: two signed heads, and the proof that they differ."""

from collections.abc import Iterable, Sequence

import msgspec

from servanda.ledger.checkpoint import Checkpoint, open_checkpoint
from servanda.ledger.errors import NoteError, ProofError
from servanda.ledger.merkle import leaf_hash
from servanda.ledger.note import read_note
from servanda.ledger.note_key import NoteKey
from servanda.ledger.proofs import check_consistency
from servanda.ledger.tree import Tree
from servanda.record.fault import Fault
from servanda.record.trust import Trust


class Fork(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two checkpoints of one register, ``seen`` first and ``found`` then, of which neither continues the other.

    ``root`` is that of the ledger found when it had as many entries as the one seen, and ``proof`` binds it to the
    checkpoint found: since it is not the root seen, the two are not one ledger. Somewhere from entry ``first`` to entry
    ``last`` they part.
    """

    register: str
    seen: str
    found: str
    root: bytes
    proof: tuple[bytes, ...]
    first: int
    last: int


def fork(trust: Trust, checkpoint: bytes, faults: Iterable[Fault], leaves: Iterable[bytes]) -> Fork | None:
    """Return what proves a fork, where verification of these leaves against what was seen found one.

    None where it found none, or nobody answers for the ledger found: then anybody may have made it.
    """
    codes = {one.code: one for one in faults}
    replaced = codes.get("replaced")
    if replaced is None or any(code.startswith(("checkpoint", "no_checkpoint")) for code in codes):
        return None
    tree, size = Tree(map(leaf_hash, leaves)), trust.checkpoint.size
    first, last = int(replaced.about["first"]), int(replaced.about["last"])
    proof = tree.consistency_proof(size)
    return Fork(trust.register, trust.seen, checkpoint.decode(), tree.root(size), proof, first, last)


def check_fork(evidence: Fork, keys: Sequence[NoteKey]) -> None:
    """Check that a fork is proved against the keeper, who signed with one of these keys, and later with another maybe.

    Raises NoteError or SignatureError when no such key signed one of the two, ProofError when they may be one ledger.
    """
    seen, found = _signed(evidence.seen, keys), _signed(evidence.found, keys)
    check_consistency(seen.size, found.size, evidence.root, found.root, evidence.proof)
    if evidence.root == seen.root:
        raise ProofError("the ledger found continues the one seen")


def _signed(note: str, keys: Sequence[NoteKey]) -> Checkpoint:
    signers = {signature.key_id for signature in read_note(note.encode()).signatures}
    for key in keys:
        if key.key_id in signers:
            return open_checkpoint(note.encode(), key).checkpoint
    raise NoteError("none of the keeper's keys signed the checkpoint")
