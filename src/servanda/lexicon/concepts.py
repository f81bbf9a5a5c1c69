"""What words of co-operation between governments mean, by one name for the three languages: ports, puertos, ports."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import LANGUAGES, Language


class ConceptWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words and phrases of one language for each concept, in lower case; every language has the same concepts.

    A single word stands for every form that shares its stem, one with "=" before it only for what is written (in the
    notation of ``commitments.expand``), a phrase for itself. A word may stand for several
    concepts: a wildfire is a fire, in a forest.
    ``telling`` are words by which a register tells where it has something from, and words too wide to tell anything;
    they count only where they are words of a concept. ``together`` are phrases that name all sides of an agreement
    without their names ("the two governments").
    """

    telling: tuple[str, ...]
    together: tuple[str, ...]
    concepts: dict[str, tuple[str, ...]]


class _Concepts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    general: frozenset[str]
    broader: dict[str, tuple[str, ...]]


@functools.cache
def concept_words(language: Language) -> dict[str, tuple[str, ...]]:
    """Return the words and phrases of a language, by concept.

    Raises LexiconError where a concept is not in every language.
    """
    words = {each: loader.load(f"{each}/concepts.toml", ConceptWords).concepts for each in LANGUAGES}
    for each in LANGUAGES:
        if missing := words["en"].keys() ^ words[each].keys():
            raise loader.LexiconError(f"lexicon/{each}/concepts.toml: {sorted(missing)} is not in every language")
    return words[language]


def telling_words(language: Language) -> tuple[str, ...]:
    """Return the words of a language that tell nothing of what a commitment is about."""
    return loader.load(f"{language}/concepts.toml", ConceptWords).telling


def together_phrases(language: Language) -> tuple[str, ...]:
    """Return the phrases of a language that name all sides of an agreement without their names."""
    return loader.load(f"{language}/concepts.toml", ConceptWords).together


def general_concepts() -> frozenset[str]:
    """Return the concepts that the texts of every agreement are full of."""
    return _concepts().general


def broader_concepts() -> dict[str, tuple[str, ...]]:
    """Return what each concept is one of: a hospital belongs to health."""
    return _concepts().broader


@functools.cache
def _concepts() -> _Concepts:
    known = loader.load("concepts.toml", _Concepts)
    named = {*known.general, *known.broader, *(one for several in known.broader.values() for one in several)}
    if unknown := named - concept_words("en").keys():
        raise loader.LexiconError(f"lexicon/concepts.toml: {sorted(unknown)} are no concepts")
    return known
