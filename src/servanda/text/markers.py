"""The markers that stand before list items, numbered paragraphs and articles.

"a.", "5." or "–" at the head of a line is not always a marker: it may be an initial, a wrapped line or a dialogue.
Bullets mark by themselves, and so does "Action 3.". A number or letter marks where its neighbour in the count is there
too, or where it is a clear first ("1.", "a)"). A dash marks in a run of dashes or after a lead-in.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.structure import structure_words

Span = tuple[int, int]
Count = tuple[str, tuple[int, ...]]  # the style of a count ("(a)"), and where it stands in it

_BULLETS = "•▪‣◦●○■□▶►➢➤✓✔∙⁃\uf0b7\uf0a7\uf0d8"  # the last three are Word's bullets in its Symbol fonts
_MARKER = re.compile(
    rf"""
    (?P<bullet> [{_BULLETS}] ) \s*
    | (?P<dash> [*·–—‐-] ) \s+
    | (?P<open> \(? )
      (?: (?P<label> (?-i: [A-Z]{{1,2}} ) -? )? (?P<number> \d{{1,3}} (?: \.\d{{1,3}} )* )
        | (?-i: (?P<roman> [ivxlcIVXLC]{{2,8}} ) | (?P<letter> [a-zA-Z] ) ) )
      (?P<close> \.?[-–—]? \) | \.[-–—]? | \.?[ºª°]\.?[-–—]? )? \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = 3  # letters of a word that tell it from most others
_BARE = "# before lower case"
_ENDS_SPEECH = (".", "!", "?", "…", '"', "”", "»")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Marker(msgspec.Struct, frozen=True, gc=False):
    """``text`` is the marker; what it marks begins at ``content``."""

    kind: Literal["bullet", "dash", "count", "article"]
    text: str
    content: int
    counts: tuple[Count, ...] = ()


def find_markers(text: str, spans: Sequence[Span]) -> list[Marker | None]:
    """Return the marker of each paragraph that has one."""
    possible = [_possible(text, start, end) for start, end in spans]
    counted = {count for marker in possible if marker for count in marker.counts}
    markers = [
        None if marker and marker.counts and not any(_in_order(count, counted) for count in marker.counts) else marker
        for marker in possible
    ]
    for first, last in _runs_of_dashes(possible):
        if not _dashes_mark(text, spans, first, last):
            markers[first : last + 1] = [None] * (last + 1 - first)
    return markers


def starts_with_marker(text: str, start: int, end: int) -> bool:
    """Whether a line could begin a list item or an article; ``find_markers`` decides."""
    return _possible(text, start, end) is not None


def heads_article(text: str, start: int, end: int) -> bool:
    """Whether a line begins like "Article 5", whatever follows."""
    return _article_patterns()[0].match(text, start, end) is not None


def _possible(text: str, start: int, end: int) -> Marker | None:
    headed = text[start : start + _OPENING].lower() in _openings()
    measure = _measure_patterns()[0].match(text, start, end) if headed else None
    if measure is not None:
        return Marker("bullet", measure[0].strip(), measure.end())
    match = _MARKER.match(text, start, end)
    if match is None or match.end() == end:
        return _article(text, start, end) if headed else None
    marker, content = match[0].strip(), match.end()
    if match["bullet"]:
        return Marker("bullet", marker, content)
    if match["dash"]:
        return Marker("dash", marker, content)
    counts = tuple(_counts(match, text[content]))
    return Marker("count", marker, content, counts) if counts else _article(text, start, end)


@functools.cache
def _openings() -> frozenset[str]:
    """Return with which letters the words begin that head articles and measures, or number articles."""
    known = map(structure_words, LANGUAGES)
    return frozenset(
        word[:_OPENING] for words in known for word in (*words.articles, *words.article_numbers, *words.measures)
    )


def _counts(match: re.Match[str], first: str) -> Iterator[Count]:
    """Yield what a marker may count: "i)" is the first roman number or the ninth letter.

    ``first`` is the first character of what it marks.
    """
    style = f"{match['open']}{match['label'] or ''}#{match['close'] or ''}"
    if match["number"]:
        if match["label"] and not match["close"]:
            return  # "M-2." counts, "G7 leaders" does not
        places = tuple(map(int, match["number"].split(".")))
        if match["close"] or (len(places) > 1 and first.isupper()):
            yield f"{style} 1", places
        if len(places) > 1 and not match["close"]:
            # "5.5 million" is an amount; only a neighbour ("5.4 Chile will ...") makes "5.5 to plant trees" an item
            yield _BARE, places
        return
    if not match["close"]:
        return
    word = match["roman"] or match["letter"]
    if not (word.isupper() or word.islower()):
        return
    case = "A" if word.isupper() else "a"
    if len(word) == 1:
        yield f"{style} {case}", (ord(word.lower()) - ord("a") + 1,)
    if (roman := _roman(word.lower())) is not None:
        yield f"{style} {case}i", (roman,)


def _roman(word: str) -> int | None:
    if not set(word) <= _ROMAN.keys():
        return None
    values = [_ROMAN[letter] for letter in word]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _in_order(count: Count, counted: set[Count]) -> bool:
    style, (*above, last) = count
    if any((style, (*above, last + step)) in counted for step in (-1, 1)):
        return True
    if last != 1:
        return False
    if style == _BARE:
        return False
    if above:  # "1.1" alone is the first under "1."
        return any((other, tuple(above)) in counted for other in (style, "#. 1"))
    return ")" in style or style == "#. 1"


def _runs_of_dashes(possible: Sequence[Marker | None]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of each run of paragraphs that the same dash opens."""
    first = 0
    while first < len(possible):
        marker, last = possible[first], first
        if marker is not None and marker.kind == "dash":
            while last + 1 < len(possible) and (after := possible[last + 1]) and after.text == marker.text:
                last += 1
            yield first, last
        first = last + 1


def _dashes_mark(text: str, spans: Sequence[Span], first: int, last: int) -> bool:
    """Say whether dashes mark: a hyphen beside another or after a lead-in; a long dash, which may open speech, both.

    What somebody says begins with a capital, so that a small letter after a lead-in is no speech.
    """
    begin, end = spans[first]
    led_in = first > 0 and text.endswith(":", *spans[first - 1])
    if text[begin] in "–—":
        small = led_in and text[begin + 1 : end].lstrip()[:1].islower()
        return small or (last > first > 0 and not text.endswith(_ENDS_SPEECH, *spans[first - 1]))
    return last > first or led_in


@functools.cache
def _article_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what begins like "Article 5", and what has a sign after it that makes a marker of it ("Article 5.-")."""
    heads = "|".join(sorted({re.escape(word) for lang in LANGUAGES for word in structure_words(lang).articles}))
    numbers = "|".join(sorted({word for lang in LANGUAGES for word in structure_words(lang).article_numbers}))
    head = rf"(?:{heads})\s+(?:\d{{1,3}}|[ivxlc]{{1,7}}|{numbers})\b(?:\s?(?:er|bis|ter|[ºª°])(?!\w))?"
    marker = rf"(?:{head}\s?(?:\.\s?[-–—]|[.:–—-])|(?:{numbers})\.[-–—])\s*"
    return re.compile(head, re.IGNORECASE), re.compile(marker, re.IGNORECASE)


def names_measure(text: str, start: int, end: int) -> bool:
    """Whether a line only numbers the measure that stands below it: "Commitment A.1", "Mesure 3"."""
    return _measure_patterns()[1].fullmatch(text, start, end) is not None


@functools.cache
def _measure_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what begins like "Action 3." or "Mesure 1.2 –", and what is such a number alone."""
    heads = "|".join(sorted({re.escape(word) for each in LANGUAGES for word in structure_words(each).measures}))
    number = r"\d{1,3}(?:\.\d{1,3})*"
    marker = rf"(?:{heads})\s+{number}\s?[.:)–—-]\s+"
    alone = rf"(?:{heads})\s+(?:n\.?[º°o]\s?)?(?:[A-Z]\.?)?{number}\s?[.:]?"
    return re.compile(marker, re.IGNORECASE), re.compile(alone, re.IGNORECASE)


def _article(text: str, start: int, end: int) -> Marker | None:
    match = _article_patterns()[1].match(text, start, end)
    if match is None or match.end() == end:
        return None
    return Marker("article", match[0].strip(), match.end())
