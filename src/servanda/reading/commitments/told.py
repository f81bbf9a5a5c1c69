"""What the other readers have already read in the document, ready to be asked by place."""

import bisect
import itertools
from collections.abc import Sequence
from typing import Any, TypeVar

from servanda.reading.mention import Mention, Quotation
from servanda.reading.phrases import Found, Phrases
from servanda.reading.scan import Scan

Label = TypeVar("Label")


class Told:
    """The document's mentions by kind and place; all lists are in the order of the text."""

    def __init__(
        self,
        scan: Scan,
        *,
        actors: Sequence[Mention],
        quotations: Sequence[Mention],
        times: Sequence[Mention],
        amounts: Sequence[Mention],
    ) -> None:
        """Index the mentions that the other readers made."""
        self.scan = scan
        self.actors = actors
        self.times = times
        self.amounts = amounts
        self.money = [amount for amount in amounts if amount.kind == "money"]
        self.direct = [
            quotation for quotation in quotations if isinstance(quotation.value, Quotation) and quotation.value.direct
        ]
        self._starts: dict[int, list[int]] = {}
        self._reach: dict[int, list[int]] = {}
        self._found: dict[Phrases[Any], tuple[list[Found[Any]], list[int]]] = {}

    def within(self, mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
        """Return the mentions that lie inside ``start`` to ``end``."""
        starts = self._starts_of(mentions)
        inside = mentions[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        return [mention for mention in inside if mention.end <= end]

    def overlapping(self, mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
        """Return the mentions that have something of ``start`` to ``end``."""
        last = bisect.bisect_left(self._starts_of(mentions), end)
        first = bisect.bisect_right(self._reach[id(mentions)], start)  # all before it have ended
        return [mention for mention in mentions[first:last] if mention.end > start]

    def phrases(self, finder: Phrases[Label], start: int, end: int) -> list[Found[Label]]:
        """Return what a finder finds inside ``start`` to ``end``; it goes over the text once, whoever asks."""
        if finder not in self._found:
            found = finder.find(self.scan.folded)
            self._found[finder] = (found, [one.start for one in found])
        found, starts = self._found[finder]
        inside = found[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        return [one for one in inside if one.end <= end]

    def quotation_at(self, offset: int) -> Mention | None:
        """Return the direct quotation in which the offset lies, the innermost where they are nested."""
        holding = self.overlapping(self.direct, offset, offset + 1)
        return min(holding, key=lambda quotation: quotation.end - quotation.start, default=None)

    def _starts_of(self, mentions: Sequence[Mention]) -> list[int]:
        if id(mentions) not in self._starts:
            self._starts[id(mentions)] = [mention.start for mention in mentions]
            self._reach[id(mentions)] = list(itertools.accumulate((mention.end for mention in mentions), max))
        return self._starts[id(mentions)]
