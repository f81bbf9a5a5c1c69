"""The terms of a passage: concepts that the lexicon knows in three languages, else the stems of one language."""

import functools
from collections.abc import Iterable

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.french_stemmer import FrenchStemmer
from snowballstemmer.spanish_stemmer import SpanishStemmer

from servanda.lexicon.commitments import expand
from servanda.lexicon.comparing import comparing_words
from servanda.lexicon.concepts import concept_words, telling_words
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words, spellings, unaccented, words_by_spelling
from servanda.monitoring.numbers import SMALLEST
from servanda.monitoring.term import Term
from servanda.monitoring.words import fold_words

_SHORTEST = 3  # letters
_STEMMERS = {"en": EnglishStemmer, "fr": FrenchStemmer, "es": SpanishStemmer}


class Terms:
    """What the words of one language mean."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._stemmer = _STEMMERS[language]()
        common = (form for entry in comparing_words(language).common for form in expand(entry))
        self._idle = frozenset(map(unaccented, (*common, *words_by_spelling(language), *telling_words(language))))
        self._numbers = {
            spelling: (f"#{number}",)
            for number, words in number_words(language).cardinals.items()
            if int(number) >= SMALLEST
            for spelling in spellings(words)
        }
        self._concepts: dict[str, tuple[Term, ...]] = {}
        self.phrases: dict[bytes, tuple[Term, ...]] = {}
        for concept, words in concept_words(language).items():
            for word in words:
                folded = fold_words(word).strip()
                if b" " in folded:
                    self.phrases[folded] = _added(self.phrases.get(folded, ()), concept)
                else:
                    for stem in {self.stem(folded.decode("latin-1")), self.stem(unaccented(word))}:
                        self._concepts[stem] = _added(self._concepts.get(stem, ()), concept)

    def stem(self, word: str) -> str:
        """Return what the forms of a word have in common, without accents."""
        return unaccented(self._stemmer.stemWord(word))

    def of(self, word: str) -> tuple[Term, ...]:
        """Return the terms of a word in lower case, none where it does not tell what is spoken of."""
        if number := self._numbers.get(word):
            return number
        stem = self.stem(word)
        if concepts := self._concepts.get(stem):
            return concepts
        if len(word) < _SHORTEST or word[0].isdigit() or unaccented(word) in self._idle:
            return ()
        return (f"{self.language}:{stem}",)

    def of_phrase(self, phrase: bytes) -> tuple[Term, ...]:
        """Return the terms of a phrase of the lexicon, its words joined by "_"."""
        return self.phrases.get(phrase.replace(b"_", b" "), ())


@functools.cache
def terms(language: Language) -> Terms:
    """Return the terms of a language."""
    return Terms(language)


def _added(known: Iterable[Term], term: Term) -> tuple[Term, ...]:
    return tuple(dict.fromkeys((*known, term)))
