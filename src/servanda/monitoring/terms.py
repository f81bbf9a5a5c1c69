"""The terms of a passage: concepts that the lexicon knows in three languages, else the stems of one language."""

import functools
from collections.abc import Iterable

import Stemmer

from servanda.lexicon.comparing import comparing_words
from servanda.lexicon.concepts import concepts
from servanda.lexicon.forms import expand
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words, spellings, unaccented, words_by_spelling
from servanda.lexicon.watching import watching_words
from servanda.monitoring.numbers import SMALLEST
from servanda.monitoring.term import IMPLIED, Term
from servanda.monitoring.words import fold_words

_SHORTEST = 3  # letters
_STEMMED: dict[Language, str] = {"en": "english", "fr": "french", "es": "spanish"}


class Terms:
    """What the words of one language mean."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._stem = Stemmer.Stemmer(_STEMMED[language], 0).stemWord  # remembers none: every word is asked for once
        common = (form for entry in comparing_words(language).common for form in expand(entry))
        self._idle = frozenset(map(unaccented, (*common, *words_by_spelling(language), *watching_words(language).idle)))
        self._numbers = {
            spelling: (f"#{number}",)
            for number, words in number_words(language).cardinals.items()
            if int(number) >= SMALLEST
            for spelling in spellings(words)
        }
        self._concepts: dict[str, tuple[Term, ...]] = {}
        self.phrases: dict[bytes, tuple[Term, ...]] = {}
        self._exact: dict[str, tuple[Term, ...]] = {}
        self._plurals: dict[str, tuple[Term, ...]] = {}
        for name, concept in concepts().items():
            for entry in concept.words(language):
                self._learn(name, entry)
        self._learn_plurals()
        self._exact = {word: _widened(names) for word, names in self._exact.items()}
        self._concepts = {stem: _widened(names) for stem, names in self._concepts.items()}
        self.phrases = {phrase: _widened(names) for phrase, names in self.phrases.items()}

    def _learn(self, concept: Term, entry: str) -> None:
        """Take a word for all forms of its stem, one with "=" before it for itself, a phrase for itself."""
        if entry.startswith("="):
            for word in expand(entry[1:]):
                for spelling in {word, unaccented(word)} - self._idle:
                    self._exact[spelling] = _added(self._exact.get(spelling, ()), concept)
            return
        folded = fold_words(entry).strip()
        if b" " in folded:
            self.phrases[folded] = _added(self.phrases.get(folded, ()), concept)
            return
        plural = _plural(folded.decode("latin-1"), self.language)
        self._plurals[plural] = _added(self._plurals.get(plural, ()), concept)
        typed = unaccented(entry)  # as it is often typed, where that is no other word
        for stem in map(self.stem, {folded.decode("latin-1"), entry if typed in self._idle else typed}):
            self._concepts[stem] = _added(self._concepts.get(stem, ()), concept)

    def _learn_plurals(self) -> None:
        """Take plurals that have another stem for themselves: the stem of "línea" is not that of "líneas"."""
        for word, names in self._plurals.items():
            known = self._concepts.get(self.stem(word), ())
            if word not in self._exact and not set(names) <= set(known):
                self._exact[word] = tuple(dict.fromkeys((*known, *names)))

    def stem(self, word: str) -> str:
        """Return what the forms of a word have in common, without accents."""
        return unaccented(self._stem(word))

    def of(self, word: str) -> tuple[Term, ...]:
        """Return the terms of a word in lower case, none where it does not tell what is spoken of."""
        if number := self._numbers.get(word):
            return number
        if exact := self._exact.get(word):
            return exact
        stem = self.stem(word)
        if known := self._concepts.get(stem):
            return known
        if len(word) < _SHORTEST or word[0].isdigit() or unaccented(word) in self._idle:
            return ()
        return (f"{self.language}:{stem}",)

    def of_phrase(self, phrase: bytes) -> tuple[Term, ...]:
        """Return the terms of a phrase of the lexicon, its words joined by "_"."""
        return self.phrases.get(phrase.replace(b"_", b" "), ())


def _plural(word: str, language: Language) -> str:
    """Return the regular plural of a noun; what is no noun, or a plural already, gives no word at all.

    >>> [_plural("línea", "es"), _plural("institución", "es"), _plural("réseau", "fr"), _plural("canal", "fr")]
    ['líneas', 'instituciones', 'réseaux', 'canaux']
    """
    if language == "es":
        return word + "s" if word[-1] in "aeiou" else unaccented(word) + "es"
    if language == "fr":
        if word.endswith("al"):
            return word.removesuffix("l") + "ux"
        return word + ("x" if word.endswith(("au", "eu")) else "s")
    return word + "s"


@functools.cache
def terms(language: Language) -> Terms:
    """Return the terms of a language."""
    return Terms(language)


def _widened(names: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the concepts of a word with what they imply: a narrow one stands for the wider ones of its own."""
    implied = {wider for name in names for wider in concepts()[name].broader}
    return (*(name for name in names if name not in implied), *(one + IMPLIED for one in sorted(implied)))


def _added(known: Iterable[Term], term: Term) -> tuple[Term, ...]:
    return tuple(dict.fromkeys((*known, term)))
