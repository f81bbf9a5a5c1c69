"""Go through a document block by block and read its commitments; keep what was left out, with the reason."""

import itertools
import operator
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.reading.commitments.assumed import assumed_parties
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.home import home_of, opener_of
from servanda.reading.commitments.items import read_item
from servanda.reading.commitments.list_words import tells
from servanda.reading.commitments.lists import Lead, Listing, heads_part, lead_in
from servanda.reading.commitments.measures import Measures
from servanda.reading.commitments.notes import Note, note_in, notes_after, notes_in, notes_of_list
from servanda.reading.commitments.promisors import Promisors
from servanda.reading.commitments.sections import Section, planned
from servanda.reading.commitments.sentences import SentenceReader
from servanda.reading.commitments.slots import fill
from servanda.reading.commitments.told import Sentence, Told, within
from servanda.reading.mention import Excluded, Issue, Mention, Reason
from servanda.reading.parties import parties_of
from servanda.reading.scan import Scan
from servanda.text.document import Block

_HEADINGS = frozenset({"title", "heading"})
_BLOCK = operator.attrgetter("block")
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
    return _Reader(told, parties_of(scan, scan.cast.namings)).read()


class _Reader:
    """Walks through one document; remembers the list, the section and the table that it is in."""

    def __init__(self, told: Told, parties: tuple[str, ...]) -> None:
        self.told = told
        home = home_of(told.scan)
        opener = opener_of(told.sentences, parties)
        # A text may speak of what its own state does, even where it is about two others.
        acting = (*parties, *(state for state in (home, opener) if state)) if parties else parties
        self._acting = frozenset(acting)
        self.sentence_reader = SentenceReader(told.scan, acting)
        assumed = assumed_parties(told.scan, parties)
        for sentence in told.sentences if assumed else ():
            sentence.assumed = assumed
        self.promisors = Promisors(told, parties, home, opener)
        self.reading = CommitmentReading([], [], [])
        self.section = Section()
        self.table = Measures()
        self.listing: Listing | None = None
        self.listed: tuple[tuple[Note, ...], int] = ((), 0)  # what is noted of the bullets up to a block
        self.seen: set[str] = set()

    def read(self) -> CommitmentReading:
        blocks = [list(sentences) for _, sentences in itertools.groupby(self.told.sentences, _BLOCK)]
        done = 0
        for index, sentences in enumerate(blocks):
            for before, sentence in itertools.pairwise(sentences):
                sentence.before = before
            if index >= done:
                done = self._block(blocks, index)
        self.reading.mentions.sort(key=lambda one: (one.start, -one.end))
        return self.reading

    def _block(self, blocks: Sequence[Sequence[Sentence]], index: int) -> int:
        """Read a block with what only notes something of it; return the index of the block to go on with."""
        sentences = blocks[index]
        block = sentences[0].block
        if block.row is None:
            self.table.leave()
        elif cells := self._measure(blocks, index):
            self.listing = None
            return index + cells
        if self._repeats(block):
            self._leave(block.start, block.end, "boilerplate")
            if block.kind in _HEADINGS:
                self.listing = None
                self.section.enter(sentences[-1])
            return index + 1
        notes, end = self._notes(blocks, index)
        following = blocks[index + 1][0].block if index + 1 < len(blocks) else None
        lead = self._lead(sentences[-1], following) if following is not None else None
        if self._listed(sentences, following, lead, notes):
            return end
        self.listing = Listing(lead) if lead is not None else None
        opens = lead is None and following is not None and self._leads_in(sentences[-1], following)
        if self.listing is not None:
            self._keep_money(sentences[-1])
        if self._is_headline(index, block):
            self.section.enter(sentences[-1])
        elif self.listing is None and self.section.holds(sentences[0]):
            self._item(sentences, planned(sentences[0]), notes or self.listed[0])
        else:
            self._sentences(sentences[: len(sentences) - (self.listing is not None or opens)], notes)
        if opens:
            self.section.open()
        return end

    def _listed(
        self, sentences: Sequence[Sentence], following: Block | None, lead: Lead | None, notes: tuple[Note, ...]
    ) -> bool:
        """Read a block as an item of the list that it stands in, or as the heading of a part of it, if it is one."""
        if self.listing is None:
            return False
        if heads_part(sentences[0], following):
            self.listing = Listing(self.listing.lead)
            return True
        if not self.listing.takes(sentences[0]) or (lead is not None and len(sentences) == 1):
            return False
        self._item(sentences, self.listing.lead, notes or self.listed[0])
        return True

    def _notes(self, blocks: Sequence[Sequence[Sentence]], index: int) -> tuple[tuple[Note, ...], int]:
        """Return what the blocks after one note of it and where they end; keep what is noted of all of its list."""
        if index >= self.listed[1]:
            self.listed = notes_of_list(blocks, index)
        return notes_after(blocks, index)

    def _measure(self, blocks: Sequence[Sequence[Sentence]], index: int) -> int:
        """Read the row of a table of measures that begins here; return its cells, 0 where it is none."""
        row = blocks[index][0].block.row
        if index and blocks[index - 1][0].block.row == row:
            return 0  # the row was looked at from its first cell on
        end = index
        while end < len(blocks) and blocks[end][0].block.row == row:
            end += 1
        cells = blocks[index:end]
        if self.table.head(cells):
            return len(cells)
        measure = self.table.row(cells)
        if measure is None:
            return 0
        self._item(measure.sentences, planned(measure.sentences[0]), measure.notes)
        return len(cells)

    def _is_headline(self, index: int, block: Block) -> bool:
        """Whether the block is a heading, or opens the text as one too long to be known by its length."""
        text = self.told.scan.text
        opens = index == 0 and not text[block.start : block.end].rstrip('"”» ').endswith((".", "!", "?", ":", ";", "…"))
        return block.kind in _HEADINGS or (opens and len(self.told.scan.document.blocks) > 1)

    def _repeats(self, block: Block) -> bool:
        """Whether the block stood in the text before: a headline repeated as a summary, a prompt between sections."""
        words = self.told.scan.folded[block.start : block.end]
        if "\n" in words or "  " in words:
            words = " ".join(words.split())
        repeated = len(words) >= _REPEATED and words in self.seen
        self.seen.add(words)
        return repeated

    def _lead(self, sentence: Sentence, following: Block) -> Lead | None:
        """Return the lead-in that a block ends with: a line with a colon, or a heading right before a list."""
        if following.kind in _HEADINGS:
            return None
        block = sentence.block
        opens = self.told.scan.text.endswith(":", sentence.start, block.end)
        listed = following.kind == "list_item" and block.kind == "heading" and not tells(sentence)
        return lead_in(sentence, following) if opens or listed else None

    def _leads_in(self, sentence: Sentence, following: Block) -> bool:
        """Whether a paragraph leads in the sections after it: "The Parties agreed on the following actions:"."""
        if following.kind not in _HEADINGS:
            return False
        opens = sentence.block.kind == "paragraph" and self.told.scan.text.endswith(":", sentence.start, sentence.end)
        return opens and lead_in(sentence, following) is not None

    def _keep_money(self, sentence: Sentence) -> None:
        """Keep a lead-in that itself gives money ("will invest 18 million over four years:") beside its items."""
        drafts, _ = self.sentence_reader.by_heads(sentence)
        self._keep([draft for draft in drafts if within(sentence.money, draft.start, draft.end)])

    def _item(self, sentences: Sequence[Sentence], lead: Lead, after: tuple[Note, ...]) -> None:
        first, others = sentences[0], sentences[1:]
        notes = notes_in(others)
        drafts, reason = read_item(first, lead, notes + after, self.sentence_reader)
        self._keep(drafts)
        if reason is not None:
            self._leave(first.start, first.end, reason)
        self._sentences(others[len(notes) :])

    def _sentences(self, sentences: Sequence[Sentence], after: tuple[Note, ...] = ()) -> None:
        """Read sentences that stand together; what only notes a date or an owner belongs to the one before it."""
        noted: list[tuple[Sentence, list[Note]]] = []
        for sentence in sentences:
            note = note_in(sentence) if noted else None
            if note is None:
                noted.append((sentence, []))
            else:
                noted[-1][1].append(note)
        for sentence, notes in noted:
            self._sentence(sentence, (*notes, *after) if sentence is sentences[-1] else tuple(notes))

    def _sentence(self, sentence: Sentence, notes: tuple[Note, ...]) -> None:
        reasons = sentence.reasons(sentence.start, sentence.end)
        if "boilerplate" in reasons:
            self._leave(sentence.start, sentence.end, "boilerplate")
            return
        drafts, left = self.sentence_reader.read(sentence)
        if drafts:
            self._keep([replace(draft, notes=notes) for draft in drafts] if notes else drafts)
            return
        self.promisors.remember(sentence)
        if left or reasons:
            self._leave(sentence.start, sentence.end, (left or reasons)[0])

    def _keep(self, drafts: list[Draft]) -> None:
        ids: dict[tuple[int, int], str] = {}
        for draft in drafts:
            promisors = self.promisors.of(draft)
            if self._acting and promisors and self._acting.isdisjoint(promisors):
                self._leave(draft.start, draft.end, "third_party")  # "Morocco has not answered. It plans to"
                continue
            whole = draft.parent
            made = fill(draft, promisors, ids.get((whole.start, whole.end)) if whole is not None else None)
            ids[draft.start, draft.end] = made.id
            self.reading.mentions.append(made)
            if not promisors:
                self.reading.issues.append(Issue("promisor_not_named", made.start, made.end))

    def _leave(self, start: int, end: int, reason: Reason) -> None:
        self.reading.excluded.append(Excluded(start, end, self.told.scan.text[start:end], reason))
