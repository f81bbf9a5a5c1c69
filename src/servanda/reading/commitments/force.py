"""How firm a commitment is: in a chain of verbs the weakest wins (CODEBOOK I5); continuing ones are marked (I3, I11)."""

import re
from typing import NamedTuple

from servanda.lexicon.commitments import Chain
from servanda.reading.mention import Force, Stage

_WORD = re.compile(r"[^\W_]+")
_FAR = 90  # characters after a head within which its chain of verbs lies
_LONG = 9  # words of a chain that are looked at
_ADVERB = re.compile(r"\w{4,}(?:ly|ment|mente)")


class Strength(NamedTuple):
    """Force and stage, the main verb (as written, or as infinitive), and where the words after it begin."""

    force: Force
    stage: Stage
    verb: str
    verb_end: int


def strength(folded: str, start: int, end: int, limit: int, verb: str, chain: Chain) -> Strength:
    """Follow the chain of verbs from the head at ``start`` to ``end``, up to ``limit``.

    ``verb`` is the infinitive where the head is itself a verb in the future; then it opens the chain.
    """
    force: Force = "firm"
    stage: Stage = "new"
    words = [(verb, end)] if verb else [(match[0], match.end()) for match in _WORD.finditer(folded, start, end)]
    inside = len(words)
    words += [(match[0], match.end()) for match in _WORD.finditer(folded, end, min(limit, end + _FAR))]
    main, main_end = words[0] if words else ("", end)
    for index, (word, word_end) in enumerate(words[:_LONG]):
        pair = f"{word} {words[index + 1][0]}" if index + 1 < len(words) else word
        if word in chain.exploratory or pair in chain.exploratory:
            return Strength("exploratory", stage, word, word_end)
        if word in chain.intended or pair in chain.intended:
            force = "intended"
        elif word in chain.continuing or pair in chain.continuing:
            stage = "continuing"
        elif index >= inside and word not in chain.links and not _ADVERB.fullmatch(word):
            return Strength(force, stage, word, word_end)
        main, main_end = word, word_end
    return Strength(force, stage, main, main_end)
