"""The gate: whether a document can name anybody with whom the register has to do, in one pass over its folded text."""

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick, Implementation

from servanda.monitoring.names import Name
from servanda.monitoring.words import SPACE

_CONCERNS = frozenset(("side", "own", "both", "known"))


class Gate:
    """The gate of one register: it drops nothing that condition 1 of the rule would accept.

    Names in other names ("New Mexico") and acronyms in small letters pass; the rule looks closer.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        """Prepare for the names of a register in one language."""
        words = sorted({name.words + ("" if name.opens else " ") for name in names if name.role in _CONCERNS})
        # With a space before them all, the finder would look closer at every word of the text.
        patterns = [each.encode("latin-1") for each in words]
        self._finder = BytesAhoCorasick(patterns, implementation=Implementation.DFA) if words else None

    def lets_pass(self, folded: bytes) -> bool:
        """Whether a folded text may concern the register."""
        if self._finder is None:
            return False
        return any(
            folded[start - 1] == SPACE for _, start, _ in self._finder.find_matches_as_indexes(folded, overlapping=True)
        )
