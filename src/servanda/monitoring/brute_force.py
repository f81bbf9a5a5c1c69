"""The match rule applied to every passage and every commitment: what the cascade must find, no more and no less."""

from servanda.lexicon.language import LANGUAGES
from servanda.monitoring.beside import beside
from servanda.monitoring.candidate import Candidate, proposed, source
from servanda.monitoring.document import under_head
from servanda.monitoring.lookup import Lookup, Said
from servanda.monitoring.passages import opening, passages
from servanda.monitoring.record import Record, opened, spoken
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.rule import best_matches, concerns, points


class BruteForce:
    """One register, judged without any stage before the rule."""

    def __init__(self, index: RegisterIndex) -> None:
        self.index = index
        known = {term for profile in index.profiles for term in profile.terms()}
        self._lookups = {language: Lookup(language, index.names[language], phrases=known) for language in LANGUAGES}

    def candidates(self, record: Record) -> list[Candidate]:
        """Return what is proposed of a document, as ``Watcher.candidates`` does without limits."""
        record = opened(record)
        language = spoken(record)
        if language is None:
            return []
        text = record.text or ""
        lookup = self._lookups[language]
        spans = passages(text, language)
        said = [lookup.said(text[start:end]) for start, end in spans]
        whole = lookup.said(record.title or "")
        for one in said:
            whole = whole.joined(one)
        if not concerns(whole):
            return []
        said = under_head(record.title or "", text, said, lookup)
        document = source(record, language)
        found: list[Candidate] = []
        bearing = [best_matches(one, self._scored(one), self.index.profiles) for one in said]
        for (start, end), one, matches in zip(spans, said, beside(bearing), strict=True):
            lead = opening(text, spans, start, language)
            found += proposed(self.index, document, text[start:end], start, one, matches, lookup, opening=lead)
        return found

    def _scored(self, passage: Said) -> list[tuple[int, int]]:
        return [(points(passage, profile), number) for number, profile in enumerate(self.index.profiles)]
