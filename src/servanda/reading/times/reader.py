"""Find every date, duration and recurrence of a document.

One RE2 pattern a language finds the stretches of time words (``vocabulary``); only those are cut into tokens
(``tokens``) and reduced by rules (``grammar``), from the plainest dates to those that depend on others.
"""

from collections.abc import Iterator
from typing import Any

import re2

from servanda.lexicon.calendars import calendars
from servanda.lexicon.language import Language
from servanda.reading.mention import Duration, Kind, Mention, Recurrence, mention
from servanda.reading.scan import Scan
from servanda.reading.times import absolute, distances, durations, periods, ranges, recurrences, relative, told, years
from servanda.reading.times.days import Hemisphere
from servanda.reading.times.durations import Length
from servanda.reading.times.grammar import Grammar, Setting
from servanda.reading.times.limits import named_period
from servanda.reading.times.tokens import Token, tokenise
from servanda.reading.times.undated import with_years
from servanda.reading.times.vocabulary import time_words

_GRAMMAR = Grammar(
    (
        *recurrences.RULES,
        *absolute.RULES,
        *recurrences.YEARLY,
        *years.RULES,
        *periods.WEEKDAYS,
        *relative.RULES,
        *periods.RULES,
        *ranges.JOINED,
        *durations.RULES,
        *distances.RULES,
        *told.RULES,
        *ranges.LEFT,
    )
)
_KINDS: dict[str, Kind] = {"D": "date", "L": "duration", "r": "recurrence"}
_HOLDING = frozenset("Dr")  # kinds of tokens that may hold a length: "the next three years", "every six months"
_LONGEST = 200  # tokens that are reduced together; a longer stretch is a table or worse
_FIGURES = re2.compile(r"\b([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}\b")


def read_times(scan: Scan) -> list[Mention]:
    """Return the dates, durations and recurrences of a document in the order of its text.

    None overlaps another, except that what counts a length holds it: "the next three years", "every six months".

    A date that depends on the document's day is no mention where that day is not known, except that another date of
    the text may tell the year that it leaves out.
    """
    text = scan.plain
    in_blocks = _in_blocks(scan)
    found: list[Mention] = []
    undated: list[tuple[Token, Setting]] = []
    pending: list[Token] = []
    settings: dict[Language, Setting] = {}
    for run_start, run_end, language in scan.stretches:
        setting = settings.get(language) or settings.setdefault(language, _setting(scan, text, language))
        for stretch in time_words(language).stretches.finditer(in_blocks, run_start, run_end):
            start, end = stretch.span()
            for token, rule, together in _reduced(tokenise(text, scan.folded, start, end, language), setting):
                if token.kind in _KINDS:
                    found.append(named_period(scan, _mention(scan.text, token, rule), language))
                if token.kind in _HOLDING:
                    lengths = durations.inside(token, together)
                    found += [_mention(scan.text, length, durations.INSIDE) for length in lengths]
                elif token.kind == "P":
                    undated.append((token, setting))
                elif token.kind == "O":
                    pending.append(token)
    if scan.day is None and undated:
        found += with_years(scan, undated, found)
        found.sort(key=_start)
    if pending:
        found += told.from_told(scan, pending, found)
    return sorted(found, key=_start)


def _reduced(tokens: list[Token], setting: Setting) -> Iterator[tuple[Token, str, list[Token]]]:
    """Yield the tokens that are left after all rules, with the rule that made each and those of its stretch."""
    for first in range(0, len(tokens), _LONGEST):
        together = tokens[first : first + _LONGEST]
        left, rules = _GRAMMAR.reduce([*together], setting)  # which it changes
        for token in left:
            yield token, rules.get(token.start, "date-figures"), together


def _in_blocks(scan: Scan) -> bytes:
    """Return the plain text with nothing between its blocks: one search finds what each of them holds."""
    pieces: list[str] = []
    reach = 0
    for block in scan.document.blocks:
        pieces += ("\0" * (block.start - reach), scan.plain[block.start : block.end])
        reach = block.end
    return "".join(pieces).encode("ascii")


def _start(mention: Mention) -> int:
    return mention.start


def _mention(text: str, token: Token, rule: str) -> Mention:
    value: Any = token.value
    if isinstance(value, Length):
        value = Duration(value.iso)
    elif isinstance(value, str):
        value = Recurrence(value)
    return mention(_KINDS[token.kind], text, token.start, token.end, rule, value)


def _setting(scan: Scan, text: str, language: Language) -> Setting:
    country = scan.document.country
    day_first = _day_first(language, country, text)
    return Setting(scan.text, text, language, scan.day, day_first, _hemisphere(language, country))


def _day_first(language: Language, country: str | None, text: str) -> bool | None:
    """Say how a document writes dates in figures.

    English does it both ways, and Canada in English too: there the document's own clear dates ("05/13/2025") decide.
    """
    if language != "en":
        return True
    known = calendars()
    if country is not None and country not in known.both_ways:
        return country not in known.month_first
    if "/" not in text:
        return None
    figures = {(int(first) > 12, int(second) > 12) for first, second in _FIGURES.findall(text)}
    seen = {first for first, second in figures if first != second}
    return seen.pop() if len(seen) == 1 else None


def _hemisphere(language: Language, country: str | None) -> Hemisphere | None:
    """Say in which hemisphere a document's seasons are; Spanish without a country may be in either."""
    if country is None:
        return None if language == "es" else "north"
    return "south" if country in calendars().southern else "north"
