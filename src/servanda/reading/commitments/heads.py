"""Find the words that can begin a commitment: auxiliaries, performatives, nouns of undertaking, synthetic futures."""

import functools
import re
from typing import Literal, NamedTuple, get_args

from servanda.lexicon.commitments import CommitmentWords, Future, commitment_words, expand
from servanda.lexicon.language import Language
from servanda.reading.phrases import Found, Phrases

HeadKind = Literal["future", "undertake", "intend", "explore", "fund", "launch", "plan", "noun", "passive", "reported"]

_FORM = re.compile(r" \[(inf|ger)\]$")
_AUXILIARY = re.compile(
    r"(?<![^\W_])(?:se sont|s'est|s'étaient|a|ont|avons|sont|est|have|has|se han|se ha|ha|han|hemos)"
    r"(?: \w+(?:ment|mente|ly)| aussi| également| ainsi| also| también| all| toutes?| tous)* $"
)
_NEXT = {
    "inf": re.compile(
        r"(?: (?:d'|de |a |à |se |s'|y |en |no |ne |pas |aussi |también )?)*"
        r"[^\W\d_]+(?:er|ir|ír|ar|re|oir)(?:se|lo|la|los|las|le|les)?\b"
    ),
    "ger": re.compile(r" [^\W\d_]+ndo\b"),
}


class Head(NamedTuple):
    """Words that can begin a commitment. ``verb`` is the infinitive of a synthetic future, else empty."""

    start: int
    end: int
    kind: HeadKind
    verb: str


class HeadFinder:
    """Finds the heads of one language."""

    def __init__(self, words: CommitmentWords) -> None:
        """Prepare the phrases of a language and its synthetic future."""
        self._future = words.future
        labels: dict[str, list[tuple[HeadKind, str]]] = {}
        for kind in get_args(HeadKind):
            for entry in getattr(words.heads, kind):
                form = _FORM.search(entry)
                for phrase in expand(_FORM.sub("", entry)):
                    labels.setdefault(phrase, []).append((kind, form[1] if form else ""))
        self._phrases = Phrases(labels.items())
        endings = "|".join(sorted((*words.future.endings, *words.future.conditional), key=len, reverse=True))
        self._endings = re.compile(rf"(?<=[^\W\d_])(?:{endings})(?![^\W\d_])") if endings else None

    def find(self, text: str, folded: str, start: int, end: int) -> list[Head]:
        """Return the heads of ``folded[start:end]`` in order, none overlapping another."""
        heads = [
            Head(_with_auxiliary(folded, found.start, start), found.end, kind, "")
            for found in self._phrases.find(folded, start, end)
            for kind in self._kinds(found, folded)
        ]
        if self._endings is None:
            return heads
        taken = [(head.start, head.end) for head in heads]
        for match in self._endings.finditer(folded, start, end):
            first = _word_start(folded, match.start(), start)
            if any(low < match.end() and first < high for low, high in taken) or _is_name(text, first, start):
                continue
            verb = infinitive(folded[first : match.end()], match[0], self._future)
            if verb:
                kind: HeadKind = "reported" if match[0] in self._future.conditional else "future"
                heads.append(Head(first, match.end(), kind, verb))
        heads.sort()
        return heads

    def _kinds(self, found: Found[list[tuple[HeadKind, str]]], folded: str) -> list[HeadKind]:
        """Return the kind that the phrase has here: the first whose form follows it, if any."""
        fitting = [kind for kind, form in found.label if not form or _NEXT[form].match(folded, found.end)]
        return fitting[:1]


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
    for irregular, whole in future.irregular.items():
        # A prefixed verb ("maintiendra") follows the long stem that it is made of ("tiendra").
        if stem == irregular or (len(irregular) > 4 and stem.endswith(irregular)):
            return stem.removesuffix(irregular) + whole
    if len(stem) < 4 or not stem.endswith(future.stems):
        return ""
    return stem if stem.endswith(("ar", "er", "ir")) else stem + "e"


@functools.cache
def head_finder(language: Language) -> HeadFinder:
    """Return the finder of a language, made once."""
    return HeadFinder(commitment_words(language))


def _is_name(text: str, first: int, floor: int) -> bool:
    """Whether a capital inside a sentence shows that the word is a name ("Altamira", "Solvera")."""
    before = text[max(floor, first - 3) : first].rstrip()
    return text[first].isupper() and bool(before) and before[-1] not in '.!?¡¿"“«—:'


def _with_auxiliary(folded: str, offset: int, floor: int) -> int:
    """Return where "ont également convenu de" begins: a participle takes in the auxiliary before its adverbs."""
    before = _AUXILIARY.search(folded, max(floor, offset - 40), offset)
    return before.start() if before is not None else offset


def _word_start(folded: str, offset: int, floor: int) -> int:
    while offset > floor and folded[offset - 1].isalpha():
        offset -= 1
    return offset
