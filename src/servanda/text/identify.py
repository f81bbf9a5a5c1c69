"""Say which language a paragraph is in, by the common words that tell the three languages apart."""

import functools
from collections.abc import Sequence

from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.structure import structure_words
from servanda.text.folding import fold, spaced

Tally = tuple[int, ...]  # common words found, in the order of LANGUAGES

_BYTE = 256  # more than a sample has words
_SAMPLE = 240  # characters at the head of a paragraph: some forty words, enough to tell three languages apart
_CLEAR = 2  # common words more than any other language has, before a paragraph speaks for itself


def identify(
    paragraphs: Sequence[str], forced: Language | None = None, stated: Language | None = None
) -> tuple[Language, list[Language]]:
    """Return the language of a document and of each of its paragraphs.

    A paragraph that is too short to tell has the language of its neighbours where they agree, else the document's.
    ``forced`` decides for all; ``stated``, what a file says of itself, decides where the words do not.
    """
    if forced is not None:
        return forced, [forced] * len(paragraphs)
    tallies = _tallies([paragraph[:_SAMPLE] for paragraph in paragraphs])
    totals = [sum(column) for column in zip(*tallies, strict=True)] or [0] * len(LANGUAGES)
    most = max(totals)
    tied = [language for language, total in zip(LANGUAGES, totals, strict=True) if total == most]
    document = stated if stated in tied else tied[0]
    return document, _inherit([_clear(tally) for tally in tallies], document)


def _tallies(samples: Sequence[str]) -> list[Tally]:
    words = spaced(fold("".join(samples)))
    ones = _ones()
    tallies = []
    end = 0
    for sample in samples:
        start, end = end, end + len(sample)
        counts = sum(filter(None, map(ones.get, words[start:end].split())))  # of each language in one byte
        tallies.append(tuple(counts.to_bytes(len(LANGUAGES), "little")))
    return tallies


@functools.cache
def _ones() -> dict[str, int]:
    """Return for every common word a number with a one in the byte of each language that has it."""
    ones: dict[str, int] = {}
    for place, language in enumerate(LANGUAGES):
        for word in structure_words(language).common:
            ones[word] = ones.get(word, 0) + _BYTE**place
    return ones


@functools.lru_cache(maxsize=1024)
def _clear(tally: Tally) -> Language | None:
    """Return the language of a paragraph that clearly has one."""
    *_, second, first = sorted(tally)
    return LANGUAGES[tally.index(first)] if first - second >= _CLEAR else None


def _inherit(languages: list[Language | None], document: Language) -> list[Language]:
    """Give the paragraphs that have no language of their own that of their neighbours."""
    before: list[Language] = []
    for language in languages:
        before.append(language or (before[-1] if before else document))
    result: list[Language] = []
    after = document
    for own, previous in zip(reversed(languages), reversed(before), strict=True):
        after = own or after
        result.append(own or (previous if previous == after else document))
    return result[::-1]
