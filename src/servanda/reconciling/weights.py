"""How much what two pieces of text share tells: a word that stands in few of them more than one that stands in many."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

_NUMBER = 1.5  # weight of a number, a day or an actor against a word


class Weights:
    """The weights of terms among the pieces of some texts; a term is as common as in the text that has it most."""

    def __init__(self, texts: Sequence[Iterable[frozenset[str]]]) -> None:
        most: Counter[str] = Counter()
        size = 0
        for text in texts:
            pieces = list(text)
            size = max(size, len(pieces))
            most |= Counter(term for terms in pieces for term in terms)
        self._weights = {
            term: math.log(1 + size / count) * (_NUMBER if term[0] in "#@" else 1) for term, count in most.items()
        }

    def of(self, terms: frozenset[str]) -> float:
        """Return the weight of some terms together."""
        return math.fsum(self._weights[term] for term in terms)

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much of what two pieces say they share, from 0 to 1."""
        shared = one & other
        return self.of(shared) / math.sqrt(self.of(one) * self.of(other)) if shared else 0.0

    def told(self, said: frozenset[str], other: frozenset[str]) -> float:
        """Return how much of what one piece says stands in the other, from 0 to 1."""
        return self.of(said & other) / self.of(said) if said else 0.0
