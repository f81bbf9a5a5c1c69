"""Periods whose end is a limit: of "by the end of 2027" the date is 2027, and "by the end of" says by when."""

import re

from servanda.lexicon.language import Language
from servanda.reading.mention import Date, Mention, mention
from servanda.reading.scan import Scan
from servanda.reading.times.cues import deadline_cues
from servanda.reading.times.periods import PART_OF_PERIOD

_BEFORE = 40  # characters before a date in which its cue stands
_END_OF = re.compile(
    r"(?:the |la |el )?(?:end|close|finales|fines|final|fin|termino)\b(?: of| de| du| del|-)?(?: the)? ?"
)
_NAMED = re.compile(r"(?:(?P<month>[a-z]{3,10})\.?(?: of| de| del)? )?[0-9]{4}")
_ENDS_WITH = re.compile(rf"(?:{_END_OF.pattern})$")


def named_period(scan: Scan, found: Mention, language: Language) -> Mention:
    """Return the year or month that "by the end of 2027" names, for the end of it; any other mention as it is."""
    value = found.value
    if found.rule != PART_OF_PERIOD or not isinstance(value, Date):
        return found
    words = scan.plain[found.start : found.end]
    opening = _END_OF.match(words)
    named = _NAMED.fullmatch(words, opening.end()) if opening is not None else None
    cues = deadline_cues(language)
    lead = scan.plain[max(0, found.start - _BEFORE) : found.start].replace("\n", " ")
    if opening is None or named is None or not (cues.by.search(lead) or cues.before.search(lead)):
        return found
    start = found.start + opening.end()
    month = bool(named["month"])
    first = value.end.replace(day=1) if month else value.end.replace(month=1, day=1)
    whole = Date(first, value.end, "month" if month else "year")
    return mention("date", scan.text, start, found.end, found.rule, whole)


def without_end_of(lead: str) -> str:
    """Return the words before a date without "end of", so that what stands before them is its cue.

    >>> without_end_of("to open by the end of ")
    'to open by '
    """
    return _ENDS_WITH.sub("", lead)
