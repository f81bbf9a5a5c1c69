"""Cut a stretch of time words into tokens, each with a one-letter kind: the alphabet of the grammar's patterns.

d n o     1 to 31; another number; a place in an order ("third", "1er")
Y y       a year that can stand alone (1900-2100); one that needs a month beside it (1000-2199)
D P s     a date; a date without its year; a date in figures whose day or year is not clear ("10/1")
L r       a duration; a recurrence
M m W w   month, its short form; weekday, its short form
V O N     "following week"; a date that counts from one told before; a day that is kept every year ("Canada Day")
S U Q R   season; unit; "Q4" or "H2"; a day named from the document's ("tomorrow")
A E       "next", "ce", "pasado"; early, middle, late, earlier, later
t f G F T the; of; "de" and "du", which are of or from; from; to
B & i b   between; and; in, by, since ...; after
c x z p k every; times; once or twice; per; a or one
H I q v   and a half; and a quarter; more than, about ...; all the
X g a j e fiscal year; "il y a"; ago; beginning on; to date
C         a word that is a recurrence by itself ("quarterly")
, - ~ / ( )   themselves; ~ is a dash with a space around it
?         anything else: no pattern reaches across it
"""

import re
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec

from servanda.lexicon.language import Language
from servanda.reading.numerals import numeral_at
from servanda.reading.times import days
from servanda.reading.times.vocabulary import TimeWords, time_words

_FIGURES = re.compile(
    r"(?P<ymd>\d{4}([-/.])\d{1,2}\2\d{1,2}(?!\d))"
    r"|(?P<dmy>\d{1,2}([-/.])\d{1,2}\4\d{4}(?!\d))"
    r"|(?P<dmy_short>\d{1,2}/\d{1,2}/\d\d(?![\d/]))"
    r"|(?P<compact>(?:19|20)\d\d[01]\d[0-3]\d(?!\d))"
    r"|(?P<decade>(?:1[5-9]|20)\d0)'?s\b"
    r"|(?P<year_month>(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![\d/-]))"
    r"|(?P<month_year>(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?![\d/-]))"
    r"|(?P<pair>\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<grouped>\d{1,3}(?:[ .,]\d{3})+(?!\d))"
    r"|(?P<decimal>\d+[.,]\d+)"
    r"|(?P<ordinal>\d{1,3})(?:st|nd|rd|th|ere?|re|e|i?eme|\.?[oa](?:\.(?= del? ))?|[rdtmvn][oa])(?![a-z0-9])"
    r"|(?P<whole>\d+)"
)
_ALONE = re.compile(r"\d{1,4}(?![a-z\d./,'-]| \d)")  # figures to which nothing belongs, as most are
_NUMBERS = re.compile(r"\d+")
_PIECE = re.compile(r"[ \n]*(?:([a-z]+'?|&)|([0-9])|[^ \n])")
_LETTERS, _FIGURE = 1, 2  # the groups of a piece
_WORD = re.compile(r"[a-z]+'?")
_CODE = re.compile(r"([a-z])([1-4])(?![a-z0-9])")
_LIKE_A_MONTH = re.compile(r"\.|[ ,/-]{1,2}\d{4}(?!\d)")  # what follows "sept" where it is September
_MARKS = frozenset(",/()")
_LAST_YEAR = 2199
_LONGEST_PHRASE = 100  # characters
_LONGEST = 24  # characters; longer figures are an identifier, not a number
_ALWAYS = [24, 7]  # "24/7" is no date
_PIVOT = 40  # of two figures: "40" is 1940, "39" is 2039


class Token(msgspec.Struct, frozen=True, gc=False):
    """A piece of text from ``start`` to ``end`` with its kind and what it says."""

    kind: str
    start: int
    end: int
    value: Any


class Partial(NamedTuple):
    """A month, or a day of it, or some days, whose year is not said; ``weekday`` (Monday is 1) where one is given."""

    month: int
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None


class Ambiguous(NamedTuple):
    """Two figures of which either may be the day; ``year`` is None where it is not said."""

    first: int
    second: int
    year: int | None = None


def tokenise(text: str, folded: str, start: int, end: int, language: Language) -> list[Token]:
    """Return the tokens of ``text[start:end]`` (plain text; ``folded`` is the same with its accents)."""
    words = time_words(language)
    clear = words.clear
    found: list[Token] = []
    piece = _PIECE.match(text, start, end)
    while piece is not None:
        if piece.lastindex == _LETTERS:
            position, stop = piece.span(_LETTERS)
            spelling = piece[_LETTERS]
            said = clear.get(spelling)
            if said is not None:
                token = Token(said[0], position, stop, said[1])
            else:
                token = _word(words, text, folded, position, end, language, spelling)
        elif piece.lastindex == _FIGURE:
            token = _figures(text, piece.start(_FIGURE), end)
        else:
            token = _mark(text, piece.end() - 1)
        found.append(token)
        piece = _PIECE.match(text, token.end, end)
    return found


def _mark(text: str, start: int) -> Token:
    character = text[start]
    if character == "-":
        spaced = not {text[start - 1 : start], text[start + 1 : start + 2]}.isdisjoint({" ", "\n"})
        return Token("~" if spaced else "-", start, start + 1, None)
    return Token(character if character in _MARKS else "?", start, start + 1, None)


def _word(words: TimeWords, text: str, folded: str, start: int, end: int, language: Language, spelling: str) -> Token:
    """Return the longest phrase, the word, the code or the number in words that begins here."""
    openings = words.openings.get(spelling)
    if openings is not None:
        ahead = text[start : start + _LONGEST_PHRASE].replace("\n", " ")
        for phrase, kind, value in words.phrases[spelling] if ahead.startswith(openings) else ():
            stop = start + len(phrase)
            if ahead.startswith(phrase) and not text[stop : stop + 1].isalnum():
                return Token(kind, start, stop, value)
    if spelling not in words.words:
        spelling = spelling.rstrip("'")
    stop = start + len(spelling)
    kind, value = words.words.get(spelling, ("?", None))
    is_number = spelling in words.numbers and not (kind == "m" and _LIKE_A_MONTH.match(text, stop))
    if kind in "mw" and text[stop : stop + 1] == ".":
        stop += 1
    if is_number or (kind == "k" and _leads_to_number(words, text, stop)):
        return _number(folded, start, end, language) or Token(kind, start, stop, value)
    if kind == "?":
        code = _CODE.match(text, start, end)
        if code is not None and code[1] in words.codes:
            return Token("Q", start, code.end(), (words.codes[code[1]], int(code[2])))
    return Token(kind, start, stop, value)


def _leads_to_number(words: TimeWords, text: str, end: int) -> bool:
    """Whether an article stands before a number that is a noun: "une trentaine"."""
    following = _WORD.match(text, end + 1)
    return following is not None and following[0] in words.numbers


def _number(folded: str, start: int, end: int, language: Language) -> Token | None:
    """Return the number in words that begins here: a day, a year ("dos mil veintiséis"), a place, or a count."""
    numeral = numeral_at(folded, start, end, language)
    if numeral is None or numeral.kind == "fraction":
        return None
    value = numeral.value
    if numeral.kind == "ordinal":
        return Token("o", start, numeral.end, int(value))
    if value != value.to_integral_value() or numeral.about:
        return Token("n", start, numeral.end, value)
    kind = "d" if 1 <= value <= 31 else "y" if 1000 <= value <= _LAST_YEAR else "n"
    return Token(kind, start, numeral.end, int(value))


def _figures(text: str, start: int, end: int) -> Token:
    alone = _ALONE.match(text, start, end)
    if alone is not None:
        number = int(alone[0])
        return Token(_whole(alone[0], number), start, alone.end(), number)
    match = _FIGURES.match(text, start, end)
    assert match is not None  # noqa: S101 - plain text has ASCII digits only, and every one of them matches
    form, stop = match.lastgroup, match.end()
    if stop - start > _LONGEST:
        return Token("?", start, stop, None)
    numbers = [int(number) for number in _NUMBERS.findall(match[0])]
    kind = "n"
    value: int | Decimal = numbers[0]
    if form == "decimal":
        value = Decimal(match[0].replace(",", "."))
    elif form == "grouped":
        value = int("".join(_NUMBERS.findall(match[0])))
    elif form == "whole":
        kind = _whole(match[0], numbers[0])
    elif form == "ordinal":
        kind = "o"
    elif form == "decade":
        return Token("D", start, stop, days.years(numbers[0], numbers[0] + 9))
    elif text[start - 1 : start] == "/":  # "SOR/2026-12" numbers a law
        return Token("?", start, stop, None)
    else:
        return _date_in_figures(form or "", numbers, start, stop)
    return Token(kind, start, stop, value)


def _whole(figures: str, value: int) -> str:
    """Return what kind a whole number without marks is."""
    if len(figures) <= 2:
        return "d" if 1 <= value <= 31 else "n"
    if len(figures) == 4 and 1000 <= value <= _LAST_YEAR:
        return "Y" if 1900 <= value <= 2100 else "y"
    return "n"


def _date_in_figures(form: str, numbers: list[int], start: int, stop: int) -> Token:
    """Return a date written in figures only; which of two figures is the day may stay open."""
    if form == "year_month" and numbers[1] == (numbers[0] + 1) % 100:  # "2011-12" is two years
        return Token("Y", start, start + 4, numbers[0])
    if form in {"year_month", "month_year"}:
        of, number = numbers if form == "year_month" else reversed(numbers)
        return Token("D", start, stop, days.month(number, of))
    if form == "compact":
        whole = numbers[0]
        numbers = [whole // 10_000, whole // 100 % 100, whole % 100]
    if form in {"ymd", "compact"}:
        date = days.day(*numbers)
        return Token("D" if date else "?", start, stop, date)
    if numbers == _ALWAYS:
        return Token("?", start, stop, None)
    year = numbers[2] if len(numbers) == 3 else None
    if form == "dmy_short":
        year = numbers[2] + (1900 if numbers[2] >= _PIVOT else 2000)
    return Token("s", start, stop, Ambiguous(numbers[0], numbers[1], year))
