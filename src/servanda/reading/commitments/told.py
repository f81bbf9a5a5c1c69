"""What has been read in a document before its commitments, sentence by sentence."""

import bisect
import functools
import itertools
import operator
import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

import msgspec

from servanda.lexicon.language import Language
from servanda.reading.commitments.heads import Head, find_heads
from servanda.reading.mention import Mention, Quotation, Reason
from servanda.reading.phrases import Found
from servanda.reading.scan import Scan
from servanda.text.document import Block


class Placed(Protocol):
    """What stands somewhere in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Item = TypeVar("Item", bound=Placed)

_START = operator.attrgetter("start")
_THAT = re.compile(r" (?:that|que|qu')\b")
_TRIGGERS = ("left", "subjects", "sayings", "asides", "novelty")
_MANY = 12  # items from which it is faster to search than to look at all


def within(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """Return the items that lie inside ``start`` to ``end``; they are in order."""
    if not items:
        return items
    if len(items) > _MANY:
        first = bisect.bisect_left(items, start, key=_START)
        items = items[first : bisect.bisect_left(items, end, lo=first, key=_START)]
    return [item for item in items if start <= item.start and item.end <= end]


def takes_in_that(folded: str, one: Placed) -> bool:
    """Whether a phrase ends with the word that opens what is said or agreed: "agreed that"."""
    return folded.endswith((" that", " que"), one.start, one.end)


def opens_clause(folded: str, one: Placed) -> bool:
    """Whether a phrase ends with "that", or "that" follows it: "agreed that", "ont convenu que"."""
    return takes_in_that(folded, one) or _THAT.match(folded, one.end) is not None


def _calls_itself(folded: str, said: Found[None]) -> bool:
    """Whether a verb of saying is reflexive: "s'est dit favorable à", "se révèle concluante"."""
    return folded.endswith((" s'est ", " se sont ", " se ", " s'"), 0, said.start)


class Sentence(msgspec.Struct, eq=False):
    """A sentence with all that was read in it: mentions and trigger words, each kind in the order of the text."""

    scan: Scan
    start: int
    end: int
    block: Block
    language: Language
    actors: Sequence[Mention] = ()
    times: Sequence[Mention] = ()
    amounts: Sequence[Mention] = ()
    money: Sequence[Mention] = ()
    before: "Sentence | None" = None  # in the same block
    quotations: Sequence[Mention] = ()  # direct ones that have something of the sentence
    heads: Sequence[Head] = ()
    left: Sequence[Found[Reason]] = ()
    subjects: Sequence[Found[str]] = ()
    sayings: Sequence[Found[None]] = ()
    relatives: Sequence[Found[None]] = ()
    asides: Sequence[Found[None]] = ()
    novelty: Sequence[Found[None]] = ()
    assumed: dict[tuple[int, int], str] = {}  # for whom somebody acts where only their office tells

    @property
    def goes_on(self) -> bool:
        """Whether what was agreed or said is still being told: "It was agreed that .... Chile would waive its fee"."""
        return self.before is not None and (self.before.reports or self.before.goes_on)

    @property
    def reports(self) -> bool:
        """Whether it tells what was agreed or said."""
        folded = self.scan.folded
        return (
            any(_THAT.match(folded, said.end) for said in self.sayings)
            or any(takes_in_that(folded, said) for said in self.sayings)
            or any(takes_in_that(folded, head) for head in self.heads)
            or (bool(self.sayings) and any(head.kind == "reported" for head in self.heads))  # "said Delhi would"
        )

    def quotation_at(self, offset: int) -> Mention | None:
        """Return the direct quotation in which the offset lies, the innermost where they are nested."""
        if not self.quotations:
            return None
        holding = [quotation for quotation in self.quotations if quotation.start <= offset < quotation.end]
        return min(holding, key=lambda quotation: quotation.end - quotation.start, default=None)

    def reasons(self, start: int, end: int) -> list[Reason]:
        """Return the reasons to leave a stretch out (CODEBOOK I2), in the order of the text."""
        return [found.label for found in within(self.left, start, end)] if self.left else []


class Told:
    """What the other readers made of a document: its sentences with what is in them, and everybody named."""

    def __init__(
        self,
        scan: Scan,
        *,
        actors: Sequence[Mention],
        quotations: Sequence[Mention],
        times: Sequence[Mention],
        amounts: Sequence[Mention],
    ) -> None:
        """Share the mentions that the other readers made, and the trigger words of one pass, out to the sentences."""
        self.scan = scan
        self.sentences = [Sentence(scan, start, end, block, block.language) for start, end, block in scan.sentences]
        self._actors = actors
        self._ends = [sentence.end for sentence in self.sentences]
        money = [amount for amount in amounts if amount.kind == "money"]
        for kind, mentions in (("actors", actors), ("times", times), ("amounts", amounts), ("money", money)):
            self._share_out(kind, mentions)
        for _, language, found in scan.trigger_words:
            self._share_out("heads", find_heads(scan.text, scan.folded, found, language))
            # "that's" is no relative pronoun.
            relatives = [one for one in found["relatives"] if not scan.folded.startswith("'", one.end)]
            self._share_out("relatives", relatives)
            # "s'est dit favorable à" reports nothing.
            if language == "fr":
                found["sayings"] = [one for one in found["sayings"] if not _calls_itself(scan.folded, one)]
            for kind in _TRIGGERS:
                self._share_out(kind, found[kind])
        self._share_quotations(quotations)

    def speaker_of(self, quotation: Mention) -> Mention | None:
        """Return who is named where a quotation has its speaker, None where nobody is."""
        speaker = quotation.value.speaker if isinstance(quotation.value, Quotation) else None
        if speaker is None:
            return None
        place = bisect.bisect_right(self._reach, speaker.start)  # all before it have ended
        actor = self._actors[place] if place < len(self._actors) else None
        return actor if actor is not None and actor.start < speaker.end else None

    @functools.cached_property
    def _reach(self) -> list[int]:
        """How far the actors up to each one reach: one may hold others."""
        return list(itertools.accumulate((actor.end for actor in self._actors), max))

    def _share_out(self, kind: str, items: Sequence[Placed]) -> None:
        """Give every sentence those of the items, which are in order, that lie inside it."""
        place, first, last = -1, 0, -1
        own: list[Placed] | None = None
        for item in items:
            start = item.start
            if start >= last:
                place = bisect.bisect_right(self._ends, start, lo=place + 1)
                if place == len(self.sentences):
                    return
                sentence, own = self.sentences[place], None
                first, last = sentence.start, sentence.end
            if start >= first and item.end <= last:
                if own is None:
                    own = []
                    setattr(sentence, kind, own)
                own.append(item)

    def _share_quotations(self, quotations: Sequence[Mention]) -> None:
        """Give every sentence the direct quotations that have something of it."""
        for quotation in quotations:
            if isinstance(quotation.value, Quotation) and quotation.value.direct:
                place = bisect.bisect_right(self._ends, quotation.start)
                while place < len(self.sentences) and self.sentences[place].start < quotation.end:
                    self.sentences[place].quotations = [*self.sentences[place].quotations, quotation]
                    place += 1
