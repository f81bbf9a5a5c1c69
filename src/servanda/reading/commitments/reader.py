"""Go through a document block by block and read its commitments; keep what was left out, with the reason."""

import itertools
import operator
import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.assumed import assumed_parties
from servanda.reading.commitments.clauses import object_end
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.home import home_of, opener_of
from servanda.reading.commitments.lists import (
    Lead,
    assigned,
    is_measure,
    is_numbered,
    item_start,
    item_strength,
    lead_in,
    opens_with_action,
    plans,
    shape,
)
from servanda.reading.commitments.measures import Measures
from servanda.reading.commitments.notes import Note, notes_in
from servanda.reading.commitments.present import has_articles, present_heads
from servanda.reading.commitments.promisors import Promisors
from servanda.reading.commitments.sentences import read_sentence
from servanda.reading.commitments.slots import fill
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence, Told, within
from servanda.reading.mention import Excluded, Issue, Mention, Reason
from servanda.reading.parties import parties_of
from servanda.reading.scan import Scan
from servanda.text.document import Block

_ACTING = frozenset(("agent", "collective", "speaking", "singular", "plural", "counterpart", "instrument"))
# "To their ministers of finance, to seek ...": what is undertaken follows who is told to do it.
_RECIPIENT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"to [^,;]{3,60}, to "),
    "fr": re.compile(r"(?:à|aux?) [^,;]{3,60}, (?:à |de |d')"),
    "es": re.compile(r"(?:a|al) [^,;]{3,60}, a (?:que )?"),
}
_NO_ITEM = frozenset({"welcome", "ceremony", "wish", "shared_value"})
_WELCOME = 25  # characters at the head of an item in which it says that it only welcomes or thanks
_CLITICS = 6  # characters that may stand before the verb of an item: "en ", "s'y "
_PLANNED = Lead(
    "firm", Subject(0, 0, "collective"), neutral=True
)  # what a heading of a plan makes of the items under it
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
    """Walks through one document; remembers the lead-in of the list it is in, and who was the last subject."""

    def __init__(self, told: Told, parties: tuple[str, ...]) -> None:
        self.told = told
        self.parties = parties
        home = home_of(told.scan)
        opener = opener_of(told.sentences, parties)
        # A text may speak of what its own state does, even where it is about two others.
        self.acting = (*parties, *(state for state in (home, opener) if state)) if parties else parties
        assumed = assumed_parties(told.scan, parties)
        for sentence in told.sentences if assumed else ():
            sentence.assumed = assumed
        self.promisors = Promisors(told, parties, opener)
        self.reading = CommitmentReading([], [], [])
        self.articles = has_articles(told.scan)
        self.section = _Section()
        self.table = Measures()
        self.listing: _Listing | None = None
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
        notes, end = _notes_after(blocks, index)
        following = blocks[index + 1][0].block if index + 1 < len(blocks) else None
        lead = self._lead(sentences[-1], following) if following is not None else None
        if self.listing is not None and self.listing.takes(sentences[0]) and (lead is None or len(sentences) > 1):
            self._item(sentences, self.listing.lead, notes)
            return end
        self.listing = _Listing(lead) if lead is not None else None
        opens = lead is None and following is not None and self._leads_in(sentences[-1], following)
        if self.listing is not None:
            self._keep_money(sentences[-1])
        if self._is_headline(index, block):
            self.section.enter(sentences[-1])
        elif self.listing is None and self.section.holds(sentences[0]):
            self._item(sentences, _PLANNED, notes)
        else:
            self._sentences(sentences[: len(sentences) - (self.listing is not None or opens)], notes)
        if opens:
            self.section.open()
        return end

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
        self._item(measure.sentences, _PLANNED, measure.notes)
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
        listed = following.kind == "list_item" and block.kind in _HEADINGS
        return lead_in(sentence, following) if opens or listed else None

    def _leads_in(self, sentence: Sentence, following: Block) -> bool:
        """Whether a paragraph leads in the sections after it: "The Parties agreed on the following actions:"."""
        if following.kind not in _HEADINGS:
            return False
        opens = sentence.block.kind == "paragraph" and self.told.scan.text.endswith(":", sentence.start, sentence.end)
        return opens and lead_in(sentence, following) is not None

    def _keep_money(self, sentence: Sentence) -> None:
        """Keep a lead-in that itself gives money ("will invest 18 million over four years:") beside its items."""
        drafts, _ = read_sentence(sentence, sentence.heads, self.acting)
        self._keep([draft for draft in drafts if within(sentence.money, draft.start, draft.end)])

    def _item(self, sentences: Sequence[Sentence], lead: Lead, after: tuple[Note, ...] = ()) -> None:
        first = sentences[0]
        own_notes = notes_in(sentences[1:])
        notes = own_notes + after
        drafts, left = self._with_verb(first, lead) or self._drafts(first)
        own = [draft for draft in drafts if draft.subject.kind in _ACTING and _opens(draft)]
        if own:
            self._keep([replace(draft, notes=notes) for draft in own])
        elif thanks := [
            one.label for one in first.left if one.label in _NO_ITEM and one.start < first.start + _WELCOME
        ]:
            self._leave(first.start, first.end, thanks[0])
        elif "third_party" not in left:
            recipient = _RECIPIENT[first.language].match(self.told.scan.folded, first.start, first.end)
            start = recipient.end() if recipient is not None else item_start(first)
            given = assigned(first, start) if start > first.start else None
            start = given.end + 1 if given is not None else start
            strong = item_strength(first, start, lead)
            stop = object_end(first, start, first.end)
            subject = given or self._given(first, lead)
            self._keep([Draft(start, stop, start, first, subject, strong, "commitment.item", notes=notes)])
        self._sentences(sentences[1 + len(own_notes) :])

    def _with_verb(self, first: Sentence, lead: Lead) -> tuple[list[Draft], list[Reason]] | None:
        """Read an item that begins with a verb of its own ("équipera 180 stations et en rendra compte"), if it does."""
        head = first.heads[0] if first.heads else None
        if head is None or not head.verb or head.start - first.start > _CLITICS or not lead.subject.parties:
            return None
        drafts, left = read_sentence(first, first.heads, self.acting, lead.subject)
        return (drafts, left) if drafts else None

    def _given(self, first: Sentence, lead: Lead) -> Subject:
        """Return the subject of an item: who its words name as giving it, or that of its lead-in."""
        if lead is not _PLANNED:
            return lead.subject
        return Subject(first.start, first.start, "collective")

    def _sentences(self, sentences: Sequence[Sentence], after: tuple[Note, ...] = ()) -> None:
        """Read sentences that stand together; what only notes a date or an owner belongs to the one before it."""
        for place, sentence in enumerate(sentences):
            if place and notes_in([sentence]):
                continue
            following = map(sentences.__getitem__, range(place + 1, len(sentences)))  # no copy: there may be many
            last = place + 1 == len(sentences)
            self._sentence(sentence, notes_in(following) + (after if last else ()))

    def _sentence(self, sentence: Sentence, notes: tuple[Note, ...] = ()) -> None:
        reasons = [found.label for found in sentence.left]
        if "boilerplate" in reasons:
            self._leave(sentence.start, sentence.end, "boilerplate")
            return
        drafts, left = self._drafts(sentence)
        if drafts:
            self._keep([replace(draft, notes=notes) for draft in drafts] if notes else drafts)
            return
        self.promisors.remember(sentence)
        if left or reasons:
            self._leave(sentence.start, sentence.end, (left or reasons)[0])

    def _drafts(self, sentence: Sentence) -> tuple[list[Draft], list[Reason]]:
        """Read a sentence by its heads; where it has none, in a text of articles, by its verb in the present."""
        drafts, left = read_sentence(sentence, sentence.heads, self.acting) if sentence.heads else ([], [])
        if drafts or left or not self.articles:
            return drafts, left
        return read_sentence(sentence, present_heads(sentence), self.acting)

    def _keep(self, drafts: list[Draft]) -> None:
        ids: dict[int, str] = {}
        for draft in drafts:
            promisors = self.promisors.of(draft)
            made = fill(draft, promisors, ids.get(id(draft.parent)))
            ids[id(draft)] = made.id
            self.reading.mentions.append(made)
            if not promisors:
                self.reading.issues.append(Issue("promisor_not_named", made.start, made.end))

    def _leave(self, start: int, end: int, reason: Reason) -> None:
        self.reading.excluded.append(Excluded(start, end, self.told.scan.text[start:end], reason))


class _Listing:
    """The list that is being read: its lead-in, and the form that its items share."""

    def __init__(self, lead: Lead) -> None:
        self.lead = lead
        self._form = ""
        self._numbered = False

    def takes(self, first: Sentence) -> bool:
        """Whether the block that begins with this sentence is an item: marked as one, or formed as those before it."""
        if first.scan.text[first.block.start : first.block.end].isupper():
            return False  # a heading: "I. ENERGY"
        form = "marked" if first.block.kind == "list_item" else shape(first)
        if not self._form:
            self._form, self._numbered = form, is_numbered(first.block)
        return bool(form) and form == self._form and (self._numbered or not is_numbered(first.block))


class _Section:
    """The section that is being read: under the title or a heading of a plan, items are commitments by their action."""

    def __init__(self) -> None:
        self._titled = False
        self._planned = False

    def open(self) -> None:
        """Note that what follows is agreed, up to a heading that refuses."""
        self._titled = self._planned = True

    def enter(self, heading: Sentence) -> None:
        """Note a heading: the title speaks for all sections but those whose own heading refuses."""
        plan = plans(heading)
        if heading.block.kind == "title":
            self._titled = plan is True
        self._planned = plan if plan is not None else self._titled

    def holds(self, first: Sentence) -> bool:
        """Whether the block that begins with this sentence is an item of a plan."""
        return is_measure(first.block) or (self._planned and opens_with_action(first))


def _notes_after(blocks: Sequence[Sequence[Sentence]], index: int) -> tuple[tuple[Note, ...], int]:
    """Return what the blocks after one only note of it ("Lead: ..." on a line of its own), and where they end."""
    notes: list[Note] = []
    end = index + 1
    while end < len(blocks) and len(found := notes_in(blocks[end])) == len(blocks[end]):
        notes += found
        end += 1
    return tuple(notes), end


def _opens(draft: Draft) -> bool:
    """Whether a draft's subject opens its item, so that the item is a sentence of its own."""
    sentence, subject = draft.sentence, draft.subject
    before = sentence.scan.folded[sentence.start : subject.start].replace("'", " ").split()
    if not set(before) <= commitment_words(sentence.language).subjects.determiners:
        return False
    # "Create an observatory, whose cost will be shared" is an item with a relative clause.
    return not within(sentence.relatives, subject.start, draft.start)
