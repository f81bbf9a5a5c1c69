"""The date that a text states for itself: a dateline, a line with nothing but a date, "Done at Ottawa, this ..."."""

import datetime
import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Date
from servanda.reading.scan import Scan
from servanda.reading.times import read_times
from servanda.reading.times.vocabulary import any_of, plain, spelled
from servanda.text.document import Block, Document
from servanda.text.folding import fold

_FIRST_BLOCKS = 12
_LAST_BLOCKS = 8
_LONGEST_PLACE = 60  # characters
_LONGEST_CLOSING = 160
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACE_END = re.compile(r"[,:(|/–—-]\s*$")
_SMALL = frozenset(("de", "del", "la", "las", "los", "le", "les", "el", "sur", "of", "the", "y", "et", "and", "en"))
# After the date of a dateline: nothing, or a dash, bracket or bar, perhaps with the time of day before it.
_AFTER = re.compile(
    r"(?:[\s,|]*(?:at|à|a las)?\s*\d{1,2}\s?[:h.]\s?\d{2}[^\n–—]{0,16})?\s*(?:$|[.,]?\s*[–—|/(]|[.,]?\s*-(?!\w))"
)


def stated_day(document: Document) -> datetime.date | None:
    """Return the day that a text states for itself, or None.

    It is looked for at the head (a dateline, a line of its own, "Published on ...") and then, for agreements, at the
    end ("Done at ..."). Its year must be written: a copyright year is no date, and reading invents no day.
    """
    for blocks, states in ((document.blocks[:_FIRST_BLOCKS], _opens), (document.blocks[-_LAST_BLOCKS:], _closes)):
        with_year = [block for block in blocks if _YEAR.search(document.text, block.start, block.end)]
        for block, start, end, day in _days(document, with_year):
            if states(block.language, document.text[block.start : start], document.text[end : block.end]):
                return day
    return None


def _days(document: Document, blocks: Sequence[Block]) -> list[tuple[Block, int, int, datetime.date]]:
    """Return the days written in some blocks: the block, where the day begins and ends, and the day."""
    if not blocks:
        return []
    scan = Scan(msgspec.structs.replace(document, blocks=tuple(blocks)), Vocabulary(), None)
    found = []
    for mention in read_times(scan):
        value = mention.value
        if isinstance(value, Date) and value.granularity == "day":
            block = next(block for block in blocks if block.start <= mention.start < block.end)
            found.append((block, mention.start, mention.end, value.start))
    return found


def _opens(language: Language, before: str, after: str) -> bool:
    """Whether what stands before and after a date makes it a dateline, a date alone, or that of publication."""
    words = _words(language)
    lead = plain(fold(before)).decode("ascii").strip(" \n:|-*.")
    if lead and words.published.fullmatch(lead):
        return True
    small = words.leading.search(plain(fold(before)).decode("ascii"))
    place = before[: small.start()] if small is not None else before
    if place.strip() and (len(place) > _LONGEST_PLACE or not _PLACE_END.search(place)):
        return False
    names = _WORD.findall(place)
    if not all(name[0].isupper() or name in _SMALL for name in names):
        return False
    return _AFTER.match(after) is not None or (bool(names) and after[:1] in {".", ":", ")"})


def _closes(language: Language, before: str, _: str) -> bool:
    """Whether a date after these words is that of signature: "Done at Ottawa, this ..."."""
    lead = plain(fold(before)).decode("ascii").strip()
    return len(lead) <= _LONGEST_CLOSING and _words(language).done.match(lead) is not None


class _Words(NamedTuple):
    published: re.Pattern[str]
    done: re.Pattern[str]
    leading: re.Pattern[str]


@functools.cache
def _words(language: Language) -> _Words:
    stated = dates(language).stated
    published, done, leading = (
        any_of(map(spelled, words)) for words in (stated.published, stated.done, stated.leading)
    )
    return _Words(re.compile(published), re.compile(done), re.compile(rf"(?:{leading}\s+)+$"))
