"""Assumed dates: what a commitment without a date of its own is measured against (CODEBOOK D5)."""

import datetime
import functools
import re
from collections.abc import Mapping

import msgspec

from servanda.assessing.cut_off import months_after
from servanda.lexicon.language import Language
from servanda.lexicon.vague_times import vague_times
from servanda.register.agreement import Agreement
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.text.folding import fold

# Months from signature to the assumed date, None for the last day of the term. A changed number is a new version.
TABLE = "assumed-dates/1"
MONTHS: Mapping[str, int | None] = {
    "immediately": 1, "coming_weeks": 2, "soon": 6, "coming_months": 6, "short_term": 12, "medium_term": 24,
    "long_term": None,
}  # fmt: skip


class AssumedDate(msgspec.Struct, frozen=True):
    """A date that the text does not state. ``words`` are those that it was assumed from; None where there are none.

    ``vague`` is their row in the version of the table that ``table`` names.
    """

    due: datetime.date
    vague: str | None = None
    words: str | None = None
    table: str = TABLE
    rules: tuple[str, ...] = ("D5",)


def assumed_date(commitment: Commitment, agreement: Agreement, documents: Mapping[str, CitedDocument]) -> AssumedDate:
    """Return the date assumed for a commitment: from the vague words that make it, else the last day of the term.

    ``documents`` are the cited ones by id, for their languages. Of several vague words the longest counts, in the
    first passage that has any; no date is assumed after the term.
    """
    end = agreement.term.end
    for passage in commitment.passages:
        if passage.role == "states" and passage.quote is not None and passage.document in documents:
            found = vague_words(passage.quote.quote, documents[passage.document].language)
            if found is not None:
                vague, words = found
                months = MONTHS[vague]
                due = end if months is None else min(months_after(agreement.signed, months), end)
                return AssumedDate(due, vague, words)
    return AssumedDate(end)


@functools.lru_cache(maxsize=2**15)  # the same passages are assessed for every page: more of them than a register has
def vague_words(text: str, language: Language) -> tuple[str, str] | None:
    """Return the row of the table that words in a text belong to, and those words as they stand; None without any.

    >>> vague_words("Both sides will meet Shortly.", "en")
    ('soon', 'Shortly')
    """
    folded = fold(text)
    found = [
        (end - start, -start, vague)
        for vague, phrase in _phrases(language)
        if phrase in folded
        for start, end in _places(phrase, folded)
    ]
    if not found:
        return None
    length, start, vague = max(found)
    return vague, text[-start : length - start]


@functools.cache
def _phrases(language: Language) -> tuple[tuple[str, str], ...]:
    """Return every phrase of a language with its row of the table."""
    rows = msgspec.structs.asdict(vague_times(language))
    return tuple((vague, phrase) for vague, phrases in rows.items() for phrase in phrases)


def _places(phrase: str, folded: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded)]
