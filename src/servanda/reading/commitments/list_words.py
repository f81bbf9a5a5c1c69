"""The words that announce or refuse a list, and those with which its items begin, as patterns."""

import functools
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of, whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Sentence

ARTICLE = r"(?:the |an? |la |les? |l'|une? |el |las |los )?"
_VERB = {"fr": r"(?!entre )(?:s')?[^\W\d_]{2,}(?:er|ir|oir|re)", "es": r"[^\W\d_]{2,}(?:ar|er|ir|ír)(?:se)?"}
# "Report on ports", "Taller de capacitación", but "Reducir de 72 a 24 horas".
_NO_OBJECT = r"(?:(?:of|for|on|in|and|to|is|will|du|del|et|y|e|pour|par|que|est|es|para|por)\b|(?:by|de|d')\b(?! ?\d))"


def announces(sentence: Sentence) -> bool | None:
    """Whether a heading or lead-in announces what is agreed: "Areas of co-operation"; None where it says nothing of it.

    False where it announces something else: "Expected results", "Participants".
    """
    folded, start, end = sentence.scan.folded, sentence.start, sentence.end
    if refused(sentence.language).search(folded, start, end):
        return False
    return True if _neutral(sentence.language).search(folded, start, end) else None


@functools.cache
def deed(language: Language) -> re.Pattern[str]:
    """Return how a nominal item begins: "Joint purchase of", "Étude sur", "Aporte alemán de"."""
    words = commitment_words(language)
    deeds = any_of(words.lists.deeds)
    # "Joint purchase of", but "On financing, the Danish side stated that".
    adjectives = rf"(?:(?!{any_of(words.subjects.before)} )[^\W\d_]+ ){{0,2}}?" if language == "en" else ""
    linked = "of|for|on|to|by|between|from|in|au|aux|al|de|du|des|del|sur|pour|par|entre|para|sobre|a|à|en"
    after = rf"(?: [^\W\d_]+){{0,2}}? (?:d'|(?:{linked})(?![^\W_]))"
    return re.compile(rf"{ARTICLE}{adjectives}(?P<deed>{deeds})(?:,|{after})")


@functools.cache
def to_do(language: Language) -> re.Pattern[str]:
    """Return how an item begins with a verb, and not with a noun that looks like one: "Support for", "Taller de"."""
    verb = any_of(commitment_words(language).lists.verbs) if language == "en" else _VERB[language]
    return re.compile(rf"{verb}(?: [^\W_]+ly| jointly)? (?!{_NO_OBJECT})\w")


@functools.cache
def refused(language: Language) -> re.Pattern[str]:
    """Return the words that announce something else than what is agreed: "expected results", "participants"."""
    return whole_words(commitment_words(language).lists.refused)


@functools.cache
def section(language: Language) -> re.Pattern[str]:
    """Return the words that open a section, which is no item: "Article 3"."""
    return whole_words(commitment_words(language).lists.sections)


@functools.cache
def _neutral(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).lists.neutral)
