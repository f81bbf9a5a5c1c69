"""Take from one document and its reading what is needed to compare it with others, and let go of the rest."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from servanda.lexicon.numbers import unaccented
from servanda.reading.mention import Date, Mention, Reading
from servanda.reconciling.beside import Inside, Surroundings
from servanda.reconciling.cues import cues
from servanda.reconciling.figure import Figure, Kept, Place, Stage
from servanda.reconciling.finding import Ref
from servanda.reconciling.measured import COMPARED
from servanda.reconciling.sentences import Pair, Sentence, Stretch, measuring_sentences
from servanda.reconciling.terms import is_content, meaning
from servanda.text.document import Document
from servanda.text.folding import fold
from servanda.text.words import words

_WORD = re.compile(r"[^\W\d_]+")
_SHINGLE = 4  # words
_SAMPLE = 2  # one shingle in two is kept: enough to see a copy, and how much of it was cut
_BEFORE = 500  # characters before a figure in its sentence in which its verb stands
_HEAD = 400  # characters at the head of a document
_LINE = 100  # characters of a line that holds no more than a place and a day
_OPENS = re.compile(r"[^.\n]{0,60}?[\s.)](?:[–—]|-+)\s")  # "SUVA, 12 June (Norland News) -"


class Gathered(NamedTuple):
    """What is kept of a document: its figures in order, and a fingerprint by which copies of its text are known."""

    document: Kept
    figures: tuple[Figure, ...]
    shingles: frozenset[int]


def gather(document: Document, reading: Reading) -> Gathered:
    """Return the comparable figures of a document. What was left out as boilerplate gives none (CODEBOOK I2)."""
    text = _Text(document, reading)
    sentences = measuring_sentences(document, _compared(document, reading))
    figures = tuple(figure for sentence, pairs in sentences for figure in text.figures(sentence, pairs))
    return Gathered(text.kept, figures, _shingles(text.folded))


def _compared(document: Document, reading: Reading) -> list[Mention]:
    left_out = [(part.start, part.end) for part in reading.excluded if part.reason == "boilerplate"]
    return [
        mention
        for mention in reading.mentions
        if mention.kind in COMPARED
        and not _is_dateline(mention, document)
        and not any(start <= mention.start < end for start, end in left_out)
    ]


def _is_dateline(mention: Mention, document: Document) -> bool:
    """Whether a date is only the day of the document, written at its head: on a line of its own, or before a dash.

    "They signed an accord on 8 July", at the head too, says what happened on that day.
    """
    value = mention.value
    if not isinstance(value, Date) or value.start != document.date or mention.start >= _HEAD:
        return False
    if not any(character.isdigit() for character in mention.quote):
        return False
    block = next(block for block in document.blocks if mention.start < block.end)
    return block.end - block.start <= _LINE or _OPENS.match(document.text, mention.end) is not None


def _shingles(folded: str) -> frozenset[int]:
    """Hash the runs of four words, numbers apart, that begin at one word in two, which its own hash chooses."""
    found = _WORD.findall(folded)
    return frozenset(
        zlib.crc32(" ".join(found[at : at + _SHINGLE]).encode())
        for at, word in enumerate(found)
        if zlib.crc32(word.encode()) % _SAMPLE == 0
    )


def _about(document: Document) -> frozenset[str]:
    """Return the terms of the content words of a text."""
    lower = document.text.lower()
    return frozenset(
        meaning(word, block.language)
        for block in document.blocks
        for word in (lower[start:end] for start, end in words(lower, block.start, block.end))
        if is_content(word, block.language)
    )


class _Text:
    """One document, prepared for its figures to be taken."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.folded = fold(document.text)
        self._document = document
        self._surroundings = Surroundings(document, reading, self.folded)
        self._undertaken = [(m.start, m.end) for m in reading.mentions if m.kind == "commitment"]
        self.kept = Kept(
            name=document.name,
            sha256=document.sha256,
            language=document.language,
            date=document.date,
            names=frozenset(map(unaccented, self._surroundings.names)),
            capitals=self._surroundings.capitals,
            states=self._surroundings.states,
            about=_about(document),
        )

    def figures(self, sentence: Sentence, pairs: list[Pair]) -> Iterator[Figure]:
        """Yield the figures of a sentence, one kind after the other."""
        inside = self._surroundings.inside(sentence)
        by_kind: dict[str, list[Pair]] = defaultdict(list)
        for mention, value in pairs:
            by_kind[value.kind].append((mention, value))
        for alike in by_kind.values():
            yield from self._of_one_kind(sentence, inside, alike)

    def _of_one_kind(self, sentence: Sentence, inside: Inside, pairs: list[Pair]) -> Iterator[Figure]:
        """Yield the figures of one kind in a sentence, each with the part of the sentence that belongs to it."""
        words = cues(sentence.language)
        following = [*(mention.start for mention, _ in pairs[1:]), sentence.end]
        partings = [
            words.parting(self.folded, mention.end, start)
            for (mention, _), start in zip(pairs[:-1], following, strict=False)
        ]
        starts = [sentence.start, *(begin for _, begin in partings)]
        ends = [*(end for end, _ in partings), sentence.end]
        for order, ((mention, value), start, end) in enumerate(zip(pairs, starts, ends, strict=True)):
            part = self._document.part_at(mention.start)
            yield Figure(
                ref=Ref(self.kept.name, mention.id),
                document=self.kept,
                language=sentence.language,
                publisher=part.publisher if part and part.publisher else self._document.publisher,
                value=value,
                stage=self._stage(mention, (max(sentence.start, mention.start - _BEFORE), end), sentence),
                place=Place(
                    start=mention.start,
                    sentence=sentence.number,
                    block=sentence.block,
                    lead_in=sentence.lead_in,
                    order=(order, len(pairs)),
                    total=words.says_total(self.folded, start, end),
                    breakdown=words.says_breakdown(self.folded, mention, following[order], sentence.end),
                    complete=words.says_complete(self.folded, mention, following[order], sentence.end),
                    part=words.says_part(self.folded, start, end),
                    compared=words.says_compared(self.folded, mention),
                    added=words.says_added(self.folded, mention),
                ),
                beside=inside.beside(mention, (start, end)),
            )

    def _stage(self, mention: Mention, stretch: Stretch, sentence: Sentence) -> Stage:
        """Say at which stage a mention is (CODEBOOK M1), by its sentence and by the day of the document.

        An amount was paid or delivered (``done``), is undertaken or to come (``ahead``), or is only ``stated``. A day
        is one by which something is ``due``, or on which it was (``past``), is (``today``, give or take one) or will
        be (``ahead``); ``day`` where the document has no day.
        """
        words = cues(sentence.language)
        if not isinstance(mention.value, Date):
            if words.says_done(self.folded, *stretch):
                return "done"
            undertaken = any(start <= mention.start < end for start, end in self._undertaken)
            return "ahead" if undertaken or words.says_ahead(self.folded, *stretch) else "stated"
        if words.says_due(self.folded, stretch[0], mention):
            return "due"
        if self.kept.date is None:
            return "day"
        days = (mention.value.start - self.kept.date).days
        return "today" if abs(days) <= 1 else "past" if days < 0 else "ahead"
