"""The number words of one language made ready for reading: its tokens, and what each of them does."""

import functools
import re
from dataclasses import dataclass

import msgspec

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import Word, number_words, spellings, words_by_spelling
from servanda.reading.numbers.counting import Count
from servanda.reading.numbers.digits import DIGITS

NOUN = 1_000_000  # from here on scales are nouns: "un million de"
_SPACE = r"(?:\s*-\s*|\s+)"
_STEM_ENDINGS = ("", "a", "e", "o")  # "treintavos", "veintavos" leave out the last vowel of the number
_GLUE = ("i", "y")  # "treintaicinco"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What ``servanda.lexicon.numbers.NumberWords`` says, compiled.

    ``token`` finds a word, ``following`` the next word, ``alone`` the digits or the one word of which most
    numbers are made, ``scaled`` digits before a word from a million on.
    """

    language: Language
    words: dict[str, Word]
    token: re.Pattern[str]
    following: re.Pattern[str]
    alone: re.Pattern[str]
    scaled: re.Pattern[str]
    ordinal_suffix: re.Pattern[str]
    decimal_mark: str
    negatives: frozenset[str]
    linking: frozenset[str]
    joins: frozenset[str]
    joins_scales: bool
    points: frozenset[str]
    over: re.Pattern[str]
    out_of: re.Pattern[str]
    proportion: re.Pattern[str]
    definite: re.Pattern[str]
    definite_share: re.Pattern[str]
    joined_units: frozenset[int]
    after_parts: frozenset[str]
    partitives: frozenset[str]
    shares: frozenset[str]
    part_nouns: frozenset[str]
    vigesimal: frozenset[int]
    most_hundreds: int
    splits_digits: bool
    glued: bool

    def links(self, token: str) -> bool:
        """Whether a token may go on a number that is whole without it."""
        return token in self.linking or bool(self.words_of(token))

    def words_of(self, token: str) -> tuple[Word, ...]:
        """Return what the number words in a token do; none if it is another word."""
        word = self.words.get(token)
        if word is None and " " in token:
            word = self.words.get(token.replace(" ", "-"))
        if word is not None:
            return (word,)
        return _glued(self.language, token) if self.glued else ()


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word of a text, and what it does in numbers: nothing, mostly."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def role(self) -> str:
        """What the word does first; "" where it is no number word."""
        return self.words[0].role if self.words else ""

    @property
    def is_ordinal(self) -> bool:
        """Whether it is, or begins with, a place in an order."""
        return bool(self.words) and self.words[0].ordinal

    @property
    def scale(self) -> int:
        """What the word multiplies by: 1,000,000 for "million", 12 for "dozen", 1 for other words."""
        counts = self.role in {"scale", "collective"} and not self.is_ordinal
        return self.words[0].number if counts else 1


class Prose(msgspec.Struct, frozen=True, gc=False):
    """Folded text up to ``end`` in one language, with the decimal mark it uses: what numbers are read from."""

    grammar: Grammar
    folded: str
    end: int
    mark: str

    def token_at(self, start: int) -> Token | None:
        """Return the word that begins here."""
        match = self.grammar.token.match(self.folded, start, self.end)
        return Token(match[0], start, match.end(), self.grammar.words_of(match[0])) if match is not None else None

    def token_after(self, position: int) -> Token | None:
        """Return the next word after a space or a hyphen."""
        match = self.grammar.following.match(self.folded, position, self.end)
        if match is None:
            return None
        return Token(match[1], match.start(1), match.end(), self.grammar.words_of(match[1]))


@functools.cache
def grammar(language: Language) -> Grammar:
    """Return the compiled number words of a language."""
    lists = number_words(language)
    words = words_by_spelling(language)
    compounds = sorted((word for word in words if "-" in word), key=len, reverse=True)
    tokens = [word.replace("-", "[- ]") + r"(?![^\W\d_])" for word in compounds]
    token = "|".join([*tokens, r"[^\W\d_]+"])
    large = [word for word, does in words.items() if _is_large(does)]
    suffixes = sorted(spellings(lists.ordinal_suffixes), key=len, reverse=True)
    return Grammar(
        language=language,
        words=words,
        token=re.compile(token),
        following=re.compile(f"{_SPACE}({token})"),
        alone=re.compile(rf"(?P<digits>{DIGITS.pattern})|(?P<word>[^\W\d_]+)"),
        scaled=re.compile(rf"(?P<digits>{DIGITS.pattern})[ -](?P<scale>{'|'.join(sorted(large))})(?![^\W_])"),
        ordinal_suffix=re.compile(rf"(?:{'|'.join(map(re.escape, suffixes))})(?!\w)"),
        decimal_mark=lists.decimal_mark,
        negatives=frozenset(spellings(lists.negatives)),
        linking=frozenset(
            spellings(f"{lists.joins} {lists.points} {lists.partitives} {lists.part_nouns}")
            + [phrase.split(" ")[0] for phrase in f"{lists.overs}|{lists.out_ofs}|{lists.proportions}".split("|")]
        ),
        joins=frozenset(spellings(lists.joins)),
        joins_scales=lists.joins_after == "scales",
        points=frozenset(spellings(lists.points)),
        over=re.compile(rf" (?:{lists.overs}) "),
        out_of=re.compile(rf" (?:{lists.out_ofs}) "),
        proportion=re.compile(rf" {_any(lists.proportions)} "),
        definite=re.compile(rf"(?<!\w){_any(lists.definites)} $"),
        definite_share=re.compile(rf"{_any(lists.definite_shares)} {_any(lists.after_definite_shares)}"),
        joined_units=lists.joined_units,
        after_parts=frozenset(spellings(lists.after_parts)),
        partitives=frozenset(spellings(lists.partitives)),
        shares=frozenset(spellings(lists.shares)),
        part_nouns=frozenset(spellings(lists.part_nouns)),
        vigesimal=lists.vigesimal,
        most_hundreds=lists.most_hundreds,
        splits_digits=lists.splits_digits,
        glued=lists.glued,
    )


def _is_large(word: Word) -> bool:
    return word.role == "scale" and not word.ordinal and word.number >= NOUN


def _any(phrases: str) -> str:
    """Return a pattern of phrases separated by bars, which matches nothing where there are none."""
    return f"(?:{phrases})" if phrases else "(?!)"


@functools.lru_cache(maxsize=4096)
def _glued(language: Language, token: str) -> tuple[Word, ...]:
    """Return the number words that are written as one: "veintidosmilesimo", "treintaicincoavos"."""
    words = words_by_spelling(language)
    for ending in number_words(language).part_endings.split():
        if token.endswith(ending):
            for vowel in _STEM_ENDINGS:
                parts = _split(token.removesuffix(ending) + vowel, words)
                if parts:
                    return (Word("denominator", _total(parts)),)
    return _split(token, words)


def _split(token: str, words: dict[str, Word]) -> tuple[Word, ...]:
    if token in words:
        return (words[token],)
    for cut in range(len(token) - 1, 2, -1):
        head = words.get(token[:cut])
        if head is not None and head.role in {"addend", "scale"} and not head.ordinal:
            for glue in ("", *_GLUE):
                rest = token[cut:].removeprefix(glue) if token[cut:].startswith(glue) else ""
                tail = _split(rest, words) if len(rest) > 2 else ()
                if tail:
                    return (head, *tail)
    return ()


def _total(parts: tuple[Word, ...]) -> int:
    count = Count()
    for word in parts:
        if not (count.multiply(word.number) if word.role == "scale" else count.add(word.number, frozenset())):
            break
    return int(count.value)
