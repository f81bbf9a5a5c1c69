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
        self._direct_starts = [quotation.start for quotation in self.direct]
        self._direct_reach = list(itertools.accumulate((quotation.end for quotation in self.direct), max))
        self._starts: dict[int, list[int]] = {}
        self._found: dict[Phrases[Any], tuple[list[Found[Any]], list[int]]] = {}

    def within(self, mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
        """Return the mentions that lie inside ``start`` to ``end``."""
        starts = self._starts.get(id(mentions))
        if starts is None:
            starts = self._starts[id(mentions)] = [mention.start for mention in mentions]
        inside = mentions[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        return [mention for mention in inside if mention.end <= end]

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
        last = bisect.bisect_right(self._direct_starts, offset)
        first = bisect.bisect_right(self._direct_reach, offset)  # all before it have ended
        holding = [quotation for quotation in self.direct[first:last] if offset < quotation.end]
        return min(holding, key=lambda quotation: quotation.end - quotation.start, default=None)
