"""Find many phrases at once: one pass over the text, whole words only, the longest phrase at each place."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

Label = TypeVar("Label")


class Found(NamedTuple, Generic[Label]):
    """A phrase found at ``start`` to ``end``, with the label that it was given."""

    start: int
    end: int
    label: Label


class Phrases(Generic[Label]):
    """Phrases with a label each, to be found in folded text."""

    def __init__(self, labelled: Iterable[tuple[str, Label]]) -> None:
        """Prepare to find the phrases; of two equal phrases the first keeps its label."""
        table: dict[str, Label] = {}
        for phrase, label in labelled:
            table.setdefault(phrase, label)
        self._labels = list(table.values())
        self._open_before = [not phrase[0].isalnum() for phrase in table]
        self._open_after = [not phrase[-1].isalnum() for phrase in table]
        self._finder = AhoCorasick(list(table)) if table else None

    def find(self, folded: str, start: int = 0, end: int | None = None) -> list[Found[Label]]:
        """Return the phrases in ``folded[start:end]``, in order, none inside another that starts with it or before."""
        if self._finder is None:
            return []
        stretch = folded[start:end] if start or end is not None else folded
        size = len(stretch)
        best: dict[int, tuple[int, int]] = {}
        for which, first, last in self._finder.find_matches_as_indexes(stretch, overlapping=True):
            if not self._open_before[which] and first and stretch[first - 1].isalnum():
                continue
            if not self._open_after[which] and last < size and stretch[last].isalnum():
                continue
            if first not in best or last > best[first][0]:
                best[first] = (last, which)
        found: list[Found[Label]] = []
        limit = -1
        for first in sorted(best):
            last, which = best[first]
            if first >= limit:
                found.append(Found(start + first, start + last, self._labels[which]))
                limit = last
        return found
