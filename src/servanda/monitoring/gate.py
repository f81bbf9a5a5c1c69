"""The gate: whether a document can name anybody with whom the register has to do, in one pass over its folded text."""

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick

from servanda.monitoring.names import Name

_CONCERNS = frozenset(("side", "own", "both", "known"))


class Gate:
    """The gate of one register: it drops nothing that condition 1 of the rule would accept.

    Names in other names ("New Mexico") and acronyms in small letters pass; the rule looks closer.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        """Prepare for the names of a register in one language."""
        words = {f" {name.words}" + ("" if name.opens else " ") for name in names if name.role in _CONCERNS}
        self._finder = BytesAhoCorasick([each.encode("latin-1") for each in sorted(words)]) if words else None

    def lets_pass(self, folded: bytes) -> bool:
        """Whether a folded text may concern the register."""
        return self._finder is not None and bool(self._finder.find_matches_as_indexes(folded))
