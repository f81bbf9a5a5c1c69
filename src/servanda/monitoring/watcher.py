"""The cascade: every stage drops only what the match rule could not accept, the cheapest first.

Exact duplicates, date and language, the gate on names, the points that a passage can have at most, the commitments that
can have enough, their exact points, and the full reading of what is left. ``brute_force`` does without all but the rule
and finds the same.
"""

import datetime
from collections import Counter
from collections.abc import Collection

import msgspec

from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring.candidate import Candidate, proposed
from servanda.monitoring.gate import Gate
from servanda.monitoring.lookup import Lookup, Said
from servanda.monitoring.passages import passages
from servanda.monitoring.profile import Profile
from servanda.monitoring.record import Record, opened, spoken
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.rule import LEAST, best_matches, concerns
from servanda.monitoring.term import Term
from servanda.monitoring.words import fold_words


class Limits(msgspec.Struct, frozen=True):
    """Which documents of a stream are searched; a document without a date is searched whatever the days."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    languages: tuple[Language, ...] = LANGUAGES

    def hold(self, record: Record) -> bool:
        """Whether a document is within the days."""
        if self.since is None and self.until is None:
            return True
        day = record.day
        return day is None or not (
            (self.since is not None and day < self.since) or (self.until is not None and day > self.until)
        )


class Watcher:
    """One register, ready to judge documents."""

    def __init__(self, index: RegisterIndex, limits: Limits | None = None) -> None:
        """Prepare what the stages need; of the register's terms every one has its commitments at hand."""
        self.index = index
        self.limits = limits or Limits()
        self._profiles = index.profiles
        self._holders: dict[Term, list[int]] = {}
        self._most: dict[Term, int] = {}
        for number, profile in enumerate(index.profiles):
            for term, points in profile.points.items():
                self._holders.setdefault(term, []).append(number)
                self._most[term] = max(points, self._most.get(term, 0))
        known = self._holders.keys()
        self._lookups = {language: Lookup(language, index.names[language], known) for language in LANGUAGES}
        self._gates = {language: Gate(index.names[language]) for language in LANGUAGES}

    def candidates(self, record: Record) -> list[Candidate]:
        """Return what is proposed of a document, in the order of its text.

        Raises RefusedError where its HTML cannot be read.
        """
        if not self.limits.hold(record) or (record.tag is not None and record.tag not in self.limits.languages):
            return []
        record = opened(record)
        text, title = record.text or "", record.title or ""
        language = spoken(record)
        if language is None or language not in self.limits.languages or not self.limits.hold(record):
            return []
        if not self._gates[language].lets_pass(fold_words(title) + fold_words(text)):
            return []
        return self._judged(record, language, text, title)

    def _judged(self, record: Record, language: Language, text: str, title: str) -> list[Candidate]:
        lookup = self._lookups[language]
        head = lookup.said(title)
        spans = passages(text, language)
        said = [lookup.said(text[start:end]) for start, end in spans]
        whole = head
        for one in said:
            if one.concerns:
                whole = whole.joined(one)
        if not concerns(whole):
            return []
        if said:
            said[0] = said[0].joined(head)
        found: list[Candidate] = []
        for span, one in zip(spans, said, strict=True):
            matches = best_matches(one, self._near(one))
            found += [proposed(self.index, record, language, span, one, match) for match in matches]
        return found

    def _near(self, passage: Said) -> Collection[Profile]:
        """Return the commitments that can have ``LEAST`` points in a passage, and perhaps others.

        Terms that many commitments have, and that together cannot reach what is needed, bring none of their own.
        """
        most = self._most
        terms = sorted(passage.terms, key=lambda term: (-len(self._holders[term]), term))
        rest = sum(most[term] for term in terms)
        if rest < LEAST:
            return ()
        idle = 0
        while idle < len(terms) and sum(most[term] for term in terms[: idle + 1]) < LEAST:
            idle += 1
        numbers = Counter[int]()
        for term in terms[idle:]:
            numbers.update(self._holders[term])
        return [self._profiles[number] for number in numbers]
