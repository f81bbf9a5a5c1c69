"""Sentences after an item that only note its date or its owner: "Deadline: 31 May 2027. Lead: Ministry of Energy"."""

import functools
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Sentence

Label = Literal["date", "owner"]
Tells = Label | Literal["both"]

_PARTS = re.compile(r" ?[|;•·–—/] ?")  # what stands between two notes on one line
_LABEL = 30  # characters of the longest label and its colon


class Note(NamedTuple):
    """A sentence, or a cell of a table, that notes by when something is done ("date"), whose task it is, or both."""

    sentence: Sentence
    tells: Tells


def labelled(sentence: Sentence) -> Label | None:
    """Return what a label says is noted: "Deadline", "Responsable", with or without more words."""
    by_when, whose = _labels(sentence.language)
    if by_when.match(sentence.scan.folded, sentence.start, sentence.end):
        return "date"
    return "owner" if whose.match(sentence.scan.folded, sentence.start, sentence.end) else None


def notes_in(sentences: Iterable[Sentence]) -> tuple[Note, ...]:
    """Return the notes with which sentences begin: they only note something of the item before them."""
    found: list[Note] = []
    for sentence in sentences:
        note = note_in(sentence)
        if note is None:
            break
        found.append(note)
    return tuple(found)


def note_in(sentence: Sentence) -> Note | None:
    """Return the note that a sentence is, where it opens with a label: "Lead: Chile", "Lead: Chile | Due: May"."""
    if sentence.scan.folded.find(":", sentence.start, sentence.start + _LABEL) < 0:
        return None
    tells = labelled(sentence)
    if tells is None:
        return None
    by_when, whose = _labels(sentence.language)
    parts = _PARTS.finditer(sentence.scan.folded, sentence.start, sentence.end)
    other = whose if tells == "date" else by_when
    also = any(other.match(sentence.scan.folded, part.end(), sentence.end) for part in parts)
    return Note(sentence, "both" if also else tells)


def notes_after(blocks: Sequence[Sequence[Sentence]], index: int) -> tuple[tuple[Note, ...], int]:
    """Return what the blocks after one only note of it ("Lead: ..." on a line of its own), and where they end.

    Before and between them may stand what says neither by when nor whose it is ("Milestones: ...").
    """
    notes: list[Note] = []
    place = end = index + 1
    while place < len(blocks):
        found = notes_in(blocks[place])
        place += 1
        if len(found) == len(blocks[place - 1]):
            notes += found
            end = place
        elif not _is_particular(blocks[place - 1][0]):
            break
    return tuple(notes), end


def notes_of_list(blocks: Sequence[Sequence[Sentence]], index: int) -> tuple[tuple[Note, ...], int]:
    """Return what is noted of all bullets from one on, and where they end: "Lead: Chile" below the last of them.

    Where the list goes on after such a note, it is only of the bullet before it.
    """
    end = index
    while end < len(blocks) and _is_bullet(blocks[end]):
        end += 1
    if end == index:
        return (), index
    notes, after = notes_after(blocks, end - 1)
    goes_on = after < len(blocks) and _is_bullet(blocks[after])
    return (() if goes_on else notes), end


def _is_particular(sentence: Sentence) -> bool:
    if sentence.scan.folded.find(":", sentence.start, sentence.start + _LABEL) < 0:
        return False
    particulars = _label(commitment_words(sentence.language).lists.particulars)
    match = particulars.match(sentence.scan.folded, sentence.start, sentence.end)
    return match is not None and match[0].endswith(":")


def _is_bullet(sentences: Sequence[Sentence]) -> bool:
    """Whether a block is an item that no number or letter marks, and more than a note."""
    block = sentences[0].block
    plain = block.kind == "list_item" and not any(map(str.isalnum, block.marker))
    return plain and len(notes_in(sentences)) < len(sentences)


@functools.cache
def _labels(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = commitment_words(language).lists
    return _label(lists.dates), _label(lists.owners)


@functools.cache
def _label(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(words)}(?:\s?:|(?![^\W_]))")
