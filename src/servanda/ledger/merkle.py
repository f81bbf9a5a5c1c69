"""The Merkle tree of RFC 9162 section 2.1 over SHA-256: hashing, and the root of a sequence that only grows.

Leaves and nodes are hashed under different prefixes, so that a node can never pass for a leaf. Limits: the tree says
what was recorded and in which order, not when, by whom, or whether it is true.
"""

import hashlib
from collections.abc import Iterable

HASH_SIZE = 32
EMPTY_ROOT = hashlib.sha256().digest()
"""The root of a tree without leaves (RFC 9162 2.1.1)."""


def leaf_hash(leaf: bytes) -> bytes:
    """Hash what is recorded (RFC 9162 2.1.1)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two hashes into the one above them (RFC 9162 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """The roots of the complete subtrees that a growing tree consists of: all that appending needs.

    There is one for each binary digit of ``size`` that is set, the largest first, so memory stays logarithmic.

    >>> frontier = Frontier()
    >>> for leaf in (b"one", b"two", b"three"):
    ...     frontier.append(leaf_hash(leaf))
    >>> frontier.size, len(frontier.peaks)
    (3, 2)
    """

    __slots__ = ("_peaks", "_size")

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        """Begin empty, or where a kept frontier stopped. Raises ValueError when the peaks are too many or too few."""
        self._size = size
        self._peaks = list(peaks)
        if len(self._peaks) != size.bit_count():
            raise ValueError(f"a tree of {size} leaves has {size.bit_count()} peaks, not {len(self._peaks)}")

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return self._size

    @property
    def peaks(self) -> tuple[bytes, ...]:
        """The roots of the complete subtrees, from left to right."""
        return tuple(self._peaks)

    def append(self, leaf: bytes) -> None:
        """Add the hash of the next leaf: it closes as many subtrees as ``size`` has set digits at its end."""
        complete = self._size
        while complete & 1:
            leaf = node_hash(self._peaks.pop(), leaf)
            complete >>= 1
        self._peaks.append(leaf)
        self._size += 1

    def root(self) -> bytes:
        """Fold the peaks into the root of the tree."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """Compute the root over the hashes of leaves in their order, holding only a frontier in memory."""
    frontier = Frontier()
    for leaf in leaf_hashes:
        frontier.append(leaf)
    return frontier.root()
