"""Say which language a paragraph is in, by the common words that tell the three languages apart."""

import re
from collections import Counter
from collections.abc import Sequence

from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.structure import structure_words
from servanda.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2  # common words more than the next language has, before a paragraph may differ from its document
_SAMPLE = 4_000  # characters of a paragraph that are looked at


def votes(text: str) -> Counter[Language]:
    """Count, for each language, the words of the text that are common in it."""
    counted = Counter(_WORD.findall(fold(text[:_SAMPLE])))
    tally: Counter[Language] = Counter()
    for language in LANGUAGES:
        common = structure_words(language).common
        tally[language] = sum(times for word, times in counted.items() if word in common)
    return tally


def identify(paragraphs: Sequence[str], forced: Language | None = None) -> tuple[Language, list[Language]]:
    """Return the language of a document and of each of its paragraphs.

    A paragraph that does not clearly speak another language has its document's. A document with no common word of any
    language is taken as English. ``forced`` decides for all.
    """
    if forced is not None:
        return forced, [forced] * len(paragraphs)
    tallies = [votes(paragraph) for paragraph in paragraphs]
    total: Counter[Language] = Counter()
    for tally in tallies:
        total.update(tally)
    document = max(LANGUAGES, key=lambda language: (total[language], -LANGUAGES.index(language)))
    return document, [_of_paragraph(tally, document) for tally in tallies]


def _of_paragraph(tally: Counter[Language], document: Language) -> Language:
    best = max(LANGUAGES, key=lambda language: (tally[language], language == document))
    return best if tally[best] - tally[document] >= _ENOUGH else document
