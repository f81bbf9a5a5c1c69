"""What texts that tell of one matter are at odds over: what is nearly the same is likelier an error than another."""

import datetime
from decimal import Decimal

from servanda.lexicon.comparing import measures, things
from servanda.lexicon.numbers import unaccented
from servanda.reconciling.beside import SIGNED
from servanda.reconciling.events import are_one_event, are_one_length, tell_two_subjects
from servanda.reconciling.figure import Figure
from servanda.reconciling.one_matter import apart_in_time, mostly_shared, of_one_matter, telling

_FEWEST, _FEWEST_TO_REACH = 13, 3  # a smaller count differs by chance; less so what is still to be reached
_NEAR, _NEAR_TO_REACH = Decimal("1.35"), Decimal("1.5")  # the larger to the smaller
_NEAR_STAFF = Decimal("1.7")  # of posts and people, of which texts tell more loosely
_HEADLINE = 100_000  # a smaller amount of money is a price or a fee, of which a text may tell several
_LENGTHS = 3  # the longer to the shorter
_DAYS, _MONTHS_OF_NAMED = 7, 153  # days from one day to another, and from one month to another
_MONTHS, _MONTH_OF_SIGNATURE = 92, 31
_OF_EVENT, _OF_NAMED_EVENT = 183, 366  # days from one to another on which something is to begin
_HARDLY_ANY = 3  # amounts, shares or days in a text


def differ_nearby(one: Figure, other: Figure, terms: list[str]) -> bool:
    """Whether two documents that tell of one matter are at odds over values that are near each other.

    Most of what stands beside one stands beside the other, and no names tell them apart; ``terms`` are shared. It is
    enough that something was signed on the day, or begins or opens in two texts with few days to come; that both are
    still to be reached of something hardly counted otherwise, or counted by the same two words; and that both are the
    first amounts of money in their texts, which were not paid yet.
    """
    units = {one.value.stated_unit, other.value.stated_unit}
    if (len(units) > 1 and not _are_people(one, other)) or {one.stage, other.stage} == {"today"}:
        return False
    if apart_in_time(one.document, other.document) or _tell_two_things(one, other):
        return False
    told = [term for term in telling(one, terms) if len(units) == 1 or term not in units]
    least = _HEADLINE if one.value.kind == "money" else _FEWEST
    headline = min(one.value.amount, other.value.amount) >= least
    main = headline and one.main and other.main and {one.stage, other.stage} <= {"ahead", "stated"}
    events = are_one_event(one, other) or are_one_length(one, other)
    often = one.value.kind == "rhythm" and not one.beside.subjects.isdisjoint(other.beside.subjects)
    alone = main or events or often or SIGNED in told or _are_to_reach(one, other) or _are_named_alike(one, other)
    few = max(one.others, other.others) <= _HARDLY_ANY and one.value.kind != "quantity"
    rare = few and any(term[0] != "#" for term in told)  # much is the first of something
    fewest = 0 if main or events else 1 if alone or rare or (one.scarce and other.scarce) else 2
    return (
        len(told) >= fewest
        and (_near_days(one, other, told) if one.value.kind == "date" else _near_numbers(one, other, told))
        and (alone or mostly_shared(one, other, told, 2 if rare and one.value.kind == "rhythm" else 1))
        and not (_has_own_name(one, other) and _has_own_name(other, one))
        and of_one_matter(one.document, other.document)  # last: it takes longest
    )


def _tell_two_things(one: Figure, other: Figure) -> bool:
    """Whether what begins, what is counted or what stands beside two figures shows that they are of two things."""
    mine, theirs = one.beside.events, other.beside.events
    other_event = bool(mine and theirs) and mine.isdisjoint(theirs) and one.value.kind == "date"
    return (
        other_event or tell_two_subjects(one, other) or _are_named_apart(one, other) or _are_of_two_things(one, other)
    )


def _are_people(one: Figure, other: Figure) -> bool:
    """Whether two nouns may count the same people: "64 officers" are "a staff of 64", but no students."""
    mine, theirs = one.value, other.value
    return mine.people and theirs.people and (mine.anybody or theirs.anybody)


def _are_of_two_things(one: Figure, other: Figure) -> bool:
    """Whether a thing stands beside each figure, and not the same: a road and a port, girls and farmers."""
    mine, theirs = (things() & figure.beside.terms.keys() for figure in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _are_to_reach(one: Figure, other: Figure) -> bool:
    """Whether two figures count what is hardly counted otherwise, and both put it in the future, or neither.

    How long something lasts is not counted: of the present, many lengths are told.
    """
    if not (one.scarce and other.scarce and {one.stage, other.stage} <= {"ahead", "stated"}):
        return False
    return one.stage == other.stage == "ahead" or bool(one.value.named and other.value.named)


def _are_named_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same by more than a noun: "health centres", "business leaders"."""
    return len(one.value.named) > 1 and one.value.named == other.value.named


def _are_named_apart(one: Figure, other: Figure) -> bool:
    """Whether two figures count two sorts of a thing: "health centres" and "training centres"."""
    mine, theirs = ({*figure.value.named} - {figure.value.unit} for figure in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs) and one.language == other.language


def _near_numbers(one: Figure, other: Figure, told: list[str]) -> bool:
    """Whether numbers are nearly the same, or have their digits in another order; of measures, beside the same word."""
    if one.value.kind == "rhythm":
        return True
    to_reach = _are_to_reach(one, other)
    smaller, larger = sorted((one.value.amount, other.value.amount))
    if are_one_length(one, other):
        return larger <= _LENGTHS * smaller
    most = _NEAR_STAFF if one.value.anybody and other.value.anybody else _NEAR_TO_REACH
    near = larger <= (most if to_reach else _NEAR) * smaller or (
        _transposed(smaller, larger) and not measures().issuperset(told)
    )
    return smaller >= (_FEWEST_TO_REACH if to_reach else _FEWEST) and near


def _near_days(one: Figure, other: Figure, told: list[str]) -> bool:
    """Whether days or months are near each other; months may lie further apart where what happens then has a name.

    The first of a month is taken for the month.
    """
    apart = abs(one.value.amount - other.value.amount)
    if are_one_event(one, other):
        return _gap(one, other) <= (_OF_NAMED_EVENT if one.beside.subjects & other.beside.subjects else _OF_EVENT)
    days = all(side.value.high - side.value.low == 1 for side in (one, other))
    if days and not all(_opens_month(side) for side in (one, other)):
        most = _DAYS
    elif SIGNED in told:
        most = _MONTH_OF_SIGNATURE
    else:
        mine, theirs = one.beside.marks, other.beside.marks
        most = _MONTHS_OF_NAMED if mine & theirs and not (mine | theirs).issuperset(told) else _MONTHS
    return apart <= most


def _gap(one: Figure, other: Figure) -> Decimal:
    """Return how many days lie between two periods."""
    return max(one.value.low, other.value.low) - min(one.value.high, other.value.high)


def _opens_month(figure: Figure) -> bool:
    return datetime.date.fromordinal(int(figure.value.low)).day == 1


def _has_own_name(one: Figure, other: Figure) -> bool:
    """Whether a name stands beside a figure and not beside the other; of days, nowhere in the document of the other.

    On one day much is done in one place, while a text may count the beds of two towns.
    """
    names = [one.beside.shown[mark] for mark in one.beside.marks - other.beside.terms.keys()]
    if one.value.kind != "date":
        return bool(names)
    return any(unaccented(name.lower()) not in other.document.capitals for name in names)


def _transposed(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers have the same digits in another order: 450 and 540."""
    written = [f"{number.normalize():f}" for number in (one, other)]
    return len(set(written[0])) > 1 and sorted(written[0]) == sorted(written[1])
