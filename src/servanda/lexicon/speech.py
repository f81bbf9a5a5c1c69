"""The words with which a text says that somebody else is speaking."""

import functools

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class SpeechWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of speech of one language, in lower case.

    ``silent_subject``: whether a verb alone may speak of who spoke last ("añadió que ..."). ``verbs``: every form of
    the verbs of saying, participles too; ``bare``: those that report without ``that``; ``addressing``: those after
    which somebody spoken to is named, not the speaker. ``according``: what stands before the speaker of a sentence
    ("selon"); ``viewpoints``: what opens a sentence before somebody whose view follows in marks ("pour").
    ``masculine``, ``feminine``: pronouns that stand for a speaker. ``auxiliaries``: what may come between a speaker
    and the verb. ``prepositions``: after these a name is not the subject. ``stops``: words that begin another clause.
    ``articles`` and possessives open a description of a speaker ("a person close to the talks"); after the ``definite``
    ones, which may show a gender, it is of somebody who was spoken of, after the ``indefinite`` of somebody new.
    ``like`` opens a clause that says whose words they are ("As Minister Nes put it"). After ``other_that`` the word
    "that" reports nothing ("so that").
    """

    language: Language
    silent_subject: bool
    verbs: frozenset[str]
    bare: frozenset[str]
    that: tuple[str, ...]
    according: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    stops: frozenset[str]
    addressing: frozenset[str]
    viewpoints: tuple[str, ...]
    articles: tuple[str, ...]
    definite: dict[str, str]
    indefinite: tuple[str, ...]
    like: frozenset[str]
    other_that: tuple[str, ...]


@functools.cache
def speech_words(language: Language) -> SpeechWords:
    """Return the words of speech of a language."""
    return loader.load(f"{language}/speech.toml", SpeechWords)
