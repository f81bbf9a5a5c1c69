"""A passage as one letter for each of its words: what the word does where something is counted, timed or shared out.

So a rule for rhythms, lengths or shares is a short pattern that holds in every language. The letters:

n a number          o an ordinal         f a fraction         a "a", "un", "one"
H "medio", "half"   h "and a half"       U a unit of time     A "weekly"
w "twice"           T "times"            E "every"            x "other" of "every other year"
P "per"             q "al" of "al mes"   L "in" of "one in four"
p a small word that leads to a length of time ("within")      . any other word       , a mark between words
"""

import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.dates import LongUnit, Unit, dates
from servanda.lexicon.language import Language
from servanda.reading.numerals import Numeral
from servanda.reading.phrases import Phrases
from servanda.text.words import words

_KINDS = {"cardinal": "n", "ordinal": "o", "fraction": "f"}
_MARKS = frozenset(".,;:()!?")
_RULE = re.compile(r"FREQ=(\w+?)LY(?:;INTERVAL=(\d+))?")

DAYS_OF_A_YEAR = Decimal("365.25")
_MONTH = DAYS_OF_A_YEAR / 12
IN_DAYS: dict[Unit | LongUnit, Decimal] = {
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "workday": Decimal(1),
    "week": Decimal(7),
    "fortnight": Decimal(14),
    "month": _MONTH,
    "quarter": 3 * _MONTH,
    "semester": 6 * _MONTH,
    "year": DAYS_OF_A_YEAR,
    "lustrum": 5 * DAYS_OF_A_YEAR,
    "decade": 10 * DAYS_OF_A_YEAR,
    "century": 100 * DAYS_OF_A_YEAR,
}
_FREQUENCIES = {"HOUR": IN_DAYS["hour"], "DAI": Decimal(1), "WEEK": Decimal(7), "MONTH": _MONTH, "YEAR": DAYS_OF_A_YEAR}


class Token(NamedTuple):
    """A word, or several that do one thing; ``value`` is a number, or days for units and rhythms."""

    start: int
    end: int
    value: Any


class Coded(NamedTuple):
    """The letters of a passage, and its tokens, one for each letter."""

    letters: str
    tokens: tuple[Token, ...]

    def value(self, match: re.Match[str], group: str) -> Any:  # noqa: ANN401 - what a token holds
        """Return the value of the first token that a group of a pattern found, None where it found none."""
        at = match.start(group)
        return None if at < 0 or match.start(group) == match.end(group) else self.tokens[at].value

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """Return where what a pattern found stands in the text."""
        return self.tokens[match.start()].start, self.tokens[match.end() - 1].end


def coded(folded: str, start: int, end: int, language: Language, numerals: Sequence[Numeral]) -> Coded:
    """Return a passage coded; ``numerals`` are those that it holds."""
    known: list[tuple[int, int, str, Any]] = [(one.start, one.end, _KINDS[one.kind], one.value) for one in numerals]
    for found in _phrases(language).find(folded, start, end):
        overlapping = [one for one in known if one[0] < found.end and found.start < one[1]]
        if all(
            found.start <= first and last <= found.end and (first, last) != (found.start, found.end)
            for first, last, *_ in overlapping
        ):
            known = [one for one in known if one not in overlapping]  # "24 heures sur 24", "and a half"
            known.append((found.start, found.end, *found.label))
    known.sort()
    letters, tokens = [], []
    at = start
    for first, last, letter, value in [*known, (end, end, "", None)]:
        for word_start, word_end in words(folded, at, first):
            if not _MARKS.isdisjoint(folded[at:word_start]):
                letters.append(",")
                tokens.append(Token(at, word_start, None))
            letters.append(".")
            tokens.append(Token(word_start, word_end, None))
            at = word_end
        if not _MARKS.isdisjoint(folded[at:first]):
            letters.append(",")
            tokens.append(Token(at, first, None))
        if letter:
            letters.append(letter)
            tokens.append(Token(first, last, value))
        at = last
    return Coded("".join(letters), tuple(tokens))


def times_a_year(rrule: str) -> Decimal:
    """Return how often a year a rule of RFC 5545 tells something to happen, as the reader makes such rules.

    >>> times_a_year("FREQ=MONTHLY;INTERVAL=6")
    Decimal('2')
    """
    match = _RULE.match(rrule)
    if match is None:
        raise ValueError(f"no rule that the reader makes: {rrule!r}")
    return DAYS_OF_A_YEAR / (_FREQUENCIES[match[1]] * int(match[2] or 1))


@functools.cache
def _phrases(language: Language) -> Phrases[tuple[str, Any]]:
    """Return the words of a language that do something, with their letter and value; the first of two counts."""
    own, time = counterparts(language), dates(language).words
    roles = time.roles
    labelled: list[tuple[str, tuple[str, Any]]] = []
    for rule, said in time.recurrences.items():
        if "BY" not in rule:
            labelled += [(word, ("A", DAYS_OF_A_YEAR / times_a_year(rule))) for word in said]
    labelled += [(word, ("A", IN_DAYS[unit])) for unit, said in own.often.items() for word in said]
    labelled += [(word, ("U", Decimal(months) * _MONTH)) for months, said in own.lengths.items() for word in said]
    labelled += [(word, ("U", IN_DAYS[unit])) for unit, said in time.units.items() if unit in IN_DAYS for word in said]
    labelled += [(word, ("w", Decimal(number))) for number, said in time.times.items() for word in said]
    for letter, said in {
        "T": (*roles["times"], *own.occasions),
        "E": roles["every"],
        "P": (*roles["per"], *own.per),
        "q": own.per_unit,
        "x": own.alternate,
        "L": own.out_of,
        "h": (*roles["and_a_half"], *own.halves_after),
        "H": own.halves,
        "a": own.ones,
        "p": own.lasting,
    }.items():
        labelled += [(word, (letter, None)) for word in said]
    return Phrases(labelled)
