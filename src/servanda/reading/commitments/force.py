"""How firm a commitment is: in a chain of verbs the weakest wins (CODEBOOK I5); what goes on is marked (I3)."""

import functools
import itertools
import re

import msgspec

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.heads import Head
from servanda.reading.mention import Force, Stage

_WORD = re.compile(r"[^\W_]+")
_FAR = 90  # characters after a head within which its chain of verbs lies
_CHAIN = 9  # words of a chain that are looked at
_MEANING_WORDS = 3  # words of the longest verb that weakens a chain
_ADVERBS = ("ly", "ment", "mente")
_ADVERB = re.compile(r"\w{4,}(?:ly|ment|mente)")


class Strength(msgspec.Struct, frozen=True, gc=False):
    """Force and stage, the main verb (as written, or as infinitive), and where the words after it begin."""

    force: Force
    stage: Stage
    verb: str
    verb_end: int


def strength(folded: str, head: Head, limit: int, language: Language) -> Strength:
    """Follow the chain of verbs that the head opens, up to ``limit``.

    A synthetic future is itself the first verb of the chain.
    """
    if head.kind == "explore":
        return Strength("exploratory", "new", folded[head.start : head.end], head.end)
    chain, openers = commitment_words(language).chain, _openers(language)
    reach = max(head.end, min(limit, head.end + _FAR))
    force: Force = "intended" if head.kind == "intend" else "firm"
    stage: Stage = "new"
    main, main_end = head.verb, head.end
    for match in itertools.islice(_WORD.finditer(folded, head.start, reach), _CHAIN):
        word, word_end = match[0], match.end()
        if head.verb and word_end == head.end:
            word = head.verb
        main, main_end = word, word_end
        if word in openers:
            forms = _forms(folded, word, word_end, reach)
            if not forms.isdisjoint(chain.exploratory):
                return Strength("exploratory", stage, word, word_end)
            if not forms.isdisjoint(chain.intended):
                force = "intended"
                continue
            if not forms.isdisjoint(chain.continuing):
                stage = "continuing"
                continue
        if (word_end > head.end or head.verb) and word not in chain.links and not _is_adverb(word):
            break
    return Strength(force, stage, main, main_end)


def _is_adverb(word: str) -> bool:
    return word.endswith(_ADVERBS) and _ADVERB.fullmatch(word) is not None


def _forms(folded: str, word: str, end: int, reach: int) -> set[str]:
    """Return a verb alone, and with the one and the two words after it: "work", "work to", "work to ensure"."""
    words = [word, *[match[0] for match in itertools.islice(_WORD.finditer(folded, end, reach), _MEANING_WORDS - 1)]]
    return {" ".join(words[:count]) for count in range(1, len(words) + 1)}


@functools.cache
def _openers(language: Language) -> frozenset[str]:
    """Return the first words of the verbs that weaken or continue what they stand in."""
    chain = commitment_words(language).chain
    return frozenset(verb.split(" ", 1)[0] for verb in chain.exploratory | chain.intended | chain.continuing)
