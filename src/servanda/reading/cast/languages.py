"""Tell languages from states: "in English and French", "en français", "the Korean text"."""

import functools
import re

from servanda.lexicon.actors import actor_words
from servanda.lexicon.language import Language
from servanda.lexicon.structure import structure_words

_REACH = 80  # characters before a language in which others of its row and their preposition stand
_COORDINATING = ("and", "or", "et", "ou", "y", "e", "o")
_JOIN = rf"(?:, (?:(?:{'|'.join(_COORDINATING)}) )?| (?:{'|'.join(_COORDINATING)}) )"
_WORD = re.compile(r" ([^\W\d_]+)")


def is_language(folded: str, start: int, end: int, language: Language) -> bool:
    """Whether a nationality is the name of a language here.

    It is one beside a noun for languages, and in a row of single words after "in". In English a noun may still follow
    ("in French waters"), as the last of the row shows.
    """
    into, beside, row = _patterns(language)
    words = actor_words(language)
    before = folded[max(0, start - _REACH) : start]
    last = before.rstrip().rpartition(" ")[2]
    in_row = last in _COORDINATING or last.endswith(",")
    if (in_row or last in words.languages) and beside.search(before) is not None:
        return True
    stop = row.match(folded, end).end() if language == "en" else end  # type: ignore[union-attr]  # it matches nothing too
    follows = _WORD.match(folded, stop)
    if follows is not None and follows[1] in words.languages:
        return True
    if not (in_row or last in words.languages_in) or into.search(before) is None:
        return False
    return language != "en" or follows is None or follows[1] in structure_words(language).common


@functools.cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before a row of languages, a noun for languages before one, and the rest of a row."""
    words = actor_words(language)
    into, nouns = ("|".join(map(re.escape, sorted(each))) for each in (words.languages_in, words.languages))
    opening = rf"(?<![^\W_])(?:{into}) "
    row = rf"(?:[^\W\d_]+{_JOIN}(?:{opening})?)*$"
    return (
        re.compile(opening + row),
        re.compile(rf"(?<![^\W_])(?:{nouns}) {row}" if language != "en" else r"(?!)"),
        re.compile(rf"(?:{_JOIN}(?:{opening})?[^\W\d_]+(?=[,.;:)\n ]|$))*"),
    )
