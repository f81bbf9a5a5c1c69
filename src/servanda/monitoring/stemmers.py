"""The Snowball stemmers, made twice as quick: the stem of every new word of a stream is asked for once.

What takes them most time is to find the longest entry of a table that stands before or behind a place in a word. The
package searches a table by halves and compares letter by letter, as its programs in C do. In Python it is quicker to
try those entries that have the right letter at that place. Some steps go through a word letter by letter to mark what
few words have, or to take the marks away: one pattern tells first whether there is anything. The stems are the same.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.french_stemmer import FrenchStemmer
from snowballstemmer.spanish_stemmer import SpanishStemmer

from servanda.lexicon.language import Language

PACKAGED: dict[Language, type[Any]] = {"en": EnglishStemmer, "fr": FrenchStemmer, "es": SpanishStemmer}

# What a word has where the step of this name changes anything. Where the package names one otherwise, it is taken.
_VOWEL = "[aeiouyàâèéêëîïôùû]"
_CHANGES: dict[Language, dict[str, re.Pattern[str]]] = {
    "en": {"prelude": re.compile("['yY]")},
    "fr": {"prelude": re.compile(f"[yëï]|qu|{_VOWEL}[iu]{_VOWEL}"), "postlude": re.compile("[HIUY]")},
    "es": {"postlude": re.compile("[áéíóú]")},
}


class _Entry(Protocol):
    """An entry of a table: its letters, what is returned for it, and a further condition."""

    s: str
    result: int
    method: Callable[[Any], bool] | None


_Table = Sequence[_Entry]
_ByLetter = dict[str, list[_Entry]]  # the longest first; under "" what has no letters, which ends every list


class _Quicker:
    """Stands before a stemmer of the package and does its searches."""

    current: str
    cursor: int
    limit: int
    limit_backward: int

    def __init__(self) -> None:
        super().__init__()
        # By the identity of the tables, which are constants of the package.
        self._beginning: dict[int, _ByLetter] = {}
        self._ending: dict[int, _ByLetter] = {}

    def find_among(self, table: _Table) -> int:
        """Return the result of the longest entry behind the cursor, which goes to its end; 0 where there is none."""
        start, end = self.cursor, self.limit
        entries = self._beginning.get(id(table)) or self._beginning.setdefault(id(table), _by_letter(table, 0))
        letter = self.current[start] if start < end else ""
        for entry in entries.get(letter, entries[""]):
            if self.current.startswith(entry.s, start, end) and self._holds(entry, start + len(entry.s)):
                return entry.result
        return 0

    def find_among_b(self, table: _Table) -> int:
        """Return the result of the longest entry before the cursor, which goes to its start; 0 where there is none."""
        start, end = self.limit_backward, self.cursor
        entries = self._ending.get(id(table)) or self._ending.setdefault(id(table), _by_letter(table, -1))
        letter = self.current[end - 1] if start < end else ""
        for entry in entries.get(letter, entries[""]):
            if self.current.endswith(entry.s, start, end) and self._holds(entry, end - len(entry.s)):
                return entry.result
        return 0

    def _holds(self, entry: _Entry, cursor: int) -> bool:
        self.cursor = cursor
        if entry.method is None:
            return True
        holds = entry.method(self)
        if holds:
            self.cursor = cursor  # which the condition may have moved
        return holds


def _by_letter(table: _Table, place: int) -> _ByLetter:
    entries: _ByLetter = {"": []}
    for entry in sorted(table, key=lambda entry: -len(entry.s)):
        for letter in (entry.s[place],) if entry.s else entries:
            entries.setdefault(letter, []).append(entry)
    return entries


def stemmer(language: Language) -> Callable[[str], str]:
    """Return what stems a word of a language, in lower case."""
    packaged = PACKAGED[language]
    private = {step: f"_{packaged.__name__}__r_{step}" for step in _CHANGES[language]}
    steps = {
        name: _where(_CHANGES[language][step], getattr(packaged, name))
        for step, name in private.items()
        if hasattr(packaged, name)
    }
    made: Any = type("Stemmer", (_Quicker, packaged), steps)()
    stem: Callable[[str], str] = made.stemWord
    return stem


def _where(changes: re.Pattern[str], step: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Return a step that is taken only where it changes anything; nobody asks what these steps return."""
    return lambda word: changes.search(word.current) is None or step(word)
