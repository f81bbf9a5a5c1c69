"""What each term tells, as a whole number: frozen in the register's version, never counted from the stream."""

from collections import Counter
from collections.abc import Iterable, Mapping

from servanda.lexicon.concepts import general_concepts
from servanda.monitoring.term import Term

HEAVIEST = 8
_GENERAL = 2  # the most that a concept counts that every agreement is full of
_FEWEST = 64  # commitments: a small register does not make its words common

Weights = Mapping[Term, int]


def term_weights(commitments: Iterable[frozenset[Term]]) -> dict[Term, int]:
    """Return the weight of every term, from 1 to 8, by how few of the commitments have it.

    It is the number of binary digits of (commitments / commitments with the term): twice as rare counts one more.

    >>> term_weights([frozenset({"port"})])
    {'port': 7}
    """
    held: Counter[Term] = Counter()
    count = 0
    for terms in commitments:
        held.update(terms)
        count += 1
    general = general_concepts()
    return {
        term: min((max(count, _FEWEST) // having).bit_length(), _GENERAL if term in general else HEAVIEST)
        for term, having in sorted(held.items())
    }
