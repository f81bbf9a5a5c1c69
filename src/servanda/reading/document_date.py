"""The date that a text states for itself: a dateline, a line with nothing but a date, "Done at Ottawa, this ..."."""

import datetime
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Date
from servanda.reading.scan import Scan
from servanda.reading.times import read_times
from servanda.reading.times.absolute import DAYS
from servanda.reading.times.vocabulary import any_of, spelled, time_words
from servanda.text.document import Block, Document
from servanda.text.folding import fold, plain

_FIRST_BLOCKS = 12
_LAST_BLOCKS = 8
_TITLE_BLOCKS = 4  # at the head, among which stands the line of who publishes, where and when
_LONGEST_PLACE = 60  # characters
_OPENING = 160  # characters at the head of a block in which a stated day has its year, and "Done at ..." ends
_FIRST_LETTERS = 3
_READ = 260  # characters that are read for it: what stands after the day tells, too
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "Joint media release, Canberra and Jakarta, 2 March 2026"
_IMPRINT = re.compile(r"[^\n]{0,130}?[,|–—-] (?!(?:on|by|en) )[^\n,]{4,30}(?:19|20)\d\d\Z")
_YEARS = re.compile(rb"\d{4}(?:-(?:\d\d){1,2})?")  # "2025", "2025-28"
_PLACE_END = re.compile(r"[,:(|/–—-]\s*$")
_SMALL = frozenset(("de", "del", "la", "las", "los", "le", "les", "el", "sur", "of", "the", "y", "et", "and", "en"))
# After the date of a dateline: nothing, or a dash, bracket or bar, perhaps with the time of day before it.
_AFTER = re.compile(
    r"(?:[\s,|]*(?:at|à|a las)?\s*\d{1,2}\s?[:h.]\s?\d{2}[^\n–—]{0,16})?\s*(?:$|[.,]?\s*[–—|/(]|[.,]?\s*-(?!\w))"
)


def stated_day(document: Document, near: datetime.date | None = None) -> datetime.date | None:
    """Return the day that a text states for itself, or None.

    It is looked for at the head (a dateline, a line of its own, "Published on ...") and then, for agreements, at the
    end ("Done at ..."); a meeting of several days speaks from its last. Its year must be written: a copyright year is
    no date, and reading invents no day. Only where the text is known to be of about the same time as ``near``, a
    dateline without a year counts too ("SUVA, June 12 (Norland News) -").
    """
    for number, block in enumerate(document.blocks[:_FIRST_BLOCKS]):
        dated = (
            near is not None
            or _YEAR.search(document.text, block.start, min(block.end, block.start + _OPENING)) is not None
        )
        if not dated:
            continue
        line = document.text[block.start : min(block.end, block.start + _READ)]
        imprint = number < _TITLE_BLOCKS and _IMPRINT.match(line) is not None
        adopted = _is_adopted(document.text[block.start : block.end], block.language)
        if adopted or imprint or _may_open(line, block.language):
            for before, after, day in _days(document, block, near):
                if adopted or (imprint and not after) or _opens(block.language, before, after):
                    return day
    for block in document.blocks[-_LAST_BLOCKS:]:
        if _closes(block.language, document.text[block.start : min(block.end, block.start + _OPENING)]):
            for before, _, day in _days(document, block, None):
                if len(before) <= _OPENING:
                    return day
    return None


def _is_adopted(line: str, language: Language) -> bool:
    """Whether a line below a title says when the text was adopted: "Approved by the Joint Commission, 14 May 2026"."""
    return len(line) <= _OPENING and not line.endswith(".") and _closes(language, line)


def _may_open(text: str, language: Language) -> bool:
    """Whether nothing but names and words of datelines stands before the first words of time that may hold a day.

    Prose that opens with a year is told apart so for a twentieth of what it costs to read its dates.
    """
    known = _words(language).known
    reach = 0
    for stretch in time_words(language).stretches.finditer(plain(fold(text))):
        names = _WORD.findall(text, reach, stretch.start())
        if not all(name[0].isupper() or name in _SMALL or spelled(fold(name)) in known for name in names):
            return False
        if not _YEARS.fullmatch(stretch[0]):
            return True
        reach = stretch.end()
    return False


def _days(document: Document, block: Block, near: datetime.date | None) -> Iterator[tuple[str, str, datetime.date]]:
    """Yield the days written in a block, with what stands before and after each."""
    # A dateline stands at the head of its block: nothing is read twice but that.
    text = document.text[block.start : min(block.end, block.start + _READ)]
    alone = msgspec.structs.replace(block, start=0, end=len(text))
    scan = Scan(msgspec.structs.replace(document, text=text, blocks=(alone,)), Vocabulary(), near)
    for mention in read_times(scan):
        value = mention.value
        if isinstance(value, Date) and (value.granularity == "day" or mention.rule == DAYS):
            yield text[: mention.start], text[mention.end :], value.end


def _opens(language: Language, before: str, after: str) -> bool:
    """Whether what stands before and after a date makes it a dateline, a date alone, or that of publication."""
    words = _words(language)
    told = spelled(fold(before))
    lead = told.strip(" \n:|-*.")
    if lead and words.published.fullmatch(lead.rpartition(". ")[2]):  # "Ministry of Ports. Updated on" too
        return True
    small = words.leading.search(told)
    place = before[: small.start()] if small is not None else before
    if place.strip() and (len(place) > _LONGEST_PLACE or not _PLACE_END.search(place)):
        return False
    names = _WORD.findall(place)
    if not all(name[0].isupper() or name in _SMALL for name in names):
        return False
    return _AFTER.match(after) is not None or (bool(names) and after[:1] in {".", ":", ")"})


def _closes(language: Language, opening: str) -> bool:
    """Whether a block that opens so says where and when an agreement was done: "Done at Ottawa, this ..."."""
    words = _words(language)
    if spelled(fold(opening[:_FIRST_LETTERS])) not in words.done_begins:
        return False
    return words.done.match(spelled(fold(opening))) is not None


class _Words(NamedTuple):
    published: re.Pattern[str]
    done: re.Pattern[str]
    leading: re.Pattern[str]
    done_begins: frozenset[str]  # the first letters of what tells that something was done
    known: frozenset[str]  # the words of what was published and of what leads to a date


@functools.cache
def _words(language: Language) -> _Words:
    stated = dates(language).stated
    published, done, leading = (
        any_of(map(spelled, words)) for words in (stated.published, stated.done, stated.leading)
    )
    before = " ".join(map(spelled, (*stated.published, *stated.leading)))
    return _Words(
        re.compile(published),
        re.compile(done),
        re.compile(rf"(?:{leading}\s+)+$"),
        frozenset(spelled(words)[:_FIRST_LETTERS] for words in stated.done),
        frozenset(_WORD.findall(before)),
    )
