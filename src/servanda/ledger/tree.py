"""Making proofs: RFC 9162 sections 2.1.3.1 (inclusion) and 2.1.4.1 (consistency).

The roots of all complete subtrees are kept, two hashes a leaf, so a proof is looked up rather than computed. A tree is
filled from the stored hashes of leaves; it stores nothing itself.
"""

from collections.abc import Iterable

from servanda.ledger.merkle import EMPTY_ROOT, HASH_SIZE, node_hash


class Tree:
    """A tree that grows at its end and proves what it holds, for its present size and for every earlier one.

    >>> from servanda.ledger.merkle import leaf_hash
    >>> tree = Tree(leaf_hash(leaf) for leaf in (b"one", b"two", b"three"))
    >>> len(tree), len(tree.inclusion_proof(0)), len(tree.consistency_proof(2))
    (3, 2, 1)
    """

    __slots__ = ("_levels",)

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        # _levels[k][i] is the root over the leaves i * 2**k to (i + 1) * 2**k - 1.
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaf_hashes:
            self.append(leaf)

    def __len__(self) -> int:
        return len(self._levels[0])

    def append(self, leaf_hash: bytes) -> None:
        """Add the hash of the next leaf. Raises ValueError when it is not a SHA-256."""
        if len(leaf_hash) != HASH_SIZE:
            raise ValueError(f"the hash of a leaf has {HASH_SIZE} bytes, not {len(leaf_hash)}")
        levels = self._levels
        levels[0].append(leaf_hash)
        height = 0
        while len(levels[height]) % 2 == 0:
            if height + 1 == len(levels):
                levels.append([])
            levels[height + 1].append(node_hash(levels[height][-2], levels[height][-1]))
            height += 1

    def root(self, size: int | None = None) -> bytes:
        """Give the root when the tree had ``size`` leaves. Raises IndexError when it never had."""
        size = self._size(size)
        return self._root(0, size) if size else EMPTY_ROOT

    def inclusion_proof(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that leaf ``index`` (from 0) is in the tree of ``size`` leaves.

        Raises IndexError when that tree has no such leaf, or never was.
        """
        size = self._size(size)
        if not 0 <= index < size:
            raise IndexError(f"a tree of {size} leaves has no leaf {index}")
        start, end, path = 0, size, []
        while end - start > 1:
            middle = start + _left_of(end - start)
            if index < middle:
                path.append(self._root(middle, end))
                end = middle
            else:
                path.append(self._root(start, middle))
                start = middle
        return tuple(reversed(path))

    def consistency_proof(self, first: int, second: int | None = None) -> tuple[bytes, ...]:
        """Prove that the tree of ``second`` leaves begins with the tree of ``first``.

        Raises IndexError unless 0 < first <= second and the tree has been that large: nothing is to be proved of an
        empty tree.
        """
        second = self._size(second)
        if not 0 < first <= second:
            raise IndexError(f"no proof leads from {first} leaves to {second}")
        start, end, path = 0, second, []
        while first != end:
            middle = start + _left_of(end - start)
            if first <= middle:
                path.append(self._root(middle, end))
                end = middle
            else:
                path.append(self._root(start, middle))
                start = middle
        # Whoever checks knows the root of the first tree; a subtree that is only its last part must be told.
        if start:
            path.append(self._root(start, end))
        return tuple(reversed(path))

    def _size(self, size: int | None) -> int:
        if size is None:
            return len(self)
        if not 0 <= size <= len(self):
            raise IndexError(f"the tree has {len(self)} leaves, not {size}")
        return size

    def _root(self, start: int, end: int) -> bytes:
        """Give the root over the leaves from ``start`` up to ``end``, where ``start`` begins a subtree that large."""
        count = end - start
        height = count.bit_length() - 1
        if count == 1 << height:
            return self._levels[height][start >> height]
        middle = start + _left_of(count)
        return node_hash(self._root(start, middle), self._root(middle, end))


def _left_of(count: int) -> int:
    """Give the largest power of two below ``count``: how many leaves go to the left (RFC 9162 2.1.1)."""
    return 1 << (count - 1).bit_length() - 1
