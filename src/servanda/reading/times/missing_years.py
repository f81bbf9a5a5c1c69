"""Which year a date without one belongs to: the document's day decides, else a date beside it, or nothing does."""

import functools
import re

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.reading.mention import Date
from servanda.reading.times import days
from servanda.reading.times.cues import deadline_cues
from servanda.reading.times.grammar import Setting
from servanda.reading.times.tokens import Partial
from servanda.reading.times.vocabulary import any_of, spelled

_SENTENCE = 200  # characters before a date in which words of the future are looked for
_CLAUSE = 80  # characters after a date that opens a sentence, in which its verb stands
_OPENING = 3  # words before such a date: "At the end of"
_WILL = re.compile(r"\b(?:will|shall)\b")
_SENTENCE_ENDS = (". ", "! ", "? ", "; ", "\n\n")
_NEXT_YEARS = range(-1, 2)
_YEARS_AROUND = range(-8, 9)  # 29 February can be eight years away


def in_year(partial: Partial, year: int) -> Date | None:
    """Return a date in a year, or None where that year has no such day."""
    if partial.day is None:
        return days.month(partial.month, year)
    first = days.day(year, partial.month, partial.day)
    if partial.last_day is None or first is None:
        return first
    last = days.day(year, partial.month, partial.last_day)
    return None if last is None else days.span(first, last)


def exists(partial: Partial) -> bool:
    """Whether some year has this day (2024 has every day)."""
    return in_year(partial, 2024) is not None


def resolved(partial: Partial, setting: Setting, start: int) -> Date | None:
    """Return a date in the year that puts it nearest to the document's day, or next where its sentence looks ahead.

    A weekday beside the day must fit. None without a document's day: then another date may say which year is meant.
    """
    return None if setting.day is None else resolved_beside(partial, days.one(setting.day), setting, start)


def resolved_beside(partial: Partial, other: Date, setting: Setting, start: int) -> Date | None:
    """Return a date in the year that puts it nearest to another date, or after that where its sentence looks ahead."""
    every_year = partial.weekday is None and not (partial.month == 2 and 29 in {partial.day, partial.last_day})
    around = (in_year(partial, other.end.year + offset) for offset in (_NEXT_YEARS if every_year else _YEARS_AROUND))
    fitting = [date for date in around if date and partial.weekday in {None, date.start.isoweekday()}]
    return _nearest(fitting, other, setting, start)


def after(partial: Partial, first: Date) -> Date | None:
    """Return the first such date that does not begin before another date."""
    around = (in_year(partial, first.start.year + offset) for offset in _YEARS_AROUND)
    return next((date for date in around if date and date.start >= first.start), None)


def before(partial: Partial, last: Date) -> Date | None:
    """Return the last such date that does not begin after another date."""
    around = (in_year(partial, last.start.year - offset) for offset in _YEARS_AROUND)
    return next((date for date in around if date and date.start <= last.start), None)


def nearest(candidates: list[Date], setting: Setting, start: int) -> Date | None:
    """Return the candidate nearest to the document's day, or the first not past where the sentence looks ahead."""
    return None if setting.day is None else _nearest(candidates, days.one(setting.day), setting, start)


def _nearest(candidates: list[Date], other: Date, setting: Setting, start: int) -> Date | None:
    if looks_ahead(setting, start) or _opens_ahead(setting, start):
        return min((date for date in candidates if date.end >= other.end), key=lambda date: date.start, default=None)

    def distance(date: Date) -> int:
        return max((date.start - other.end).days, (other.start - date.end).days)

    return min(candidates, key=distance, default=None)


def looks_ahead(setting: Setting, start: int) -> bool:
    """Whether the sentence speaks of the future before this place ("will"), or a deadline ends here ("d'ici le").

    Not where it tells at this very place what was said or done: "They will meet again, the ministers said on Tuesday".
    """
    begin = _sentence_start(setting, start)
    sentence = setting.plain[begin:start]
    if _told(setting.language).search(sentence):
        return False
    cues = deadline_cues(setting.language)
    words, verbs = _future(setting.language)
    return bool(
        cues.by.search(sentence)
        or cues.before.search(sentence)
        or words.search(sentence)
        or (verbs is not None and verbs.search(setting.text, begin, start))
    )


def _opens_ahead(setting: Setting, start: int) -> bool:
    """Whether a date opens a sentence that speaks of the future: "In September, Chile will hold a fair".

    That of a dateline does not: "DAKAR, 10 June (Agency) - A ferry will sail".
    """
    before = setting.plain[_sentence_start(setting, start) : start].split()
    if len(before) > _OPENING or (before and before[-1].endswith(",")):
        return False
    reach = start + _CLAUSE
    end = min((place for end in _SENTENCE_ENDS if (place := setting.plain.find(end, start, reach)) >= 0), default=reach)
    _, verbs = _future(setting.language)
    return (verbs or _WILL).search(setting.text, start, end) is not None


def _sentence_start(setting: Setting, start: int) -> int:
    begin = max(0, start - _SENTENCE)
    return max(begin, *(setting.plain.rfind(end, begin, start) for end in _SENTENCE_ENDS))


@functools.cache
def _told(language: Language) -> re.Pattern[str]:
    """Return the pattern of a verb of what was said or done at the end of plain text, before what leads to a day."""
    verbs = any_of(map(spelled, dates(language).deadlines.told))
    return re.compile(rf"(?<!\bbe )(?<!\betre )(?<!\bser ){verbs}\s(?:(?:on|ce|le|este|el|last)\s)?\Z")


@functools.cache
def _future(language: Language) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Return the patterns of words of the future (in plain text) and of its verbs (with their accents)."""
    listed = dates(language).deadlines
    endings = "|".join(listed.future_endings)
    return re.compile(any_of(map(spelled, listed.future))), re.compile(rf"\w(?:{endings})\b") if endings else None
