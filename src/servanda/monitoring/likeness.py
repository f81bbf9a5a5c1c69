"""Whether two texts are copies of one: by the runs of words that they share."""

from servanda.monitoring.words import fold_words

_RUN = 4  # words
_FEWEST = 4  # runs; what is shorter may be the same by chance
_SHARE = (3, 5)  # of the runs of the shorter text stand in the other


def shingles(text: str) -> frozenset[bytes]:
    """Return the runs of words of a text; case and punctuation do not matter."""
    words = fold_words(text).split()
    return frozenset(b" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def is_copy(one: frozenset[bytes], other: frozenset[bytes]) -> bool:
    """Whether two texts share most of what the shorter has."""
    fewer = min(len(one), len(other))
    part, whole = _SHARE
    return fewer >= _FEWEST and len(one & other) * whole >= fewer * part
