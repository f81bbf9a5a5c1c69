"""Find the words that can begin a commitment: auxiliaries, performatives, nouns of undertaking, synthetic futures."""

import bisect
import operator
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from servanda.lexicon.commitments import Future, commitment_words
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.commitments.following import form_following
from servanda.reading.phrases import Found
from servanda.reading.trigger_words import trigger_words
from servanda.text.folding import spaced

HeadKind = Literal[
    "future",
    "undertake",
    "intend",
    "explore",
    "fund",
    "launch",
    "plan",
    "bind",
    "impersonal",
    "noun",
    "passive",
    "reported",
]

_START = operator.attrgetter("start")
_AUXILIARY = re.compile(
    r"(?<![^\W_])(?:se sont|s'est|s'étaient|nous sommes|a|ont|avons|sont|est|have|has|had|se han|se ha|ha|han|hemos)"
    r"(?: \w+(?:ment|mente|ly)| aussi| également| ainsi| also| también| all| toutes?| tous"
    r"| par ailleurs| en outre| de plus| pour sa part| de son côté| además)* $"
)
# What the auxiliary and its adverbs can end with: they are looked for only after one of these.
_LAST_WORDS = frozenset(
    ("sont", "est", "étaient", "sommes", "had", "a", "ont", "avons", "have", "has", "han", "ha", "hemos")
) | frozenset(
    ("aussi", "également", "ainsi", "also", "también", "all", "toute", "toutes", "tous", "ailleurs", "outre", "plus")
).union(("part", "côté", "además"))
_ADVERBS = ("ment", "mente", "ly")
_LONGEST_ADVERB = 24  # characters


class Head(msgspec.Struct, frozen=True, order=True, gc=False):
    """Words that can begin a commitment. ``verb`` is the infinitive of a synthetic future, else empty."""

    start: int
    end: int
    kind: HeadKind
    verb: str


def heads_in(text: str, folded: str, start: int, end: int, language: Language) -> list[Head]:
    """Return the heads of a stretch, for those who look at nothing else in it."""
    found = trigger_words(Vocabulary(), language).find(folded, spaced(folded[start:end]), start)
    return find_heads(text, folded, found, language)


def find_heads(text: str, folded: str, found: Mapping[str, Sequence[Found[Any]]], language: Language) -> list[Head]:
    """Return the heads of a stretch in order, none overlapping another; ``found`` are its trigger words."""
    heads = [
        Head(_with_auxiliary(folded, phrase.start, language), meant[1], meant[0], "")
        for phrase in found["heads"]
        if (meant := _meant(phrase, folded, language)) is not None
    ]
    future = commitment_words(language).future
    futures = []
    for ending in found["futures"]:
        first = _word_start(folded, ending.start)
        place = bisect.bisect_left(heads, ending.end, key=_START) - 1
        if first == ending.start or (place >= 0 and heads[place].end > first) or _is_name(text, first):
            continue
        verb = infinitive(folded[first : ending.end], folded[ending.start : ending.end], future)
        if verb:
            futures.append(Head(first, ending.end, ending.label, verb))
    return sorted(heads + futures) if futures else heads


def infinitive(word: str, ending: str, future: Future) -> str:
    """Return the infinitive of a word that ends like a synthetic future, or "" where it is none.

    >>> infinitive("versera", "ra", commitment_words("fr").future)
    'verser'
    >>> infinitive("tendrán", "rán", commitment_words("es").future)
    'tener'
    """
    if word in future.not_future:
        return ""
    stem = word[: len(word) - len(ending)] + "r"
    irregular = future.irregular.get(stem)
    if irregular is not None:
        return irregular
    for prefix in range(1, len(stem) - 4):
        # A prefixed verb ("maintiendra") follows the long stem that it is made of ("tiendra").
        whole = future.irregular.get(stem[prefix:])
        if whole is not None:
            return stem[:prefix] + whole
    if len(stem) < 4 or not stem.endswith(future.stems):
        return ""
    if stem.endswith(("oier", "uier")) and ending.startswith("r") and "vr" in future.stems:
        return f"{stem[:-3]}yer"  # "emploiera", "appuiera"
    return stem if stem.endswith(("ar", "er", "ir")) else stem + "e"


def _meant(phrase: Found[list[tuple[HeadKind, str]]], folded: str, language: Language) -> tuple[HeadKind, int] | None:
    """Return the kind that the phrase has here, the first whose form follows it, and where the head then ends."""
    for kind, form in phrase.label:
        if not form:
            return kind, phrase.end
        pattern = form_following(form, language)
        following = pattern.match(folded, phrase.end)
        if following is not None:
            through = "through" in pattern.groupindex
            return kind, following.end("through") if through else phrase.end
    return None


def _is_name(text: str, first: int) -> bool:
    """Whether a capital inside a sentence shows that the word is a name ("Altamira", "Solvera")."""
    if not text[first].isupper():
        return False
    before = text[max(0, first - 3) : first].rstrip(" ")  # a new line opens a sentence
    return bool(before) and before[-1] != "\n" and before[-1] not in '.!?¡¿"“«—:'


def _with_auxiliary(folded: str, offset: int, language: Language) -> int:
    """Return where "ont également convenu de" begins: a participle takes in the auxiliary before its adverbs."""
    last = (folded[max(0, offset - _LONGEST_ADVERB) : offset].rsplit(None, 1) or [""])[-1]
    if last.rpartition("'")[2] not in _LAST_WORDS and not last.endswith(_ADVERBS):
        return offset
    before = _AUXILIARY.search(folded, max(0, offset - 40), offset)
    # "is considering a guarantee": in English "a" is an article.
    article = before is not None and language == "en" and before[0].startswith("a ")
    return offset if before is None or article else before.start()


def _word_start(folded: str, offset: int) -> int:
    while offset and folded[offset - 1].isalpha():
        offset -= 1
    return offset
