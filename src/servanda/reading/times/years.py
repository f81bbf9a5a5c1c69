"""Whether four digits are a year.

Nothing but the words around tells "2000 jobs" from "2000 saw growth": what leads to the number, and what it counts.
"""

import functools
import re

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.lexicon.structure import structure_words
from servanda.reading.times import days
from servanda.reading.times.grammar import Found, Made, Setting, dated, rule
from servanda.reading.times.vocabulary import any_of, spelled

_NEXT_WORD = re.compile(r"[ \n]([a-z]+)")
_LEADING = frozenset("iFTBfGEXMmSobj&")  # kinds that lead to a year: "in", "since", "from", "of", "the end of" ...
MARKS_BEFORE = frozenset("$#%_=@+€£¥№")
_MARKS_AFTER = frozenset("%$_=€£°")
_JOINTS = frozenset("-/.,:")
_SINGULAR_ENDINGS = frozenset({"ss", "us", "is"})  # "unless", "versus", "puis"
_WORDS_BEFORE = 24  # characters before a number in which a word may say what it is the number of


def counts_something(setting: Setting, end: int) -> bool:
    """Whether the number that ends here counts what follows: "2000 jobs", "15 pays", "1950 km"."""
    following = _NEXT_WORD.match(setting.plain, end)
    if following is None or setting.text[following.start(1)].isupper():
        return False
    counted, common = _words_after(setting.language)
    word = following[1]
    if word in dates(setting.language).years.dated:
        return False
    plural = len(word) > 3 and word[-1] in "sx" and word[-2:] not in _SINGULAR_ENDINGS
    return counted.match(setting.plain, end) is not None or (plural and word not in common)


def numbers_something(setting: Setting, start: int, end: int) -> bool:
    """Whether the marks or words at a number make it no date: "$2000", "resolution 2025", "613-555-2026"."""
    text = setting.text
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in MARKS_BEFORE or "©" in before or after[:1] in _MARKS_AFTER:
        return True
    if before[-1:] in _JOINTS and (before[:-1].isdigit() or (before[-1] == "/" and before[:-1].isalpha())):
        return True
    if after[:1] in _JOINTS and after[1:].isdigit():
        return True
    number, limit = _words_before(setting.language)
    floor = max(0, start - _WORDS_BEFORE)
    return bool(number.search(setting.plain, floor, start)) and not limit.search(setting.plain, floor, start)


def _bare_year(found: Found) -> Made | None:
    setting, year = found.setting, found.value("year")
    if numbers_something(setting, found.start, found.end):
        return None
    if counts_something(setting, found.end):
        attributive = dates(setting.language).years.attributive and found.kind_before == "t"
        if year % 100 == 0 or not (attributive or found.kind_before in _LEADING):
            return None
    return dated(days.year(year))


def _years(found: Found) -> Made | None:
    """Read "2025-2028" and "2025-28"."""
    first, last = found.value("first"), found.value("last")
    if last < 100:
        last += first - first % 100
    if numbers_something(found.setting, found.start, found.end):
        return None
    return dated(days.years(first, last))


def _year_with_its_noun(found: Found) -> Made | None:
    """Read "the year 2026", and "les années 1990" as a decade."""
    if found.value("unit") != "year":
        return None
    first = found.value("year")
    if found.word("unit").endswith("s"):
        return dated(days.years(first, first + 9)) if first % 10 == 0 else None
    return dated(days.year(first))


@functools.cache
def _words_after(language: Language) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of what is counted after a number, and the words that are no plurals though they look it."""
    counted = re.compile(r"[ \n]" + any_of(map(spelled, dates(language).years.numbers_after)))
    return counted, frozenset(map(spelled, structure_words(language).common))


@functools.cache
def _words_before(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words that make what follows a number, and of phrases with them that lead to a year."""
    words = dates(language).years
    limits = any_of(map(spelled, words.limits)) if words.limits else "(?!)"
    return re.compile(any_of(map(spelled, words.numbers_before)) + r"\.?\s$"), re.compile(limits + r"\s$")


RULES = (
    rule("date-years", r"(?:[FG]|B)? (?P<first>Y) [-~T/] (?P<last>Y)", _years),
    rule("date-years", r"B (?P<first>Y) & (?P<last>Y)", _years),
    rule("date-years", r"(?P<first>Y) [-/] (?P<last>[dn]) (?!U)", _years),
    rule("date-year", r"(?P<unit>U) (?P<year>Y)", _year_with_its_noun),
    rule("date-year", r"(?P<year>Y)", _bare_year),
)
