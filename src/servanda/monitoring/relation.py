"""How a passage bears on a commitment (CODEBOOK E7), by its cues, its day, and the deadline."""

import datetime
import functools
import re
from typing import Literal

from servanda.lexicon.commitments import expand
from servanda.lexicon.language import Language
from servanda.lexicon.relations import relation_words
from servanda.reading.phrases import Phrases
from servanda.register.happening import Relation
from servanda.text.folding import fold

Cue = Literal["completes", "progress", "delays", "contradicts", "restates", "context"]
_CUES: tuple[Cue, ...] = ("contradicts", "delays", "completes", "progress", "restates", "context")
_REACH = 28  # characters before a cue in which a word turns it round
_CLAUSE = re.compile(r"[.;:,!?]")
_TURNED: dict[Cue, Cue | None] = {
    "completes": "delays",
    "progress": "delays",
    "delays": "progress",
    "contradicts": "restates",
    "restates": None,
    "context": None,
}


def relation(
    passage: str, language: Language, day: datetime.date | None, signed: datetime.date
) -> tuple[Relation, tuple[str, ...]]:
    """Return the relation of a passage to a commitment, and the cues that gave it.

    What a document from before the signature tells is background (CODEBOOK T1). A cue in a negated clause is turned
    round. Of several cues the most telling counts: undone before late, late before done, done before begun.
    """
    if day is not None and day < signed:
        return "context", ("before_signature",)
    found: dict[Cue, list[str]] = {}
    for cue, words in _found(fold(passage), language):
        found.setdefault(cue, []).append(words)
    for cue in _CUES:
        if cue in found:
            return cue, tuple(dict.fromkeys(found[cue]))
    return "progress", ()


def _found(folded: str, language: Language) -> list[tuple[Cue, str]]:
    phrases, negation = _phrases(language)
    result = []
    for hit in phrases.find(folded):
        before = folded[max(0, hit.start - _REACH) : hit.start]
        before = _CLAUSE.split(before)[-1]
        cue: Cue | None = hit.label
        if negation.search(before):
            cue = _TURNED[hit.label]
        if cue is not None:
            result.append((cue, folded[hit.start : hit.end]))
    return result


@functools.cache
def _phrases(language: Language) -> tuple[Phrases[Cue], re.Pattern[str]]:
    words = relation_words(language)
    labelled = [(fold(form), cue) for cue in _CUES for entry in getattr(words, cue) for form in expand(entry)]
    negations = "|".join(re.escape(word) for word in sorted(words.negations, key=len, reverse=True))
    return Phrases(labelled), re.compile(rf"(?<!\w)(?:{negations})(?!\w)")
