"""How a number is marked as money: signs, codes, words and abbreviations, before it and after it."""

import msgspec

from servanda.lexicon.currencies import currencies
from servanda.reading.amounts.currency_grammar import Grammar, grammar
from servanda.reading.amounts.currency_units import is_code, read_unit
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.numerals import Numeral

_THOUSAND = 1_000
_HUNDRED = 100
_LETTER = "letter "  # how units that are only a letter begin in the lexicon
_LETTERS_END = frozenset(".¢")
_SIGN = 2  # characters of a sign with one letter: "$a 5" is none
_STOPS = frozenset(".,;:)")  # after these no word belongs to a number
_REACH = 10  # characters; " mrds de $" is shorter


class Notation(msgspec.Struct, frozen=True, gc=False):
    """What marks a number as money, and how far it reaches with the number.

    ``unit`` is an ISO 4217 code, or the name of a family (``servanda.lexicon.currencies``) whose state must still be
    found. ``scale`` is what an abbreviation multiplies by ("M$", "mdp"); ``parts`` is how many of these coins make a
    unit. ``sign`` where no more than a sign says the unit. ``family`` is that of a unit whose state is named with it
    ("Mauritian rupees"). ``doubtful`` where it is money only in a text that names its state ("fifty soles", "K4m").
    """

    start: int
    end: int
    unit: str
    scale: int = 1
    parts: int = 1
    sign: bool = False
    family: str = ""
    doubtful: bool = False

    @property
    def decided(self) -> bool:
        """Whether the unit is one currency."""
        return self.unit.isupper()


def read_notation(stretch: Stretch, numeral: Numeral) -> Notation | None:
    """Return how a number is marked as money; None where it is not."""
    known = grammar(stretch.language)
    before = _before(known, stretch, numeral)
    if before is None:
        after = _sign_after(known, stretch, numeral) or _after(known, stretch, numeral)
        return after if after is not None and _is_money(known, stretch, numeral, after) else None
    after = _after(known, stretch, numeral, signed=True)
    if after is None:
        return before if _is_money(known, stretch, numeral, before) else None
    if before.unit.startswith(_LETTER) and not _is_money(
        known, stretch, numeral, msgspec.structs.replace(before, scale=after.scale)
    ):
        return None
    if after.unit and not before.decided:
        return msgspec.structs.replace(after, start=before.start)
    return msgspec.structs.replace(before, end=after.end, scale=after.scale)


def _is_money(known: Grammar, stretch: Stretch, numeral: Numeral, notation: Notation) -> bool:
    """Whether a code can be one: "COP 30" is a conference, "COP 30.500 millones" are pesos; a letter: "G7", "R450m"."""
    if notation.unit.startswith(_LETTER):
        return numeral.value * notation.scale >= _HUNDRED
    if notation.unit not in known.codes_that_are_words:
        return True
    coded = notation.unit in stretch.text[notation.start : notation.end]
    return not coded or numeral.value * notation.scale >= _THOUSAND


def _before(known: Grammar, stretch: Stretch, numeral: Numeral) -> Notation | None:
    """Read a sign or a code before a number: "$", "C$", "CAD"."""
    start = numeral.start
    last = start - 2 if stretch.folded[start - 1 : start] == " " else start - 1
    if last < stretch.start:
        return None
    if stretch.folded[last].isalpha() or stretch.folded[last] in _LETTERS_END:
        return _code_before(known, stretch, numeral, last + 1)
    if stretch.folded[last] not in known.sign_characters:
        return None
    sign = known.before.search(stretch.folded, max(stretch.start, start - 8), start)
    if sign is None:
        return None
    mark = currencies().dollar_marks.get(sign["mark"] or "") if sign["sign"] == "$" else None
    if mark is not None and (not sign["gap"] or is_code(known, stretch, *sign.span("mark"))):
        return Notation(sign.start(), numeral.end, mark)
    return Notation(sign.start("sign"), numeral.end, currencies().signs[sign["sign"]], sign=True)


def _code_before(known: Grammar, stretch: Stretch, numeral: Numeral, end: int) -> Notation | None:
    piece = stretch.folded[max(stretch.start, end - _REACH) : end]
    word = piece[piece.rfind(" ") + 1 :].lstrip("([")
    begin = end - len(word)
    if word in known.codes and is_code(known, stretch, begin, end):
        return Notation(begin, numeral.end, known.codes[word])
    if word.startswith("$") and len(word) > _SIGN and word[1:] in currencies().dollar_marks:  # "$US 5 million"
        return Notation(begin, numeral.end, currencies().dollar_marks[word[1:]])
    if word in currencies().signs:
        return Notation(begin, numeral.end, currencies().signs[word])
    letters = currencies().letters_before.get(word.rstrip("."))
    if letters is not None and not stretch.text[begin].islower():
        return Notation(begin, numeral.end, letters, doubtful=letters.startswith(_LETTER))
    unit = known.prefixes.get(word) or known.prefixes.get(word.rstrip("."))
    return Notation(begin, numeral.end, unit.unit, parts=unit.parts) if unit is not None else None


def _sign_after(known: Grammar, stretch: Stretch, numeral: Numeral) -> Notation | None:
    """Read a sign after a number: "€", "M$", "millions de $ US", "US$"."""
    if known.sign_characters.isdisjoint(stretch.folded[numeral.end : numeral.end + _REACH]):
        return None
    sign = known.after.match(stretch.folded, numeral.end, stretch.end)
    if sign is None:
        return None
    unit = currencies().signs[sign["sign"]]
    scale = known.letters[sign["letters"]] if sign["letters"] else 1
    if sign["sign"] == "$" and sign["lead"]:
        return Notation(numeral.start, sign.end("sign"), currencies().dollar_marks[sign["lead"]], scale)
    if sign["sign"] == "$" and sign["mark"] and is_code(known, stretch, *sign.span("mark")):
        return Notation(numeral.start, sign.end(), currencies().dollar_marks[sign["mark"]], scale)
    return Notation(numeral.start, sign.end("sign"), unit, scale, sign=True)


def _after(known: Grammar, stretch: Stretch, numeral: Numeral, *, signed: bool = False) -> Notation | None:
    """Read the words after a number: "millions de dollars canadiens", "mdp", "M", "CAD"."""
    if stretch.folded[numeral.end : numeral.end + 1] in _STOPS:
        return None
    scale, position = _letters(known, stretch, numeral.end)
    found = read_unit(known, stretch, position, scaled=numeral.scaled or scale > 1)
    if found is None:
        return Notation(numeral.start, position, "", scale) if signed and scale > 1 else None
    return Notation(
        numeral.start,
        found.end,
        found.unit,
        found.scale * scale,
        found.parts,
        family=found.family,
        doubtful=found.doubtful,
    )


def _letters(known: Grammar, stretch: Stretch, position: int) -> tuple[int, int]:
    """Read a scale in letters after a number, and where it ends: "M", "bn"; small letters only where they touch it."""
    gap = stretch.folded[position : position + 1] == " "
    if gap and not stretch.text[position + 1 : position + 2].isupper():
        return 1, position
    match = known.scale.match(stretch.folded, position, stretch.end)
    if match is None:
        return 1, position
    return known.letters[match["letters"]], match.end()
