"""A stretch of one language in a text, and the phrases that stand just before and after a place in it."""

import re
from collections.abc import Mapping

import msgspec

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented

_REACH = 40  # characters; no phrase beside a number is longer
_LONGEST_WORD = 24
_JOINING = frozenset(" -\n")
_OPENING = "([\"'"
_CLOSING = ")]\"',;:."


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """``text[start:end]`` in one language, with the folded and the plain text (``servanda.text.folding``).

    Offsets are the text's.
    """

    text: str
    folded: str
    plain: str
    start: int
    end: int
    language: Language

    def part(self, start: int, end: int) -> "Stretch":
        """Return a smaller stretch of this one."""
        return Stretch(self.text, self.folded, self.plain, start, end, self.language)

    def before(self, position: int) -> str:
        """Return the folded text that ends at a position, without the space there."""
        return self.folded[max(self.start, position - _REACH) : position].rstrip()

    def after(self, position: int) -> str:
        """Return the folded text that begins at a position, without the space there."""
        return self.folded[position : min(self.end, position + _REACH)].lstrip()

    def word_before(self, position: int) -> str:
        """Return the folded word that stands one space or hyphen before a position; "" where there is none."""
        piece = self.folded[max(self.start, position - _LONGEST_WORD) : position]
        if piece[-1:] not in _JOINING:
            return ""
        words = piece[:-1].rsplit(None, 1)
        return words[-1].rpartition("'")[2].lstrip(_OPENING).rstrip(".") if words else ""


class Neighbours:
    """Phrases of a few words, each with its meaning, that may stand beside a number."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        """Take lists of phrases, separated by bars, by what they mean; accents may be missing in the text."""
        self._meanings = {
            spelling: meaning
            for meaning, phrases in listed.items()
            for phrase in phrases.split("|")
            for spelling in (phrase, unaccented(phrase))
            if phrase
        }
        self._most = max((phrase.count(" ") + 1 for phrase in self._meanings), default=0)
        self._last = frozenset(phrase.rpartition(" ")[2] for phrase in self._meanings)
        self._first = frozenset(phrase.partition(" ")[0] for phrase in self._meanings)

    def ending(self, before: str) -> str | None:
        """Return the meaning of the longest phrase that ends this text."""
        if before[before.rfind(" ") + 1 :].lstrip(_OPENING) not in self._last:
            return None
        words = before.rsplit(" ", self._most)[-self._most :]
        for first in range(len(words)):
            meaning = self._meanings.get(" ".join(words[first:]).lstrip(_OPENING))
            if meaning is not None:
                return meaning
        return None

    def opening(self, after: str) -> str | None:
        """Return the meaning of the longest phrase that opens this text."""
        if after.partition(" ")[0].rstrip(_CLOSING) not in self._first:
            return None
        words = after.split(" ", self._most)[: self._most]
        for last in range(len(words), 0, -1):
            meaning = self._meanings.get(" ".join(words[:last]).rstrip(_CLOSING))
            if meaning is not None:
                return meaning
        return None


def beginnings(stems: str) -> re.Pattern[str]:
    """Return a pattern that finds a word with one of these beginnings."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(stems.split(), reverse=True)))})")
