"""The nouns by which a text says who somebody is: "a weaver from Bergen", "the captain"."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language

_SHORTEST = 5  # letters of a word that its ending tells


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for people in one language, in lower case.

    ``nouns``, and all words with one of the ``endings`` but the ``others`` and those with one of ``other_endings``.
    """

    nouns: frozenset[str]
    endings: tuple[str, ...]
    others: frozenset[str]
    other_endings: tuple[str, ...]


@functools.cache
def people_words(language: Language) -> PeopleWords:
    """Return the nouns for people of a language."""
    return loader.load(f"{language}/people.toml", PeopleWords)


@functools.lru_cache(maxsize=4096)
def is_person(word: str, language: Language) -> bool:
    """Whether a word in lower case may say who somebody is; its plural does not."""
    words = people_words(language)
    if word in words.nouns:
        return True
    known = len(word) < _SHORTEST or word in words.others or word.endswith(words.other_endings)
    return not known and word.endswith(words.endings)
