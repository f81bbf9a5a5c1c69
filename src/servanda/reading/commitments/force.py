"""How firm a commitment is: in a chain of verbs the weakest wins (CODEBOOK I5); what goes on is marked (I3)."""

import re
from typing import NamedTuple

from servanda.lexicon.commitments import Chain
from servanda.reading.commitments.heads import Head
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


def strength(folded: str, head: Head, limit: int, chain: Chain) -> Strength:
    """Follow the chain of verbs that the head opens, up to ``limit``.

    A synthetic future is itself the first verb of the chain.
    """
    if head.kind == "explore":
        return Strength("exploratory", "new", folded[head.start : head.end], head.end)
    start, end, verb = head.start, head.end, head.verb
    force: Force = "intended" if head.kind == "intend" else "firm"
    stage: Stage = "new"
    words = [(verb, end)] if verb else [(match[0], match.end()) for match in _WORD.finditer(folded, start, end)]
    inside = len(words)
    words += [(match[0], match.end()) for match in _WORD.finditer(folded, end, min(limit, end + _FAR))]
    main, main_end = words[0] if words else ("", end)
    for index, (word, word_end) in enumerate(words[:_LONG]):
        forms = {word}
        if index + 1 < len(words):
            forms.add(f"{word} {words[index + 1][0]}")
        if index + 2 < len(words):
            forms.add(f"{word} {words[index + 1][0]} {words[index + 2][0]}")
        if not forms.isdisjoint(chain.exploratory):
            return Strength("exploratory", stage, word, word_end)
        if not forms.isdisjoint(chain.intended):
            force = "intended"
        elif not forms.isdisjoint(chain.continuing):
            stage = "continuing"
        elif (index >= inside or verb) and word not in chain.links and not _ADVERB.fullmatch(word):
            return Strength(force, stage, word, word_end)
        main, main_end = word, word_end
    return Strength(force, stage, main, main_end)
