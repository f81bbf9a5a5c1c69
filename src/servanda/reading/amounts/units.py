"""The noun that a number counts: "24,000 jobs", "3 nouvelles stations", "180 km", "a 12-member panel"."""

import re
from decimal import Decimal

import msgspec

from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import WordsAround, words_around
from servanda.reading.numerals import Numeral

_WORD = re.compile(r"°[cf](?!\w)|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[²³]|[23](?!\w)|(?:[/-][^\W\d_]+)+)?")
_OF = re.compile(r" (?:de |d')")
_ARTICLE = re.compile(r" l[ao]s(?= )")
_LETTERS = re.compile(r" ?(?P<letters>bn|tn|m|k)(?![^\W_])")
_SCALES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}
_MOST = 4  # words between a number and the end of its noun
_SUMMED = 40  # characters before a number in which what sums up stands
_TWO = Decimal(2)
_MEN = "men"  # "fishermen", "policewomen"


class Noun(msgspec.Struct, frozen=True, gc=False):
    """What is counted and where it ends; ``scale`` is that of a letter on the number ("10M")."""

    end: int
    unit: str | None = None
    scale: int = 1


def read_unit_noun(stretch: Stretch, numeral: Numeral) -> Noun:
    """Return the noun after a number: the first in the plural, past adjectives, before any other kind of word.

    A number with none ends where it ends, or after the place that stands for its noun ("seven in Vancouver").
    """
    known = words_around(stretch.language)
    if numeral.kind == "fraction":
        return Noun(numeral.end)
    letters = _in_letters(stretch, known, numeral)
    if letters is not None:
        return letters
    touching = stretch.folded[numeral.end : numeral.end + 1]
    if touching.isalpha() or touching == "°":
        word = _WORD.match(stretch.folded, numeral.end, stretch.end)
        if word is None or word[0] not in known.measures or stretch.text[word.start() : word.end()] == "G":
            return Noun(numeral.end)  # "5G" weighs nothing
        return Noun(word.end(), word[0])
    return _noun_after(stretch, known, numeral, numeral.end, scaled=numeral.scaled)


def _in_letters(stretch: Stretch, known: WordsAround, numeral: Numeral) -> Noun | None:
    """Read a scale in letters, with what it counts: "10M", "40k", "1,2 M d'habitants", "1.2m people"."""
    match = _LETTERS.match(stretch.folded, numeral.end, stretch.end)
    if match is None or numeral.words or numeral.scale > 1:
        return None
    scale = _SCALES[match["letters"]]
    noun = _noun_after(stretch, known, numeral, match.end(), scaled=True)
    written = stretch.text[match.start("letters") : match.end()]
    apart = match.start("letters") > match.start()
    sure = written == "k" if apart else written != "m"
    counts = noun.unit is not None and written == ("M" if apart else "m")
    return Noun(noun.end, noun.unit, scale) if sure or counts else None  # else metres


def _noun_after(stretch: Stretch, known: WordsAround, numeral: Numeral, position: int, *, scaled: bool) -> Noun:
    of = _OF.match(stretch.folded, position, stretch.end) if scaled else None
    if scaled and of is None and stretch.language != "en":
        return Noun(position)  # "les 25 millions annoncés": what is counted follows "de"
    begin = of.end() - 1 if of is not None else _past_article(stretch, known, numeral, position)
    words = _words(stretch, known, begin, elided=of is not None)
    noun = _noun(stretch, known, words, singular=abs(numeral.value) < _TWO)
    if noun is not None:
        return _with_power(stretch, known, words, words.index(noun))
    place = _place_end(stretch, known, words) if numeral.words else None
    return Noun(place or position)


def _past_article(stretch: Stretch, known: WordsAround, numeral: Numeral, position: int) -> int:
    """Return where the noun begins, past its article after a verb that sums up: "serán 50 los ingenieros"."""
    if known.summing is None or (article := _ARTICLE.match(stretch.folded, position, stretch.end)) is None:
        return position
    before = stretch.folded[max(stretch.start, numeral.start - _SUMMED) : numeral.start]
    return article.end() if known.summing.search(before) else position


def _with_power(stretch: Stretch, known: WordsAround, words: list[re.Match[str]], place: int) -> Noun:
    """Return a noun with the word that makes it another unit: "square kilometres", "kilómetros cuadrados"."""
    noun = words[place]
    if place > 0 and words[place - 1][0] in known.powers:
        return Noun(noun.end(), f"{words[place - 1][0]} {noun[0]}")
    power = known.power_after.match(stretch.folded, noun.end(), stretch.end)
    return Noun(power.end(), noun[0] + power[0]) if power is not None else Noun(noun.end(), noun[0])


def _words(stretch: Stretch, known: WordsAround, position: int, *, elided: bool) -> list[re.Match[str]]:
    """Return the words after a number up to a mark or a word that is no part of its noun; that word is the last."""
    words: list[re.Match[str]] = []
    gaps = {" ", "-", "\n", "'"} if elided else {" ", "-", "\n"}
    while len(words) < _MOST and stretch.folded[position : position + 1] in gaps:
        word = _WORD.match(stretch.folded, position + 1, stretch.end)
        if word is None:
            break
        words.append(word)
        if _is_no_unit(stretch, known, word):
            break
        position = word.end()
    return words


def _is_no_unit(stretch: Stretch, known: WordsAround, word: re.Match[str]) -> bool:
    """Whether a word ends what is counted; "US" does not, though "us" does."""
    return word[0] in known.not_units and not (len(word[0]) > 1 and stretch.text[word.start() : word.end()].isupper())


def _noun(stretch: Stretch, known: WordsAround, words: list[re.Match[str]], *, singular: bool) -> re.Match[str] | None:
    """Choose the noun: in English past any words, in French and Spanish only past adjectives."""
    for place, word in enumerate(words):
        if place == 0 and word[0] in known.measures and stretch.folded[word.end() : word.end() + 1] != "'":
            return word
        if _is_no_unit(stretch, known, word):
            break
        if word[0] in known.adjectives:
            continue
        named = place > 0 and stretch.text[word.start()].isupper()
        if not named and (word[0] in known.measures or _is_plural(stretch, known, word[0])):
            return word
        if stretch.language != "en":
            break
    if words and (singular or stretch.folded[words[0].start() - 1] == "-") and words[0][0] not in known.not_units:
        return words[0]
    return None


def _is_plural(stretch: Stretch, known: WordsAround, word: str) -> bool:
    if word in known.plurals:
        return True
    if stretch.language == "en":
        return (len(word) > 2 and word[-1] == "s" and word[-2] not in "sui") or word.endswith(_MEN)
    return len(word) > 2 and word[-1] in "sx"


def _place_end(stretch: Stretch, known: WordsAround, words: list[re.Match[str]]) -> int | None:
    """Return the end of "in Vancouver" after a number without a noun."""
    if not words or words[0][0] not in known.places:
        return None
    place = _WORD.match(stretch.folded, words[0].end() + 1, stretch.end)
    return place.end() if place is not None and stretch.text[place.start()].isupper() else None
