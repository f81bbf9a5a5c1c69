"""The nouns by which a text says who somebody is: "a weaver from Bergen", "the captain"."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import LANGUAGES, Language

_ADVERB = "mente"  # "finalmente" ends as "presidente" does


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for people in one language, in lower case: ``nouns``, and all words with ``endings`` but ``others``."""

    nouns: frozenset[str]
    endings: tuple[str, ...]
    others: frozenset[str]


@functools.cache
def people_words(language: Language) -> PeopleWords:
    """Return the nouns for people of a language."""
    return loader.load(f"{language}/people.toml", PeopleWords)


@functools.lru_cache(maxsize=4096)
def is_person(word: str) -> bool:
    """Whether a word in lower case may say who somebody is, in any language; its plural does not."""
    words = [people_words(language) for language in LANGUAGES]
    if any(word in each.nouns for each in words):
        return True
    known = any(word in each.others for each in words) or word.endswith(_ADVERB) or len(word) < 5
    return not known and any(word.endswith(each.endings) for each in words)
