"""The noun that a number counts: "24,000 jobs", "3 nouvelles stations", "180 km", "a 12-member panel"."""

import re
from decimal import Decimal

import msgspec

from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import WordsAround, words_around
from servanda.reading.numerals import Numeral

_WORD = re.compile(r"[^\W\d_]+(?:[²³]|(?:[/-][^\W\d_]+)+)?")
_OF = re.compile(r" (?:de |d')")
_SCALES = {"M": 1_000_000, "k": 1_000, "K": 1_000}
_MOST = 4  # words between a number and the end of its noun
_TWO = Decimal(2)


class Noun(msgspec.Struct, frozen=True):
    """What is counted and where it ends; ``scale`` is that of a letter on the number ("10M")."""

    end: int
    unit: str | None = None
    scale: int = 1


def read_unit_noun(stretch: Stretch, numeral: Numeral) -> Noun:
    """Return the noun after a number: the first in the plural, past adjectives, before any other kind of word.

    A number with none ends where it ends, or after the place that stands for its noun ("seven in Vancouver").
    """
    known = words_around(stretch.language)
    position = numeral.end
    if numeral.kind == "fraction":
        return Noun(position)
    if stretch.folded[position : position + 1].isalpha():
        return _attached(stretch, known, position)
    if stretch.text[position : position + 2] == " k" and not stretch.folded[position + 2 : position + 3].isalnum():
        return Noun(position + 2, scale=_SCALES["k"])
    of = _OF.match(stretch.folded, position, stretch.end) if numeral.scaled else None
    words = _words(stretch, known, of.end() - 1 if of is not None else position, elided=of is not None)
    noun = _noun(stretch, known, words, singular=numeral.value < _TWO)
    if noun is not None:
        return Noun(noun.end(), noun[0])
    return Noun(_place_end(stretch, known, words, numeral))


def _attached(stretch: Stretch, known: WordsAround, position: int) -> Noun:
    """Read what touches the digits: "29km", "10M"."""
    word = _WORD.match(stretch.folded, position, stretch.end)
    scale = _SCALES.get(stretch.text[position]) if word is not None and len(word[0]) == 1 else None
    if scale is not None:
        return Noun(position + 1, scale=scale)
    if word is not None and word[0] in known.measures:
        return Noun(word.end(), word[0])
    return Noun(position)


def _words(stretch: Stretch, known: WordsAround, position: int, *, elided: bool) -> list[re.Match[str]]:
    """Return the words after a number up to a mark or a word that is no part of its noun; that word is the last."""
    words: list[re.Match[str]] = []
    gaps = {" ", "-", "\n", "'"} if elided else {" ", "-", "\n"}
    while len(words) < _MOST and stretch.folded[position : position + 1] in gaps:
        word = _WORD.match(stretch.folded, position + 1, stretch.end)
        if word is None:
            break
        words.append(word)
        if word[0] in known.not_units:
            break
        position = word.end()
    return words


def _noun(stretch: Stretch, known: WordsAround, words: list[re.Match[str]], *, singular: bool) -> re.Match[str] | None:
    """Choose the noun: in English past any words, in French and Spanish only past adjectives."""
    for place, word in enumerate(words):
        if word[0] in known.not_units:
            return None
        if word[0] in known.adjectives:
            continue
        named = stretch.text[word.start()].isupper() and place > 0
        if not named and (word[0] in known.measures or _is_plural(stretch, known, word[0])):
            return word
        if place == 0 and (singular or stretch.folded[word.start() - 1] == "-"):
            return word
        if stretch.language != "en":
            return None
    return None


def _is_plural(stretch: Stretch, known: WordsAround, word: str) -> bool:
    if word in known.plurals:
        return True
    if stretch.language == "en":
        return len(word) > 2 and word[-1] == "s" and word[-2] not in "sui"
    return len(word) > 2 and word[-1] in "sx"


def _place_end(stretch: Stretch, known: WordsAround, words: list[re.Match[str]], numeral: Numeral) -> int:
    """Return the end of "in Vancouver" after a number without a noun, or of the number."""
    if not words or words[0][0] not in known.places or not numeral.words:
        return numeral.end
    place = _WORD.match(stretch.folded, words[0].end() + 1, stretch.end)
    return place.end() if place is not None and stretch.text[place.start()].isupper() else numeral.end
