"""Whether two documents tell of one matter, and of one time: then less beside their figures will do."""

from collections.abc import Iterable

from servanda.reconciling.figure import Figure, Kept

_NAMES = 2  # in common, one of them a state
_SAID, _SAID_IN_TRANSLATION = 0.2, 0.15  # share of the terms of the shorter text that stand in the other too
_FEWEST_SAID = 10  # terms
LATER = 60  # days after which what was told may have changed


def of_one_matter(one: Kept, other: Kept) -> bool:
    """Whether two documents tell of one matter.

    They have a state and another name in common, or two other names, or a state and much of what they say.
    """
    states = min(1, len(one.states & other.states))
    if states + len(one.capitals & other.capitals) >= _NAMES:
        return True
    share = _SAID if one.language == other.language else _SAID_IN_TRANSLATION
    fewest = max(_FEWEST_SAID, share * min(len(one.about), len(other.about)))
    return states > 0 and len(one.about & other.about) >= fewest


def apart_in_time(one: Kept, other: Kept) -> bool:
    """Whether one document is so much later that what it tells may have changed."""
    return one.date is not None and other.date is not None and abs((other.date - one.date).days) > LATER


def telling(figure: Figure, terms: Iterable[str]) -> list[str]:
    """Return the terms without the states, which stand everywhere in texts on one matter, and without other counts."""
    return [term for term in terms if term not in figure.beside.states and not term[0].isdigit()]


def mostly_shared(one: Figure, other: Figure, terms: list[str], times: int = 1) -> bool:
    """Whether some telling terms weigh enough beside all those of the poorer of two figures."""
    weight = sum(min(one.beside.terms[term], other.beside.terms[term]) for term in terms)
    return times * weight**2 >= min(len(telling(side, side.beside.terms)) for side in (one, other))
