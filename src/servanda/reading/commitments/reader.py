"""Go through a document block by block and read its commitments; keep what was left out, with the reason."""

import bisect
import re
from collections.abc import Sequence
from typing import NamedTuple

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.clauses import has_relative, object_end
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.exclusions import reasons
from servanda.reading.commitments.heads import Head, head_finder
from servanda.reading.commitments.home import home_of
from servanda.reading.commitments.lists import Lead, item_strength, lead_in, shape
from servanda.reading.commitments.present import has_articles, present_heads
from servanda.reading.commitments.promisors import Promisors
from servanda.reading.commitments.sentences import read_sentence
from servanda.reading.commitments.slots import fill
from servanda.reading.commitments.told import Told
from servanda.reading.mention import Excluded, Issue, Mention, Reason
from servanda.reading.parties import parties_of
from servanda.reading.scan import Scan
from servanda.text.document import Block

_ACTING = frozenset(("agent", "collective", "speaking", "singular", "plural", "instrument"))
# "To their ministers of finance, to seek ...": what is undertaken follows who is told to do it.
_RECIPIENT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"to [^,;]{3,60}, to "),
    "fr": re.compile(r"(?:à|aux?) [^,;]{3,60}, (?:à |de |d')"),
    "es": re.compile(r"(?:a|al) [^,;]{3,60}, a (?:que )?"),
}
_REPEATED = 20  # characters from which a block that stands again is a repeated headline


class CommitmentReading(NamedTuple):
    """The commitments of a document, the sentences left out with their reasons, and what could not be settled."""

    mentions: list[Mention]
    excluded: list[Excluded]
    issues: list[Issue]


def read_commitments(
    scan: Scan,
    actors: Sequence[Mention],
    quotations: Sequence[Mention],
    times: Sequence[Mention],
    amounts: Sequence[Mention],
) -> CommitmentReading:
    """Return the commitments of a document, read with the help of what the other readers found in it."""
    told = Told(scan, actors=actors, quotations=quotations, times=times, amounts=amounts)
    return _Reader(told, parties_of(scan, list(actors))).read()


class _Reader:
    """Walks through one document; remembers the lead-in of the list it is in, and who was the last subject."""

    def __init__(self, told: Told, parties: tuple[str, ...]) -> None:
        self.told = told
        self.parties = parties
        home = home_of(told.scan)
        # A text may speak of what its own state does, even where it is about two others.
        self.acting = (*parties, home) if parties and home else parties
        self.promisors = Promisors(told, parties)
        self.reading = CommitmentReading([], [], [])
        self.heads = [
            head
            for start, end, language in told.scan.stretches
            for head in head_finder(language).find(told.scan.text, told.scan.folded, start, end)
        ]
        self.articles = has_articles(told)
        self.head_starts = [head.start for head in self.heads]

    def read(self) -> CommitmentReading:
        blocks = self._by_block()
        seen: set[str] = set()
        listing: _Listing | None = None
        for index, (block, sentences) in enumerate(blocks):
            if self._repeats(block, seen):
                self._leave(block.start, block.end, "boilerplate")
                continue
            if listing is not None and listing.takes(self.told, block):
                self._item(block, sentences, listing)
                continue
            following = blocks[index + 1][0] if index + 1 < len(blocks) else None
            lead = self._lead(block, sentences, following)
            listing = _Listing(lead) if lead is not None else None
            if listing is not None:
                self._keep_money(block, sentences[-1])
            if not self._is_headline(index, block):
                for start, end in sentences[: len(sentences) - (listing is not None)]:
                    self._sentence(block, start, end)
        self.reading.mentions.sort(key=lambda one: (one.start, -one.end))
        return self.reading

    def _by_block(self) -> list[tuple[Block, list[tuple[int, int]]]]:
        blocks: list[tuple[Block, list[tuple[int, int]]]] = []
        for start, end, block in self.told.scan.sentences:
            if not blocks or blocks[-1][0] is not block:
                blocks.append((block, []))
            blocks[-1][1].append((start, end))
        return blocks

    def _is_headline(self, index: int, block: Block) -> bool:
        """Whether the block is a heading, or opens the text as one too long to be known by its length."""
        text = self.told.scan.text
        opens = index == 0 and not text[block.start : block.end].rstrip('"”» ').endswith((".", "!", "?", ":", ";", "…"))
        return block.kind in {"title", "heading"} or (opens and len(self.told.scan.document.blocks) > 1)

    def _repeats(self, block: Block, seen: set[str]) -> bool:
        """Whether the block stood in the text before: a headline repeated as a summary, a prompt between sections."""
        words = " ".join(self.told.scan.folded[block.start : block.end].split())
        repeated = len(words) >= _REPEATED and words in seen
        seen.add(words)
        return repeated

    def _lead(self, block: Block, sentences: list[tuple[int, int]], following: Block | None) -> Lead | None:
        """Return the lead-in that the block ends with: a line with a colon, or a heading right before a list."""
        if not sentences or following is None or following.kind in {"title", "heading"}:
            return None
        start, end = sentences[-1]
        opens = self.told.scan.folded[block.start : block.end].rstrip().endswith(":")
        listed = following.kind == "list_item" and block.kind in {"title", "heading"}
        if not opens and not listed:
            return None
        return lead_in(self.told, (start, end), block, following, self._heads(start, end))

    def _keep_money(self, block: Block, sentence: tuple[int, int]) -> None:
        """Keep a lead-in that itself gives money ("will invest 18 million over four years:") beside its items."""
        drafts, _ = read_sentence(self.told, sentence, block, self._heads(*sentence), self.acting)
        self._keep([draft for draft in drafts if self.told.within(self.told.money, draft.start, draft.end)])

    def _item(self, block: Block, sentences: list[tuple[int, int]], listing: "_Listing") -> None:
        start, end = sentences[0]
        drafts, left = self._drafts(block, start, end)
        own = [draft for draft in drafts if draft.subject.kind in _ACTING and self._opens(draft, start)]
        if own:
            self._keep(own)
        elif "third_party" not in left:
            folded = self.told.scan.folded
            recipient = _RECIPIENT[block.language].match(folded, start, end)
            start = recipient.end() if recipient is not None else start
            strong = item_strength(folded, start, end, block.language, listing.lead)
            stop = object_end(self.told, start, end, block.language)
            self._keep([Draft(start, stop, start, block, listing.lead.subject, strong, "commitment.item")])
        for first, last in sentences[1:]:
            self._sentence(block, first, last)

    def _opens(self, draft: Draft, start: int) -> bool:
        """Whether the draft's subject opens the item, so that the item is a sentence of its own."""
        folded, language = self.told.scan.folded, draft.block.language
        before = folded[start : draft.subject.start].replace("'", " ").split()
        if not set(before) <= commitment_words(language).subjects.determiners:
            return False
        # "Create an observatory, whose cost will be shared" is an item with a relative clause.
        return not has_relative(folded, draft.subject.start, draft.start, language)

    def _sentence(self, block: Block, start: int, end: int) -> None:
        if "boilerplate" in reasons(self.told, start, end, block.language):
            self._leave(start, end, "boilerplate")
            return
        drafts, left = self._drafts(block, start, end)
        if drafts:
            self._keep(drafts)
            return
        self.promisors.remember(start, end, block.language)
        found = left or reasons(self.told, start, end, block.language)
        if found:
            self._leave(start, end, found[0])

    def _drafts(self, block: Block, start: int, end: int) -> tuple[list[Draft], list[Reason]]:
        """Read a sentence by its heads; where it has none, in a text of articles, by its verb in the present."""
        heads = self._heads(start, end)
        drafts, left = read_sentence(self.told, (start, end), block, heads, self.acting) if heads else ([], [])
        if drafts or left or not self.articles:
            return drafts, left
        heads = present_heads(self.told, start, end, block.language)
        return read_sentence(self.told, (start, end), block, heads, self.acting)

    def _keep(self, drafts: list[Draft]) -> None:
        ids: dict[int, str] = {}
        for draft in drafts:
            promisors = self.promisors.of(draft)
            made = fill(self.told, draft, promisors, ids.get(id(draft.parent)))
            ids[id(draft)] = made.id
            self.reading.mentions.append(made)
            if not promisors:
                self.reading.issues.append(Issue("promisor_not_named", made.start, made.end))

    def _leave(self, start: int, end: int, reason: Reason) -> None:
        self.reading.excluded.append(Excluded(start, end, self.told.scan.text[start:end], reason))

    def _heads(self, start: int, end: int) -> list[Head]:
        first = bisect.bisect_left(self.head_starts, start)
        return self.heads[first : bisect.bisect_left(self.head_starts, end)]


class _Listing:
    """The list that is being read: its lead-in, and the form that its items share."""

    def __init__(self, lead: Lead) -> None:
        self.lead = lead
        self._form = ""

    def takes(self, told: Told, block: Block) -> bool:
        """Whether the block is an item: marked as one, or of the form of the items before it."""
        form = "marked" if block.kind == "list_item" else shape(told, block)
        self._form = self._form or form
        return bool(form) and form == self._form
