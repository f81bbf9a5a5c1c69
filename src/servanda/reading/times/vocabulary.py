"""The time words of one language made ready for matching, and the one pattern that finds every stretch of them.

Matching looks at plain text: the folded text as ASCII, one byte a character, without accents. So "Août" and "aout" are
one word, offsets are those of the text, and RE2 runs on the bytes.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import re2

from servanda.lexicon.dates import DateWords, Role, Unit, dates
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import words_by_spelling
from servanda.text.folding import plain

_KINDS: dict[Role, str] = {
    "the": "t", "of": "f", "of_or_from": "G", "from": "F", "to": "T", "between": "B", "and": "&", "in": "i",
    "nothing": "?",
    "after": "b", "every": "c", "times": "x", "per": "p", "one": "k", "and_a_half": "H", "and_a_quarter": "I",
    "qualifier": "q", "whole": "v", "fiscal": "X", "ago_before": "g", "ago_after": "a", "beginning_on": "j",
    "to_date": "e",
}  # fmt: skip

# A figure with what is written to it: "18th", "2025-28", "03/18/40", "FY2026", "1990s".
_MEMORY = 1 << 24  # bytes for the states of one pattern; the words of one language take nearly 8 MiB, the default
_FIGURE = r"\b(?:fy)?\d+(?:[.,/-]\d+)*(?:(?:st|nd|rd|th|ere?|re|e|i?eme|s|\.?[oa]|[rdtmvn][oa])\b)?"
_YEAR = r"(?:19\d\d|20\d\d|2100)"
_DATED_FIGURES = (
    rf"\b(?:fy)?{_YEAR}\b", r"\b(?:1[5-9]|20)\d0'?s\b", r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b", r"\b\d{1,2}/\d{1,2}\b",
    rf"\b\d{{1,2}}[-/]{_YEAR}\b", rf"\b{_YEAR}\d{{4}}\b",
)  # fmt: skip
_JOINT = r"[ \n,()&/'.-]{0,4}"  # what may stand between two words of one expression
_TRIGGERS = frozenset("MmWRUCNV")  # kinds of which one word may make a mention


class Month(NamedTuple):
    """A month's number, and whether its word says more often something else ("may")."""

    number: int
    ordinary: bool = False


class Shift(NamedTuple):
    """Which period a word chooses, and whether it does so only after its noun ("l'année dernière")."""

    which: str
    after_only: bool


class Step(NamedTuple):
    """So many units after (or before) a date told before: "the following week" is 1 week."""

    offset: int
    unit: Unit


class TimeWords(NamedTuple):
    """A language's time words in plain spelling, with their kind (see ``tokens``) and what they say.

    ``clear`` are the words that mean the same whatever stands around them. ``phrases`` are listed by their first word,
    the longest first; ``openings`` are their spellings, to see at once that none stands somewhere. ``codes`` are the
    letters of "Q4" and "H2".
    ``stretches`` finds in plain text every run of time words and numbers that may hold a mention.
    """

    words: dict[str, tuple[str, Any]]
    clear: dict[str, tuple[str, Any]]
    phrases: dict[str, list[tuple[str, str, Any]]]
    openings: dict[str, tuple[str, ...]]
    numbers: frozenset[str]
    codes: dict[str, str]
    stretches: Any  # an RE2 pattern over bytes; the library ships no types


def spelled(word: str) -> str:
    """Return a word of the lexicon as it stands in plain text."""
    return plain(word).decode("ascii")


@functools.cache
def time_words(language: Language) -> TimeWords:
    """Return the time words of a language; of two meanings of one spelling the first one listed holds."""
    listed = dates(language).words
    words: dict[str, tuple[str, Any]] = {}
    phrases: dict[str, list[tuple[str, str, Any]]] = {}
    for kind, value, spelling in _spellings(listed):
        first = re.match(r"[a-z]+'?|&", spelling)
        if first is not None and first[0] == spelling:
            words.setdefault(spelling, (kind, value))
        elif first is not None:
            phrases.setdefault(first[0], []).append((spelling, kind, value))
    for several in phrases.values():
        several.sort(key=lambda phrase: -len(phrase[0]))
    # A short month may be a number too ("sept"), and a fortnight ("quinzaine"): the tokens decide.
    taken = {word for word, (kind, _) in words.items() if kind not in "mU"}
    numbers = frozenset(map(spelled, words_by_spelling(language))) - taken
    codes = dict.fromkeys(listed.quarter_codes, "quarter") | dict.fromkeys(listed.half_codes, "half")
    clear = {word: said for word, said in words.items() if word not in phrases and said[0] not in "mwk"}
    openings = {first: tuple(phrase for phrase, _, _ in several) for first, several in phrases.items()}
    return TimeWords(words, clear, phrases, openings, numbers, codes, _stretches(words, phrases, numbers, codes))


def _spellings(listed: DateWords) -> Iterator[tuple[str, Any, str]]:
    """Yield the kind, the value and the plain spelling of every word of the lexicon."""
    for number, words in listed.months.items():
        yield from (("M", Month(int(number), word in listed.months_ordinary), spelled(word)) for word in words)
    for shift, words in listed.shifts.items():
        yield from (("A", Shift(shift, word in listed.after_only), spelled(word)) for word in words)
    tables: Iterable[tuple[str, dict[Any, tuple[str, ...]]]] = (
        ("U", listed.units), ("C", listed.recurrences), ("S", listed.seasons), ("E", listed.parts),
    )  # fmt: skip
    for kind, table in tables:
        yield from ((kind, value, spelled(word)) for value, words in table.items() for word in words)
    numbered = (("W", listed.weekdays), ("w", listed.weekdays_short), ("R", listed.days), ("z", listed.times))
    for kind, numbers in numbered:
        yield from ((kind, int(number), spelled(word)) for number, words in numbers.items() for word in words)
    for day, words in listed.observances.items():
        month, number = day.split("-")
        yield from (("N", (int(month), int(number)), spelled(word)) for word in words)
    for offset, told in (1, listed.told_next), (-1, listed.told_previous):
        yield from (("V", Step(offset, unit), spelled(word)) for unit, words in told.items() for word in words)
    yield from (("m", Month(int(n)), spelled(word)) for n, words in listed.months_short.items() for word in words)
    yield from ((_KINDS[role], role, spelled(word)) for role, words in listed.roles.items() for word in words)


def _stretches(
    words: dict[str, tuple[str, Any]],
    phrases: dict[str, list[tuple[str, str, Any]]],
    numbers: frozenset[str],
    codes: dict[str, str],
) -> Any:  # noqa: ANN401 - RE2 ships no types
    """Compile the pattern: any time words and numbers around at least one that can make a mention."""
    kinds = {word: kind for word, (kind, _) in words.items()}
    kinds |= {phrase: kind for several in phrases.values() for phrase, kind, _ in several}
    seasons = any_of(word for word, kind in kinds.items() if kind == "S")
    shifts = any_of(word for word, kind in kinds.items() if kind == "A")
    code = rf"\b[{''.join(codes)}][1-4]\b"
    word = any_of([*kinds, *numbers])
    units = "|".join(re.escape(word) for word, kind in kinds.items() if kind == "U" and " " not in word)
    articles = any_of(word for word, kind in kinds.items() if kind == "t")
    every = any_of(word for word, kind in kinds.items() if kind == "c")
    leads = any_of(word for word, kind in kinds.items() if kind in "iT")
    weekdays_short = any_of(word for word, kind in kinds.items() if kind == "w")
    # A season word alone says too often something else ("a été", "fall"): it needs a year or a "next" beside it.
    triggers = (
        any_of(word for word, kind in kinds.items() if kind in _TRIGGERS),
        *_DATED_FIGURES,
        rf"{shifts} {seasons}",
        rf"{seasons} {shifts}",
        rf"{articles} ?{seasons}",
        rf"{every} {seasons}",
        rf"{leads} (?:{articles} ?)?{code}",
        rf"\bau {seasons}",
        rf"\d(?:{units})\b",
        rf"{weekdays_short}\.? {_FIGURE}",
        rf"{articles} {_FIGURE}",
    )
    anything = rf"(?:{word}|{_FIGURE}|{code})"
    options = re2.Options()
    options.max_mem = _MEMORY
    options.longest_match = True  # else "al día" would end the stretch of "al día siguiente"
    pattern = f"(?:{anything}{_JOINT})*(?:{'|'.join(triggers)})(?:{_JOINT}{anything})*"
    return re2.compile(pattern.encode(), options)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern (for ``re`` or RE2) of whole plain words, the longest first; a space may be a line break."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_bounded(re.escape(word).replace(r"\ ", r"[ \n]")) for word in longest_first) + ")"


def _bounded(pattern: str) -> str:
    return rf"\b{pattern}" + (r"\b" if pattern[-1].isalnum() else "")
