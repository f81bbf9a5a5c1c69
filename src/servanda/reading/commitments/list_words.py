"""The words that announce or refuse a list, and those with which its items begin, as patterns."""

import functools
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of, whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Sentence

ARTICLE = r"(?:the |an? |la |les? |l'|une? |el |las |los )?"
_VERB = {"fr": r"(?!entre )(?:s')?[^\W\d_]{2,}(?:er|ir|oir|re)", "es": r"[^\W\d_]{2,}(?:ar|er|ir|ír)(?:se)?"}
_LAST_WORD = 3  # characters after a verb that ends a heading: "Both countries will:"
# "Report on ports", "Taller de capacitación", but "Reducir de 72 a 24 horas".
_NO_OBJECT = r"(?:(?:of|for|on|in|and|to|is|will|du|del|et|y|e|pour|par|que|est|es|para|por)\b|(?:by|de|d')\b(?! ?\d))"


def announces(sentence: Sentence) -> bool | None:
    """Whether a heading or lead-in announces what is agreed: "Areas of co-operation"; None where it says nothing of it.

    False where it announces something else: "Expected results", "Participants".
    """
    folded, start, end = sentence.scan.folded, sentence.start, sentence.end
    if any(not _acts(sentence, match) for match in refused(sentence.language).finditer(folded, start, end)):
        return False
    return True if _neutral(sentence.language).search(folded, start, end) else None


def tells(heading: Sentence) -> bool:
    """Whether a heading tells the news ("Chile and Norway will share data"), so that it leads in no list below it."""
    return any(heading.block.end - head.end > _LAST_WORD for head in heading.heads)


def _acts(sentence: Sentence, word: re.Match[str]) -> bool:
    """Whether a word is of those who act: "The participants will:", but not "Participants:"."""
    return bool(sentence.heads) and any(
        said.label == "collective" and said.start <= word.start() and word.end() <= said.end
        for said in sentence.subjects
    )


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
