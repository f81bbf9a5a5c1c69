"""What each term tells, as a whole number: frozen in the register's version, never counted from the stream."""

from collections import Counter
from collections.abc import Iterable, Mapping

from servanda.lexicon.concepts import concepts
from servanda.monitoring.term import Term

Weights = Mapping[Term, int]

# The most that a term of each sort counts, however rare it is in the register.
_CONCEPT = 5
_GENERAL = 3  # a concept that every agreement is full of
_STEM = 5  # a word that the lexicon has no concept for
_ACTOR = 8
_NAME = 3  # a place or another name that the register uses: much happens there
_NUMBER = 4
_SMALL_NUMBER, _SMALL = 1, 20

_FEWEST = 64  # commitments: a small register does not make its words common


def term_weights(commitments: Iterable[frozenset[Term]]) -> dict[Term, int]:
    """Return the weight of every term, by how few of the commitments have it.

    It is the number of binary digits of (commitments / commitments with the term): what is twice as rare counts one
    more, up to what terms of its sort may count.

    >>> term_weights([frozenset({"wine", "#300", "#3"})])
    {'#3': 1, '#300': 4, 'wine': 5}
    """
    held: Counter[Term] = Counter()
    count = 0
    for terms in commitments:
        held.update(terms)
        count += 1
    return {
        term: min((max(count, _FEWEST) // having).bit_length(), _most(term)) for term, having in sorted(held.items())
    }


def _most(term: Term) -> int:
    if term.startswith("#"):
        return _SMALL_NUMBER if term[1:].isdigit() and int(term[1:]) < _SMALL else _NUMBER
    if term.startswith("&"):
        return _NAME if term.startswith("&name-") else _ACTOR
    if ":" in term:
        return _STEM
    return _GENERAL if term in concepts() and concepts()[term].general else _CONCEPT
