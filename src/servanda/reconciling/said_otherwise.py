"""Whether a version says in words of its own what the others state: in other units, as a share, by what implies it."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.reading.numerals import find_numerals
from servanda.reading.phrases import Phrases
from servanda.reconciling import lengths, rates
from servanda.reconciling.patterns import of_direction
from servanda.reconciling.rows import Laid, Place, Value
from servanda.reconciling.stating import CENTS
from servanda.reconciling.stretches import Stretches
from servanda.reconciling.versions import Version

_WHOLE = Decimal(100)


def says_otherwise(versions: Sequence[Version], row: Laid, version: int, value: Value, values: Sequence[Value]) -> bool:
    """Whether a version has the numerals of a value in words that were read otherwise, or not at all.

    Numerals of mentions that state something of the same measure, or what the other version states too, do not count.
    """
    known = Stretches(
        (one.start, one.end)
        for other in values
        for one in other.stated[version]
        if other.measure == value.measure or not other.versions.isdisjoint(value.versions)
        if value.measure != "duration" or len(one.values) == 1  # a range may be one of ages: "aged between 18 and 30"
    )
    if _in_other_units(versions, row, version, value, known) or _counted_by_rate(versions, row, version, value):
        return True
    numbers = {
        number for number, start, end in _numerals(versions[version], row.places[version]) if not known.meet(start, end)
    }
    if _falls_yearly(versions[version], row.places[version], value):
        return True
    if value.measure == "date":
        return any(one.numbers and one.numbers <= numbers for one in value.all)
    wanted = {
        number
        for one in value.all
        for number in one.numbers | set(map(Decimal, one.values if one.measure == "number" else ()))
    }
    if not numbers.isdisjoint(wanted) or _as_share(versions, row, version, value, numbers):
        return True
    parts = {round(_WHOLE / one.share) for one in value.all if one.share and one.share >= 1 and _WHOLE % one.share < 1}
    implied = _implying(row.places[version].language).find(versions[version].folded, *row.places[version][:2])
    return any(not parts.isdisjoint(map(int, found.label)) for found in implied)


def _falls_yearly(version: Version, place: Place, value: Value) -> bool:
    """Whether a version has a day as that of a rhythm: "by 31 March each year" beside "chaque année, le 31 mars"."""
    days = [one.day.start for one in value.all if one.day is not None]
    ends = {f"MONTH={day.month};BYMONTHDAY={day.day}" for day in days}
    if not days and value.measure == "number":  # of a day whose year nothing tells, only the number is read
        ends = {f";BYMONTHDAY={number}" for one in value.all for number in one.values}
    days_told = (day for one in version.stated(*place) for day in one.on_days)
    return any(day.endswith(end) for day in days_told for end in ends)


def _in_other_units(versions: Sequence[Version], row: Laid, version: int, value: Value, known: Stretches) -> bool:
    """Whether a version may tell a length of time by the name of another ("within the quarter")."""
    if value.measure != "duration":
        return False
    place = row.places[version]
    return any(
        lengths.near(length.days, one.days, one_unit=False)
        for length in lengths.single(versions[version].coded(*place))
        if not known.meet(length.start, length.end)
        for one in value.all
        if one.days is not None
    )


def _counted_by_rate(versions: Sequence[Version], row: Laid, version: int, value: Value) -> bool:
    """Whether a version has a rhythm that a number is part of: "two meetings a year" beside "every six months"."""
    own = [rate for rate in versions[version].stated(*row.places[version]) if rate.measure == "recurrence"]
    return any(
        rates.near(frozenset({max(rate.rates)}), other.rates)
        for number in value.versions
        for rate in versions[number].stated(*row.places[number])
        if rate.counted is not None and any(one.start == rate.counted for one in value.stated[number])
        for other in own
    )


def _as_share(versions: Sequence[Version], row: Laid, version: int, value: Value, numbers: set[Decimal]) -> bool:
    """Whether a version says as a share what others count, or counts it: "half of the eight", "four of the eight".

    A share in per cent is told in figures everywhere.
    """
    wholes = {number for number, *_ in _numerals(versions[version], row.places[version])}
    stated = versions[version].stated(*row.places[version])
    shares = [other.share for other in stated if other.share is not None]
    words = [other.share for other in stated if other.share is not None and other.unit != "%"]
    for one in value.all:
        if one.unit == "%" or one.measure != "number":
            continue
        if one.share is None:
            said = any(
                share * whole == _WHOLE * number for share in words for whole in wholes for number in one.numbers
            )
        else:
            counted = (_WHOLE * part / whole for part in numbers for whole in wholes if whole > part > 0)
            left = _reduces(versions, row, {version, *value.versions})
            said = any(abs(share - one.share) < 1 for share in counted) or (
                left and any(abs(one.share + share - _WHOLE) < 1 for share in shares)
            )
        if said:
            return True
    return False


def _reduces(versions: Sequence[Version], row: Laid, numbers: Iterable[int]) -> bool:
    """Whether something is reduced by a share in one of these versions: then another may say what share is left."""
    places = ((versions[number].folded, row.places[number]) for number in numbers)
    return any(
        of_direction(place.language, "reducing").search(folded, place.start, place.end) for folded, place in places
    )


def _numerals(version: Version, place: Place) -> Iterator[tuple[Decimal, int, int]]:
    """Yield every number in a place, in digits, in words, or in words that imply it."""
    for numeral in find_numerals(
        version.folded, version.after_marker(place.start, place.end), place.end, place.language
    ):
        yield numeral.value, numeral.start, numeral.end
        if place.language == "fr" and CENTS.search(version.folded, numeral.start, numeral.end):
            yield numeral.value / _WHOLE, numeral.start, numeral.end
    for found in _implying(place.language).find(version.folded, place.start, place.end):
        for number in found.label:
            yield number, found.start, found.end


@functools.cache
def _implying(language: Language) -> Phrases[tuple[Decimal, ...]]:
    """Return the words that imply numbers ("both" is 2, "semestral" 2 or 6)."""
    numbers: dict[str, tuple[Decimal, ...]] = {}
    for number, implying in counterparts(language).numbers.items():
        for phrase in implying:
            numbers[phrase] = (*numbers.get(phrase, ()), Decimal(number))
    return Phrases(numbers.items())
