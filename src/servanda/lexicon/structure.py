"""Words that show the structure of a text: what language it is in and where its sentences end."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class StructureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``common``: words that tell this language from the others. ``abbreviations``: a full stop after them ends nothing."""

    common: frozenset[str]
    abbreviations: frozenset[str]


def structure_words(language: Language) -> StructureWords:
    """Return the structure words of a language."""
    return loader.load(f"{language}/structure.toml", StructureWords)
