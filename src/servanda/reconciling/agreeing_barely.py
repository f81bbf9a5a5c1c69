"""What texts that tell of one matter agree on though little or nothing stands beside it.

Of an exact amount, of a count that the noun nearly tells ("52 shelters"), or of a day, few would state another that is
the same by chance, where neither text states many.
"""

from servanda.lexicon.comparing import measures
from servanda.reconciling.events import are_one_event, are_one_length, tell_two_subjects
from servanda.reconciling.figure import Figure
from servanda.reconciling.measured import digits
from servanda.reconciling.one_matter import apart_in_time, mostly_shared, of_one_matter, telling

_MOST_VALUES = 12  # of one kind in a document
_MOST_PAIRS = 64  # of values of two documents: among more, two are the same by chance
_FEWEST = 13  # a smaller count is the same by chance
_SEVERAL = 3  # a smaller count needs a word beside it
_HUNDRED = 100
_LARGE = 10_000  # from here on two digits that count tell as much as three
_ONE_DAY = 1


def agree_barely(one: Figure, other: Figure, terms: list[str]) -> bool:
    """Whether equal values of two documents that tell of one matter are the same thing; ``terms`` are shared."""
    if not _equal(one, other) or not of_one_matter(one.document, other.document):
        return False
    told = telling(one, terms)
    match one.value.kind:
        case "date":
            return _agree_on_day(one, other, told)
        case "money":
            return (bool(told) and _precise(one)) or _few(one, other)
        case "rhythm":
            return _few(one, other) and bool(told)
        case "percent":
            return _few(one, other) and (bool(told) or _precise(one) or _have_word_together(one, other))
        case "quantity":
            return _agree_on_count(one, other, told)


def _equal(one: Figure, other: Figure) -> bool:
    """Whether two values are the same; of shares, that "a third" is 33 per cent."""
    apart = abs(one.value.amount - other.value.amount)
    return apart < 1 if one.value.kind == "percent" else apart == 0


def _agree_on_day(one: Figure, other: Figure, told: list[str]) -> bool:
    """Whether a day is that of one thing: to the day nothing else is needed, but for the day of a text itself."""
    if not _few(one, other) or _is_own_day(one) or _is_own_day(other):
        return len(told) > 1 and mostly_shared(one, other, told)
    if all(side.value.high - side.value.low == _ONE_DAY for side in (one, other)):
        return True
    return (bool(told) and not tell_two_subjects(one, other)) or are_one_event(one, other)


def _agree_on_count(one: Figure, other: Figure, told: list[str]) -> bool:
    """Whether a number counts one thing, by the same noun, by another ("pupils", "children") or by none ("28 of them").

    By another, or by none, only odd or large numbers tell, and the more so where the sentences have a word in common.
    """
    units = {one.value.unit, other.value.unit}
    if len(units) == 1 and None not in units:
        return _agree_by_noun(one, other, told)
    if not units.isdisjoint(measures()) or apart_in_time(one.document, other.document):
        return False
    precise = _precise(one) and one.value.amount >= _FEWEST
    if None in units:
        return one.value.amount >= _FEWEST and (units == {None} or _have_word_together(one, other))
    if one.value.people != other.value.people:
        return precise and len(told) > 1
    if not precise:
        return one.value.amount >= _FEWEST and bool(told)
    large = digits(one.value) > 2 or one.value.amount >= _LARGE
    return one.value.people or large or bool(told) or _have_word_together(one, other)


def _agree_by_noun(one: Figure, other: Figure, told: list[str]) -> bool:
    """Whether as many of what has the same noun are one thing: one or two of them only beside another word."""
    if one.value.amount < _SEVERAL and not _precise(one):
        return one.scarce and (bool(told) or are_one_length(one, other))
    sure = one.scarce or are_one_length(one, other) or one.value.amount >= _HUNDRED
    if sure or (_precise(one) and one.value.amount >= _FEWEST):
        return True
    return _few(one, other) and not {one.value.unit}.issuperset(told)


def _have_word_together(one: Figure, other: Figure) -> bool:
    """Whether the sentences of two figures, or those right before them, have a word in common."""
    return any(term[0] != "@" for term in one.beside.around & other.beside.around)


def _precise(figure: Figure) -> bool:
    return digits(figure.value) > 1


def _few(one: Figure, other: Figure) -> bool:
    """Whether two documents of one time state so few values of a kind that none is the same by chance."""
    most = max(one.others, other.others) <= _MOST_VALUES and one.others * other.others <= _MOST_PAIRS
    return most and not apart_in_time(one.document, other.document)


def _is_own_day(figure: Figure) -> bool:
    day = figure.document.date
    return day is not None and abs(figure.value.amount - day.toordinal()) <= 1
