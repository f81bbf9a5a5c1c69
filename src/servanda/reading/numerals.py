"""Find the numbers in a text, in digits or in words, with the interval that their rounding implies.

For the other readers. ``find_numerals`` returns every number of a stretch; ``numeral_at`` the number that begins at one
place, if one does. Both look at folded text and know nothing of units: what is counted is for the caller to see after
``Numeral.end``.
"""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

import ahocorasick_rs
import msgspec

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words, spellings, words_by_spelling
from servanda.reading.numbers.digits import read_digits
from servanda.reading.numbers.grammar import Prose, grammar
from servanda.reading.numbers.parts import Number, read_number
from servanda.reading.numbers.rounding import multiply, rounded, step_of

_JOINTS = frozenset(" -\n")
_STOPS = frozenset('.,;:)%€"')  # after these no word goes on a number
_OPENS = frozenset("( -\n")
_LOOK_BACK = (
    20  # characters; "one out of every one " is nearly the longest that can stand before a number and belong to it
)
_LINKS = frozenset(" -")
_IN_ADDRESS = frozenset("=/%_?#@\\")
_LONGEST_MARK = 6  # characters of a mark that may touch a number: "(usd", "rs."
_CLOSING = frozenset(".,-)]\"'%€")
_NAME = re.compile(r"\S+")
_DIGITS = re.compile(r"[0-9.,]+")


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A number at ``folded[start:end]``, sign and scale included: "minus 3", "5.5 million", "veintiún millones".

    ``low`` and ``high`` are the half-open interval [low, high) that its rounding implies. ``kind``: a ``cardinal``
    counts, an ``ordinal`` is a place in an order ("third", "140th"), a ``fraction`` is a share ("two thirds", "half").
    ``words`` where it is written with words only. ``about`` where the word itself is rough ("une trentaine").
    ``scaled`` where it ends with a word that is a noun, after which some languages put "of" ("millones de"). ``scale``
    is what the words at its end multiply by: 1,000,000 in "7 million", 1 where there are none.
    """

    start: int
    end: int
    value: Decimal
    low: Decimal
    high: Decimal
    kind: Literal["cardinal", "ordinal", "fraction"] = "cardinal"
    words: bool = False
    about: bool = False
    scaled: bool = False
    scale: int = 1


class _Triggers(NamedTuple):
    """What finds the first digit or word of a number, "a", "one", "un" before that, and "over" before digits."""

    finder: ahocorasick_rs.AhoCorasick
    before: re.Pattern[str]
    overs: tuple[str, ...]


class NumbersShown:
    """Where numbers show in a stretch of text: each digit, and each word that may begin a number."""

    def __init__(self, folded: str, start: int, end: int, language: Language, after_one: frozenset[str]) -> None:
        """Find them all in one pass over ``folded[start:end]``."""
        found = _triggers(language, after_one).finder.find_matches_as_indexes(folded[start:end], overlapping=True)
        self._places = [
            (start + hit, start + stop)
            for _, hit, stop in found
            if stop - hit == 1 or hit == 0 or not folded[start + hit - 1].isalnum()  # else inside a word
        ]
        self._ends = [stop for _, stop in self._places]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the start and end of those that end inside a part of the stretch."""
        first = bisect.bisect_right(self._ends, start)
        return self._places[first : bisect.bisect_right(self._ends, end, lo=first)]


def numeral_at(folded: str, start: int, end: int, language: Language, mark: str | None = None) -> Numeral | None:
    """Return the longest number that begins at ``folded[start]`` and ends by ``end``, or None.

    Here "one", "un", "una" alone are the number one: the caller knows whether something is counted. ``mark`` is the
    decimal mark of the text, where it is not that of its language.
    """
    numeral = _read(_prose(folded, end, language, mark), start)
    return numeral[0] if numeral is not None else None


def find_numerals(
    folded: str,
    start: int,
    end: int,
    language: Language,
    mark: str | None = None,
    *,
    after_one: frozenset[str] = frozenset(),
    touching: frozenset[str] = frozenset(),
    shown: Sequence[tuple[int, int]] | None = None,
) -> Iterator[Numeral]:
    """Yield every number of ``folded[start:end]``, in order; they do not overlap.

    Left out are "one", "un", "una" and articles alone, except before the words of ``after_one`` ("one dollar"); digits
    that belong to a name or an address ("C-130", "G7", "?q=30"), except after those of ``touching`` ("EUR30"); and
    digits that make no number ("1.2.3"). ``shown`` is where numbers show (``NumbersShown``), where the caller knows.
    """
    triggers, prose = _triggers(language, after_one), _prose(folded, end, language, mark)
    position = start
    if shown is None:
        shown = NumbersShown(folded, start, end, language, after_one).within(start, end)
    for at, stop in shown:
        if at < position:
            continue
        begin = _begin(folded, start, at, touching)
        if begin is None:
            if stop - at == 1:
                position = _past(_NAME, folded, at, end)
            continue
        found = None
        if (
            begin == at
            and folded[at - 1 : at] in _LINKS
            and (stop - at > 1 or folded.endswith(triggers.overs, start, at))
        ):
            earlier = triggers.before.search(folded, max(position, at - _LOOK_BACK), at)
            found = _read(prose, earlier.start()) if earlier is not None else None
        if found is None or found[1] or found[0].end <= at:
            found = _read(prose, begin)
        if found is None:
            position = _past(_DIGITS, folded, at, end)
        else:
            position = found[0].end
            if not found[1] or folded[position + 1 : stop] in after_one:
                yield found[0]


def _prose(folded: str, end: int, language: Language, mark: str | None) -> Prose:
    words = grammar(language)
    return Prose(words, folded, end, mark or words.decimal_mark)


@functools.cache
def _triggers(language: Language, after_one: frozenset[str]) -> _Triggers:
    """Return the triggers of a language."""
    lists = number_words(language)
    small = {*spellings(lists.articles), *spellings(lists.ones)}
    words = {word.partition("-")[0] for word in words_by_spelling(language)} - small
    ones = "|".join(sorted(small))
    pairs = [f"{one} {noun}" for one in spellings(lists.ones) for noun in sorted(after_one)]
    finder = ahocorasick_rs.AhoCorasick([*sorted(words), *spellings(lists.negatives), *pairs, *"0123456789"])
    overs = "|".join(filter(None, (lists.overs, lists.proportions)))
    links = "|".join([*spellings(f"{lists.joins} {lists.points}"), overs])
    before = re.compile(rf"(?<![^\W_])(?:{ones})[ -](?:(?:{links}) )?(?:(?:{ones})[ -])?$")
    return _Triggers(finder, before, tuple(f" {over} " for over in overs.split("|")))


def _begin(folded: str, start: int, at: int, touching: frozenset[str]) -> int | None:
    """Return where a number that shows at ``at`` begins, with its sign; None inside a word, a name or an address."""
    if at == start:
        return at
    before = folded[at - 1]
    if before.isalnum() or before in _IN_ADDRESS:
        run = folded[max(start, at - _LONGEST_MARK) : at].rsplit(maxsplit=1)[-1]
        return at if run.lstrip("([") in touching and folded[at].isdecimal() else None
    if not folded[at].isdecimal() or before not in "-.,":
        return at
    earlier = folded[at - 2] if at - 2 >= start else " "
    if before == "-" and earlier.isalpha():
        return None
    return at if earlier.isalnum() or earlier in _CLOSING else at - 1


def _past(pattern: re.Pattern[str], folded: str, at: int, end: int) -> int:
    """Return where what cannot be a number ends."""
    match = pattern.match(folded, at, end)
    return match.end() if match is not None else at


def _read(prose: Prose, start: int) -> tuple[Numeral, bool] | None:
    """Return the number that begins here, and whether it is no more than "one"."""
    plain = _plain(prose, start) or _in_millions(prose, start)
    if plain is not None:
        return plain, False
    unsigned = _after_sign(prose, start)
    number = read_number(prose, unsigned)
    if number is None or (unsigned > start and number.kind == "ordinal"):
        return None
    end = _repeated(prose, number)
    value, low, high = rounded(number.value, number.step)
    if unsigned > start:
        value, low, high = -value, -high, -low
    found = Numeral(start, end, value, low, high, number.kind, number.words, number.about, number.scaled, number.scale)
    return found, number.lone and unsigned == start


def _repeated(prose: Prose, number: Number) -> int:
    """Return where a number ends, with its figures in brackets as legal texts repeat them: "ten (10)"."""
    end = number.end
    if not number.words or not prose.folded.startswith(" (", end):
        return end
    again = read_number(prose, end + 2)
    same = again is not None and again.value == number.value and prose.folded.startswith(")", again.end)
    return again.end + 1 if again is not None and same else end


def _plain(prose: Prose, start: int) -> Numeral | None:
    """Read a number of one word, or in digits, that nothing goes on, as most numbers of prose are."""
    folded, known = prose.folded, prose.grammar
    match = known.alone.match(folded, start, prose.end)
    if match is None:
        return None
    written, end = match[0], match.end()
    if _goes_on(prose, written, end):
        return None
    if match.lastgroup == "digits":
        digits = _digits(written, prose.mark)
        return Numeral(start, end, *digits) if digits is not None else None
    word = known.words.get(written)
    if word is None or word.role != "addend":
        return None
    return Numeral(start, end, *_interval(word.number), "ordinal" if word.ordinal else "cardinal", words=True)


def _in_millions(prose: Prose, start: int) -> Numeral | None:
    """Read digits and one word from a million on that nothing goes on: "12,5 millions", "3.4 billion"."""
    match = prose.grammar.scaled.match(prose.folded, start, prose.end)
    if match is None or (_goes_on(prose, match["scale"], match.end()) and not _counts(prose, match.end())):
        return None
    size = prose.grammar.words[match["scale"]].number
    interval = _digits(match["digits"], prose.mark, size)
    return Numeral(start, match.end(), *interval, scaled=True, scale=size) if interval is not None else None


def _counts(prose: Prose, end: int) -> bool:
    """Whether "of" follows, and what is counted: "(3 millions) de dollars", not "(3 millones) de millones"."""
    of = prose.grammar.following.match(prose.folded, end, prose.end)
    if of is None or of[1] not in prose.grammar.partitives:
        return False
    counted = prose.grammar.following.match(prose.folded, of.end(), prose.end)
    return counted is not None and not prose.grammar.words_of(counted[1])


def _goes_on(prose: Prose, written: str, end: int) -> bool:
    """Whether what follows may belong to the number that ends here: "5 million", "2 1/4", "ten (10)", "3.º"."""
    folded = prose.folded
    after, next_one = folded[end : end + 1], folded[end + 1 : end + 2]
    if end == prose.end or (after in _STOPS and (after != "." or next_one.isspace())):
        return False
    if after not in _JOINTS or next_one in _OPENS or next_one.isdecimal():
        return True
    following = prose.grammar.following.match(folded, end, prose.end)
    if following is None:
        return False
    return prose.grammar.links(following[1]) or f"{written}-{following[1]}" in prose.grammar.words


@functools.lru_cache(maxsize=4096)
def _digits(written: str, mark: str, scale: int = 1) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return what digits say in units of a scale, with its interval; None where they make no number."""
    digits = read_digits(written, 0, len(written), mark)
    if digits is None or digits.value is None:
        return None
    return rounded(multiply(digits.value, Decimal(scale)), multiply(digits.step, Decimal(scale)))


@functools.lru_cache(maxsize=4096)
def _interval(number: int) -> tuple[Decimal, Decimal, Decimal]:
    return rounded(Decimal(number), step_of(str(number), 0))


def _after_sign(prose: Prose, start: int) -> int:
    """Return where the number begins after its sign, or ``start`` where it has none."""
    if prose.folded.startswith("-", start):
        return start + 1
    if not prose.grammar.negatives or not prose.folded[start : start + 1].isalpha():
        return start
    token = prose.token_at(start)
    if token is None or token.text not in prose.grammar.negatives:
        return start
    return token.end + 1 if prose.folded.startswith((" ", "-"), token.end) else start
