"""Sentences after an item that only note its date or its owner: "Deadline: 31 May 2027. Lead: Ministry of Energy"."""

import functools
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Sentence

_LABEL = 30  # characters of the longest label and its colon


def is_note(sentence: Sentence) -> bool:
    """Whether the sentence only notes something of the item before it."""
    if sentence.scan.folded.find(":", sentence.start, sentence.start + _LABEL) < 0:
        return False
    return names_date(sentence) or names_owner(sentence)


def names_date(sentence: Sentence) -> bool:
    """Whether the sentence notes by when."""
    return _labels(sentence.language)[0].match(sentence.scan.folded, sentence.start, sentence.end) is not None


def names_owner(sentence: Sentence) -> bool:
    """Whether the sentence notes whose task it is."""
    return _labels(sentence.language)[1].match(sentence.scan.folded, sentence.start, sentence.end) is not None


@functools.cache
def _labels(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = commitment_words(language).lists
    return _label(lists.dates), _label(lists.owners)


def _label(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(words)}\s?:")
