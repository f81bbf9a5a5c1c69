"""What the plain words of a passage lean to, where a cue is an expression of which it is known what it tells.

A hundred words that each tell a little tell much together: "tender", "surveyed" and "hopes" stand in reports of a step,
"columnist" and "drought" in none. Their numbers are learnt (``lexicon/leanings.py``) and added up.
"""

import functools
import math
from collections.abc import Sequence

import Stemmer

from servanda.lexicon.language import Language
from servanda.lexicon.leanings import Leaning, leanings
from servanda.monitoring.shares import Told
from servanda.monitoring.words import fold_words
from servanda.register.happening import Relation

# In the order of the numbers of a word.
RELATIONS: tuple[Relation, ...] = ("progress", "completes", "delays", "contradicts", "restates", "context")
_STEMMED: dict[Language, str] = {"en": "english", "fr": "french", "es": "spanish"}
_NOTHING: Leaning = (0, 0, 0, 0, 0, 0)
_FEW = 60  # words, each times what it counts: about those of twenty in a passage
_MOST = 50_000  # words remembered
_LAST = 64  # texts remembered: all matches of a passage share its sentences


def leaning(told: Sequence[Told], language: Language) -> dict[Relation, int]:
    """Return what the words lean to, in thousandths: of a text whose relation is sure, about a thousand to that one.

    A word counts in each part what a cue there counts. The sum is divided by the root of how many there are: of a long
    text no word tells much, and few words tell little.
    """
    parts = [(_of_text(text, language), count) for text, count in told]
    root = rooted(sum(known * count for (known, _), count in parts))
    sums = [sum(lean[which] * count for (_, lean), count in parts) for which in range(len(RELATIONS))]
    always = leanings(language).always
    return {name: int(sums[which] / root) + always[which] for which, name in enumerate(RELATIONS)}


def rooted(many: int) -> float:
    """Return by what the sum of so many words is divided."""
    return math.sqrt(many + _FEW)


def telling(told: Sequence[Told], language: Language, bears: Relation) -> tuple[str, ...]:
    """Return the words that lean most to a relation, at most three, the first most."""
    which = RELATIONS.index(bears)
    said = {word for text, _ in told for word in words_of(text)}
    leans = sorted((-lean[which], word) for word in said if (lean := _of_word(word, language)) is not None)
    return tuple(word for less, word in leans[:3] if less < 0)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that may lean to anything, in lower case: no numbers."""
    return frozenset(word for word in fold_words(text).decode("latin-1").split() if not word[0].isdigit())


def stem(word: str, language: Language) -> str:
    """Return what the forms of a word share."""
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


@functools.lru_cache(maxsize=_LAST)
def _of_text(text: str, language: Language) -> tuple[int, Leaning]:
    """Return how many words of a text lean, and what to."""
    known = [lean for word in words_of(text) if (lean := _of_word(word, language)) is not None]
    if not known:
        return 0, _NOTHING
    progress, completes, delays, contradicts, restates, context = map(sum, zip(*known, strict=True))
    return len(known), (progress, completes, delays, contradicts, restates, context)


@functools.lru_cache(maxsize=_MOST)
def _of_word(word: str, language: Language) -> Leaning | None:
    return leanings(language).words.get(stem(word, language))


@functools.cache
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_STEMMED[language], 0)
