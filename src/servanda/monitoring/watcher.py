"""The cascade: every stage drops only what the match rule could not accept, the cheapest first.

Exact duplicates, date and language, the gate on names, the passages that name anybody or stand beside one that does,
the commitments that have enough points by their terms, the other conditions, and the full reading of what is left.
``brute_force`` does without all but the rule and finds the same.
"""

import datetime

import msgspec

from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring.beside import beside
from servanda.monitoring.candidate import Candidate, Source, proposed, source
from servanda.monitoring.document import under_head
from servanda.monitoring.gate import Gate
from servanda.monitoring.lookup import Lookup, Said
from servanda.monitoring.passages import opening, passages
from servanda.monitoring.record import Record, opened, spoken
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.rule import Match, best_matches, concerns, least
from servanda.monitoring.scores import scores
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

    def __init__(self, index: RegisterIndex, limits: Limits | None = None, *, plain: bool = False) -> None:
        """Prepare what the stages need; ``plain`` does without numpy, with the same result."""
        self.index = index
        self.limits = limits or Limits()
        self._scores = scores(index.profiles, plain=plain)
        known = {term for profile in index.profiles for term in profile.terms()}
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
        spans = passages(text, language)
        said = [lookup.said(text[start:end]) for start, end in spans]
        whole = lookup.said(title)
        for one in said:
            if one.concerns:
                whole = whole.joined(one)
        if not concerns(whole):
            return []
        said = under_head(title, text, said, lookup)
        found: list[Candidate] = []
        document: Source | None = None
        bearing = [self._matches(one) for one in said]
        for (start, end), one, matches in zip(spans, said, beside(bearing), strict=True):
            if matches:
                document = document or source(record, language)
                words = opening(text, spans, start, language)
                found += proposed(self.index, document, text[start:end], start, one, matches, lookup, opening=words)
        return found

    def _matches(self, passage: Said) -> list[Match]:
        scored = self._scores.reaching(passage, least(passage))
        return best_matches(passage, scored, self.index.profiles) if scored else []
