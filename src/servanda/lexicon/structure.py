"""Words that show the structure of a text: its language, where its sentences end, what heads a numbered article."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class StructureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All in lower case; abbreviations without their last full stop.

    ``common`` tells this language from the others. A full stop after ``abbreviations`` ends nothing; after
    ``abbreviations_before_numbers`` it ends nothing where a number follows; after ``abbreviations_at_the_end`` it ends
    a sentence where a common word follows ("in the U.S. The plan"). ``articles`` head a numbered article
    ("Article 5"), whose number may be one of ``article_numbers`` ("Article premier", "PRIMERA.-"); ``measures``
    head a numbered item of a plan ("Action 3.").
    """

    common: frozenset[str]
    abbreviations: frozenset[str]
    abbreviations_before_numbers: frozenset[str]
    abbreviations_at_the_end: frozenset[str]
    articles: frozenset[str]
    article_numbers: frozenset[str]
    measures: frozenset[str]


@functools.cache
def structure_words(language: Language) -> StructureWords:
    """Return the structure words of a language."""
    return loader.load(f"{language}/structure.toml", StructureWords)
