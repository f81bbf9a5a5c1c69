"""Names that a register uses and no list knows: its ports, rivers and funds. A text that has one may bear on it."""

import re
from collections.abc import Iterator

from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring.terms import terms
from servanda.monitoring.watched import Watched
from servanda.monitoring.words import fold_words
from servanda.register.wording import Wording

_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_AT_THE_HEAD = re.compile(r"(?:^|[.!?:;–—“«\"(])\s*$")
_SHORTEST = 4  # letters


def proper_names(watched: Watched) -> list[str]:
    """Return the words that the register always writes with a capital, not only at the head of a sentence.

    A word that is an ordinary one in any of the three languages is none.
    """
    inside: set[str] = set()
    ordinary: set[str] = set()
    for text, language in _wordings(watched):
        for match in _WORD.finditer(text):
            word = match[0]
            if not word[0].isupper() or _means(word, language):
                ordinary.add(word.casefold())
            elif len(word) >= _SHORTEST and not _AT_THE_HEAD.search(text, 0, match.start()):
                inside.add(word)
    return sorted(word for word in inside if word.casefold() not in ordinary)


def _means(word: str, language: Language) -> bool:
    """Whether a word has a meaning that the lexicon knows, or none that counts."""
    folded = fold_words(word).decode("latin-1").split()
    found = [term for part in folded for term in terms(language).of(part)]
    return not found or any(":" not in term for term in found)


def _wordings(watched: Watched) -> Iterator[tuple[str, Language]]:
    for commitment in watched.commitments:
        guideline = commitment.guideline
        own: tuple[Wording, ...] = (commitment.title, commitment.summary)
        if guideline is not None:
            own += (guideline.full, guideline.partial, guideline.none)
        for wording in own:
            for language in LANGUAGES:
                yield wording.in_language(language), language
