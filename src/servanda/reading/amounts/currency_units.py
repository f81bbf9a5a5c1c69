"""Read the words that name a currency after a number: "dollars canadiens", "Swiss francs", "pesos", "USD", "mdp"."""

import re

import msgspec

from servanda.lexicon.currencies import currencies
from servanda.reading.amounts.currency_grammar import Grammar, Unit
from servanda.reading.amounts.stretch import Stretch

_TOKEN = re.compile(r"\S+")
_LINK = re.compile(r"(?:de|des|du|del) (?:los |las |la |l')?|d'")
_CLOSING = ")],;:.!?\"'"
_LONGEST_NAME = 4  # words in the name of a state: "los Emiratos Árabes Unidos"
_MOST = 7  # words in a currency: "de dollars des Émirats arabes unis"
_GAPS = frozenset(" -\n")
_LONGEST_WORD = 24
_NEAR = 40  # characters around a word that show how a text uses capitals
_CAPITALS = 4  # letters around a word, all of them capitals, that show a text in capitals
_SHORT_MARKS = frozenset({"us", "ca"})


class NamedUnit(msgspec.Struct, frozen=True, gc=False):
    """A unit named in words, and where the words end; all else as in ``servanda.reading.amounts.notation.Notation``."""

    end: int
    unit: str
    scale: int = 1
    parts: int = 1
    family: str = ""
    doubtful: bool = False


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word with the marks around it cut off; ``last`` where a mark ends the phrase after it."""

    word: str
    start: int
    end: int
    last: bool


def read_unit(known: Grammar, stretch: Stretch, position: int, *, scaled: bool) -> NamedUnit | None:
    """Return the currency that the words at ``position`` name; ``scaled`` after "million" and other nouns."""
    tokens = _tokens(known, stretch, position, scaled=scaled)
    if not tokens:
        return None
    word = tokens[0]
    short = known.short.get(word.word)
    if short is not None:
        return NamedUnit(word.end, short.unit, short.scale)
    if word.word in known.codes and is_code(known, stretch, word.start, word.end):
        in_brackets = stretch.folded[word.start - 1] == "("
        return NamedUnit(position if in_brackets else word.end, known.codes[word.word])
    for size in range(min(_LONGEST_NAME, len(tokens) - 1) + 1):
        state = known.states.get(_joined(tokens[:size])) if size else None
        if size and state is None:
            continue
        found = _unit_word(known, tokens[size:])
        if found is None:
            continue
        unit, count = found
        last = tokens[size + count - 1]
        end, state = (last.end, state) if state or last.last else _state_after(known, stretch, last.end)
        alone = state is None and not scaled
        if alone and (
            (unit.only_scaled and not unit.near_its_state) or (unit.weighs and _of_follows(known, stretch, end))
        ):
            return None
        named = currencies().families.get(unit.unit, {}).get(state or "")
        return NamedUnit(
            end,
            named or unit.unit,
            parts=unit.parts,
            family=unit.unit if named else "",
            doubtful=alone and unit.only_scaled,
        )
    return None


def is_code(known: Grammar, stretch: Stretch, start: int, end: int) -> bool:
    """Whether a word is written as a code: in capitals among small letters, or small in a text without capitals."""
    word = stretch.text[start:end]
    near = stretch.text[max(stretch.start, start - _NEAR) : min(stretch.end, end + _NEAR)]
    if word.isupper():
        return not near.isupper() or sum(map(str.isalpha, near)) - len(word) < _CAPITALS
    return word in known.plain_codes or (near.islower() and word in _SHORT_MARKS)


def _tokens(known: Grammar, stretch: Stretch, position: int, *, scaled: bool) -> list[Token]:
    """Return the words after a number that may name its unit, without the "of" after a noun that counts."""
    folded, limit = stretch.folded, min(stretch.end, position + 2 * _NEAR)
    start = position + 1 if folded[position : position + 1] in _GAPS else position
    if scaled and (of := known.of.match(folded, start, limit)) is not None:
        start = of.end()
    first = folded[start : start + _LONGEST_WORD].split(None, 1)
    if not first or first[0].rstrip(_CLOSING).lstrip("(") not in known.first:
        return []
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded, start, limit):
        word = match[0].rstrip(_CLOSING)
        begin = match.start() + len(word) - len(word.lstrip("("))
        end = match.start() + len(word)
        last = end < match.end() and not ("." in word and match[0] == word + ".")
        tokens.append(Token(word.lstrip("("), begin, end, last))
        if last or len(tokens) == _MOST:
            break
    return tokens


def _joined(tokens: list[Token]) -> str:
    return " ".join(token.word for token in tokens)


def _unit_word(known: Grammar, tokens: list[Token]) -> tuple[Unit, int] | None:
    """Return the unit that these words begin with, and how many words it has."""
    for count in (2, 1):
        unit = known.units.get(_joined(tokens[:count])) if len(tokens) >= count else None
        if unit is not None:
            return unit, count
    return None


def _state_after(known: Grammar, stretch: Stretch, end: int) -> tuple[int, str | None]:
    """Read the state after a unit, and where it ends: "(dollars) américains", "(dólares) de los Estados Unidos"."""
    if stretch.folded[end : end + 1] != " ":
        return end, None
    limit = min(stretch.end, end + 2 * _NEAR)
    link = _LINK.match(stretch.folded, end + 1, limit)
    words: list[str] = []
    found: tuple[int, str | None] = (end, None)
    for match in _TOKEN.finditer(stretch.folded, link.end() if link is not None else end + 1, limit):
        words.append(match[0].strip("()").rstrip(_CLOSING))
        stop = match.start() + len(match[0].rstrip(_CLOSING))
        name = " ".join(words)
        state = known.after_units.get(name)
        begin = stop - len(name)
        written = stretch.text[begin].isupper() if name in known.names else len(name) > 3
        if state is not None and (written or is_code(known, stretch, begin, stop)):
            found = (stop, state)
        if len(words) == _LONGEST_NAME or match[0][-1] in _CLOSING:
            break
    return found


def _of_follows(known: Grammar, stretch: Stretch, end: int) -> bool:
    return known.of.match(stretch.folded, end + 1, stretch.end) is not None
