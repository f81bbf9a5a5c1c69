"""Tell numbers that count from those that only name: years, articles, list numbers, times of day."""

import re

from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import words_around

_BRACKETS = frozenset("()[]")
_INNER = frozenset(":/-")
_HOUR = re.compile(r" h(?![^\W_])")
_YEARS = range(1500, 2200)


def names_something(stretch: Stretch, counted: Counted) -> bool:
    """Whether a quantity is none: a year, a number that names ("article 5", "Agenda 2030", "(3)"), or a pronoun."""
    if counted.numeral.kind == "fraction" or counted.numeral.scale > 1 or counted.value != counted.numeral.value:
        return False
    known = words_around(stretch.language)
    start, end = counted.start, counted.end
    word = stretch.word_before(start)
    if word in known.labels:
        return True
    digits = stretch.folded[start:end].isdecimal()
    if not counted.bare:
        return _is_year(stretch, counted) and counted.value % 100 != 0
    if _is_year(stretch, counted) or _is_marked(stretch, start, end):
        return True
    if not digits:
        return word in known.determiners or stretch.folded[start:end] in known.only_before_units
    opens = start - 1 - len(word) == stretch.start
    return word != "" and not opens and stretch.text[start - 1 - len(word)].isupper() and word not in known.not_units


def _is_year(stretch: Stretch, counted: Counted) -> bool:
    written = stretch.folded[counted.numeral.start : counted.numeral.end]
    return len(written) == 4 and written.isdecimal() and int(written) in _YEARS


def _is_marked(stretch: Stretch, start: int, end: int) -> bool:
    """Whether marks or letters show that a bare number is none: "(3)", "[12]", "10:30", "24/7", "5G", "1. Aims"."""
    before = stretch.folded[max(stretch.start, start - 2) : start]
    after = stretch.folded[end : min(stretch.end, end + 3)]
    if after[:1].isalpha() or (before[-1:] in _BRACKETS and after[:1] in _BRACKETS):
        return True
    if (after[:1] in _INNER and after[1:2].isdecimal()) or (before[-1:] in _INNER and before[:1].isdecimal()):
        return True
    if _HOUR.match(after) or before == "h ":
        return True
    return start == stretch.start and after[:1] in {".", ")"} and after[1:2] == " "
