"""What texts that tell of one matter agree and differ on though little stands beside it.

Texts are about one matter where they have a state and another name in common. In them the noun nearly tells what is
counted where hardly another number of it is stated ("52 shelters"), and what is nearly the same is likelier an error
than another thing.
"""

from collections.abc import Iterable
from decimal import Decimal

from servanda.lexicon.numbers import unaccented
from servanda.reconciling.beside import SIGNED
from servanda.reconciling.figure import Figure, Kept
from servanda.reconciling.measured import digits

_NAMES = 2  # in common, one of them a state
_FEWEST = 13  # a smaller count is the same by chance
_NEAR_DAYS, _NEAR_MONTHS = 7, 92  # days from one day to another, and from one month to another
_NEAR_RATIO = Decimal("1.25")
LATER = 60  # days after which what was told may have changed


def agree_on_one_matter(one: Figure, other: Figure, terms: list[str]) -> bool:
    """Whether equal values of two documents that tell of one matter need little beside them to be the same.

    So do a count of what is hardly counted otherwise, an exact amount, and a day beside which most is the same.
    """
    terms = _telling(one, terms)
    if not terms or not _of_one_matter(one.document, other.document):
        return False
    if one.value.kind == "date":
        return len(terms) > 1 and _mostly_shared(one, other, terms)
    if one.value.amount != other.value.amount or one.value.kind == "percent":
        return False
    return digits(one.value) > 1 if one.value.kind == "money" else one.scarce and one.value.amount >= _FEWEST


def differ_on_one_matter(one: Figure, other: Figure, terms: list[str]) -> bool:
    """Whether two documents that tell of one matter are at odds over values that are near each other.

    Most of what stands beside one stands beside the other, and no names tell them apart. That something was signed on
    the day is enough, and so is that both are what is still to be reached of something hardly counted otherwise.
    """
    if one.value.unit != other.value.unit or not _of_one_matter(one.document, other.document):
        return False
    if {one.stage, other.stage} == {"today"} or apart_in_time(one.document, other.document):
        return False
    telling = _telling(one, terms)
    alone = SIGNED in telling or _are_targets(one, other)
    fewest = 1 if alone or (one.scarce and other.scarce) else 2
    return (
        _near(one, other)
        and len(telling) >= fewest
        and (alone or _mostly_shared(one, other, telling))
        and not (_has_own_name(one, other) and _has_own_name(other, one))
    )


def _are_targets(one: Figure, other: Figure) -> bool:
    return one.scarce and other.scarce and {one.stage, other.stage} == {"ahead"}


def _near(one: Figure, other: Figure) -> bool:
    """Whether days or months are near each other, numbers nearly the same or with digits in another order."""
    mine, theirs = one.value, other.value
    if mine.kind == "date":
        days = mine.high - mine.low == theirs.high - theirs.low == 1
        return abs(mine.amount - theirs.amount) <= (_NEAR_DAYS if days else _NEAR_MONTHS)
    smaller, larger = sorted((mine.amount, theirs.amount))
    near = larger <= _NEAR_RATIO * smaller or _transposed(smaller, larger)
    return mine.kind != "percent" and smaller >= _FEWEST and near


def _has_own_name(one: Figure, other: Figure) -> bool:
    """Whether a name stands beside a figure and not beside the other; of days, nowhere in the document of the other.

    On one day much is done in one place, while a text may count the beds of two towns.
    """
    names = [one.beside.shown[mark] for mark in one.beside.marks - other.beside.terms.keys()]
    if one.value.kind != "date":
        return bool(names)
    return any(unaccented(name.lower()) not in other.document.capitals for name in names)


def apart_in_time(one: Kept, other: Kept) -> bool:
    """Whether one document is so much later that what it tells may have changed."""
    return one.date is not None and other.date is not None and abs((other.date - one.date).days) > LATER


def _of_one_matter(one: Kept, other: Kept) -> bool:
    """Whether two documents tell of one matter: they have a state and another name in common, or two other names."""
    return min(1, len(one.states & other.states)) + len(one.capitals & other.capitals) >= _NAMES


def _telling(figure: Figure, terms: Iterable[str]) -> list[str]:
    """Return the terms without the states, which stand everywhere in texts on one matter, and without other counts."""
    return [term for term in terms if term not in figure.beside.states and not term[0].isdigit()]


def _mostly_shared(one: Figure, other: Figure, terms: list[str]) -> bool:
    return len(terms) ** 2 >= min(len(_telling(side, side.beside.terms)) for side in (one, other))


def _transposed(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers have the same digits in another order: 450 and 540."""
    written = [f"{number.normalize():f}" for number in (one, other)]
    return len(set(written[0])) > 1 and sorted(written[0]) == sorted(written[1])
