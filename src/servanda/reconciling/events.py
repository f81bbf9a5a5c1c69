"""Whether two days are those of one beginning or end: of works, of a service, of a treaty."""

from servanda.reconciling.figure import Figure
from servanda.reconciling.one_matter import telling

_FIRST = "#1"
_TO_COME = {"ahead", "due", "day"}
_FEW_DAYS = 6  # in a text


def are_one_event(one: Figure, other: Figure) -> bool:
    """Whether the same is to begin or to end on two days in texts with few days, as far as their words tell.

    Either both say what it is, or share a word for it, or neither says it and neither text tells another beginning.
    That something is the first of its kind does not suffice for the latter.
    """
    if one.value.kind != "date" or max(one.others, other.others) > _FEW_DAYS:
        return False
    mine, theirs = one.beside, other.beside
    events = mine.events & theirs.events
    if not events or not {one.stage, other.stage} <= _TO_COME or tell_two_subjects(one, other):
        return False
    if mine.subjects & theirs.subjects or any(
        term[0] != "#" for term in telling(one, mine.terms.keys() & theirs.terms.keys())
    ):
        return True
    told = mine.subjects == theirs.subjects and _FIRST not in mine.ordinals | theirs.ordinals
    return told and not events.isdisjoint(one.sole & other.sole)


def are_one_length(one: Figure, other: Figure) -> bool:
    """Whether the same lasts as long as each of two figures says, the only length of it in its text and unit."""
    lengths = one.beside.events & other.beside.events & one.sole & other.sole
    return one.value.kind == "quantity" and bool(lengths and one.beside.subjects & other.beside.subjects)


def tell_two_subjects(one: Figure, other: Figure) -> bool:
    """Whether one thing begins, ends, lasts or happens so often beside one figure, and another beside the other."""
    mine, theirs = one.beside, other.beside
    told = (mine.events and theirs.events) or one.value.kind == "rhythm"
    return bool(told and mine.subjects and theirs.subjects) and not mine.subjects & theirs.subjects
