"""Rules that join tokens into larger ones, until dates, durations and recurrences are left.

A rule is a regular expression over the kinds of the tokens (one letter each, see ``tokens``) and a function that makes
a value of what it matched, or declines. The rules apply in their order; each replaces what it matched by one token, so
that a later rule sees "3 March 2026" as one ``D``.
"""

import datetime
import functools
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec

from servanda.lexicon.language import Language
from servanda.reading.mention import Date
from servanda.reading.times.days import Hemisphere
from servanda.reading.times.tokens import Token

_REMEMBERED = 4096  # sequences of kinds


class Setting(msgspec.Struct, frozen=True, gc=False):
    """What the rules may know: the text (``plain`` is the same in small letters without accents), and who speaks when.

    ``day`` is the document's; None where nobody said, and then nothing may be read that depends on it. ``day_first``
    says how dates in figures are written, None where both ways are; ``hemisphere`` is None where it is not known.
    """

    text: str
    plain: str
    language: Language
    day: datetime.date | None
    day_first: bool | None
    hemisphere: Hemisphere | None


class Made(msgspec.Struct, frozen=True, gc=False):
    """What a rule makes of what it matched: one token of this kind, with its value."""

    kind: str
    value: Any


class Found(msgspec.Struct, frozen=True, gc=False):
    """A match of a rule: the tokens that it matched, by the names of the pattern's groups."""

    match: re.Match[str]
    tokens: list[Token]
    setting: Setting

    def token(self, group: str) -> Token | None:
        """Return the first token of a group, or None where the pattern has no such group or it matched nothing."""
        if group not in self.match.re.groupindex:
            return None
        start, end = self.match.span(group)
        return self.tokens[start] if start < end else None

    def value(self, group: str) -> Any:  # noqa: ANN401 - each kind of token says something of its own
        """Return what the token of a group says, or None where the group matched nothing."""
        token = self.token(group)
        return None if token is None else token.value

    def kind(self, group: str) -> str:
        """Return the kind of a group's token, or nothing."""
        token = self.token(group)
        return "" if token is None else token.kind

    def word(self, group: str) -> str:
        """Return the plain spelling of a group's first token, or nothing."""
        token = self.token(group)
        return "" if token is None else self.setting.plain[token.start : token.end]

    @property
    def english(self) -> bool:
        """Whether the text is English."""
        return self.setting.language == "en"

    @property
    def after(self) -> str:
        """The kinds of the tokens after the match."""
        return self.match.string[self.match.end() :]

    @property
    def before(self) -> Token | None:
        """The token before the match."""
        start = self.match.start()
        return self.tokens[start - 1] if start else None

    @property
    def kind_before(self) -> str:
        """The kind of the token before the match, or nothing."""
        return "" if self.before is None else self.before.kind

    @property
    def start(self) -> int:
        """Where the match begins in the text."""
        return self.tokens[self.match.start()].start

    @property
    def end(self) -> int:
        """Where the match ends in the text."""
        return self.tokens[self.match.end() - 1].end

    @property
    def day(self) -> datetime.date | None:
        """The document's day."""
        return self.setting.day


class Rule(NamedTuple):
    """A rule by its name: its pattern, and what makes the new token."""

    name: str
    pattern: re.Pattern[str]
    make: Callable[[Found], Made | None]


def rule(name: str, pattern: str, make: Callable[[Found], Made | None]) -> Rule:
    """Return a rule; its pattern may hold spaces."""
    return Rule(name, re.compile(pattern, re.VERBOSE), make)


def dated(date: Date | None) -> Made | None:
    """Return a date as a rule makes it, or decline where there is none."""
    return None if date is None else Made("D", date)


class Grammar:
    """Rules in the order in which they apply."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Keep the rules. Expressions of time are built alike, so which rules fit their kinds is remembered."""
        self._rules = tuple(rules)
        self._fitting = functools.lru_cache(maxsize=_REMEMBERED)(self._find_fitting)

    def _find_fitting(self, kinds: str) -> tuple[int, ...]:
        return tuple(number for number, rule in enumerate(self._rules) if rule.pattern.search(kinds))

    def reduce(self, tokens: list[Token], setting: Setting) -> tuple[list[Token], dict[int, str]]:
        """Return the tokens that are left after all rules, and the rule that made each new one, by where it starts."""
        names: dict[int, str] = {}
        kinds = "".join([token.kind for token in tokens])
        done = -1
        while (number := self._next_fitting(kinds, done)) is not None:
            kinds = _apply(self._rules[number], kinds, tokens, setting, names)
            done = number
        return tokens, names

    def _next_fitting(self, kinds: str, done: int) -> int | None:
        for number in self._fitting(kinds):
            if number > done:
                return number
        return None


def _apply(rule: Rule, kinds: str, tokens: list[Token], setting: Setting, names: dict[int, str]) -> str:
    """Apply one rule wherever it fits, from left to right; return the kinds of the tokens that are left."""
    match = rule.pattern.search(kinds)
    while match is not None:
        first, last = match.span()
        found = Found(match, tokens, setting)
        made = rule.make(found)
        if made is not None:
            token = Token(made.kind, tokens[first].start, tokens[last - 1].end, made.value)
            names[token.start] = rule.name
            tokens[first:last] = [token]
            kinds = f"{kinds[:first]}{made.kind}{kinds[last:]}"
        match = rule.pattern.search(kinds, first + 1)
    return kinds
