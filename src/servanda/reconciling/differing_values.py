"""Numbers, amounts, lengths of time, rhythms and dates that are not the same in all versions of a row."""

import functools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.reading.numerals import find_numerals
from servanda.reading.phrases import Phrases
from servanda.reconciling.rhythms import has_rhythm
from servanda.reconciling.rows import Gap, Laid, Place, Said, Slot
from servanda.reconciling.stated import Measure, Stated
from servanda.reconciling.versions import Version
from servanda.text.words import words

_SLOTS: dict[Measure, Slot] = {
    "money": "number",
    "number": "number",
    "duration": "duration",
    "recurrence": "recurrence",
    "date": "date",
}
_ONE, _TWO = Decimal(1), Decimal(2)


class Value(NamedTuple):
    """One value of a row: the mentions that state it, by version, and the versions that do not."""

    measure: Measure
    stated: tuple[tuple[Stated, ...], ...]
    missing: frozenset[int]

    @property
    def all(self) -> list[Stated]:
        """The mentions of all versions."""
        return [one for own in self.stated for one in own]

    @property
    def versions(self) -> frozenset[int]:
        """The versions that state it."""
        return frozenset(version for version, own in enumerate(self.stated) if own)

    def same(self, other: "Value") -> bool:
        """Whether two rows state the same value."""
        return any(one.same(another) for one in self.all for another in other.all)


def unshared(versions: Sequence[Version], row: Laid) -> list[Value]:
    """Return the values that some versions of a row state and others, as far as can be seen, do not."""
    values = _values(versions, row)
    rest = []
    for value in values:
        missing = frozenset(other for other in value.missing if not _says(versions, row, other, value, values))
        if missing:
            rest.append(value._replace(missing=missing))
    return rest


def moved(value: Value, neighbours: Sequence[Value]) -> bool:
    """Whether the versions where a value is missing state it in a neighbouring row, where others miss it."""
    return any(value.missing & other.versions and value.same(other) for other in neighbours)


def value_gaps(versions: Sequence[Version], row: Laid, values: Sequence[Value]) -> Iterator[Gap]:
    """Yield what differs in a row: values of one measure beside each other, and values that stand alone."""
    rest = list(values)
    while rest:
        first = rest.pop(0)
        beside = [first]
        while (other := _counterpart(beside, rest, row)) is not None:
            rest.remove(other)
            beside.append(other)
        if len(beside) > 1 or not _goes_without_saying(versions, row, first):
            yield _gap(_SLOTS[first.measure], beside)


def currency_gaps(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the amounts of a row that are the same but for the currency that the versions state."""
    for value in _values(versions, row):
        if value.measure == "money":
            own = [{one.unit for one in stated if one.unit} for stated in value.stated]
            if any(mine and theirs and mine.isdisjoint(theirs) for mine in own for theirs in own):
                yield _gap("currency", [value])


def _values(versions: Sequence[Version], row: Laid) -> list[Value]:
    """Return the values that are stated in a row, in order; a single thing ("one centre") is an article elsewhere."""
    found: list[list[tuple[int, Stated]]] = []
    for number in row.present:
        for one in versions[number].stated(*row.places[number]):
            if one.measure == "number" and one.values == {"1"} and one.unit != "rank":
                continue
            same = [value for value in found if any(_one_value((number, one), other) for other in value)]
            found = [value for value in found if value not in same]
            found.append([*(pair for value in same for pair in value), (number, one)])
    present = frozenset(row.present)
    values = []
    for value in found:
        stated = tuple(tuple(one for version, one in value if version == number) for number in range(len(versions)))
        states = {number for number, own in enumerate(stated) if own}
        values.append(Value(value[0][1].measure, stated, present - states))
    return sorted(values, key=lambda value: (min(value.versions), value.stated[min(value.versions)][0].start))


def _one_value(one: tuple[int, Stated], other: tuple[int, Stated]) -> bool:
    """Whether two versions state the same; within one version, "today" and its date are two things."""
    if one[0] == other[0]:
        return one[1].measure == other[1].measure and one[1].values == other[1].values
    return one[1].same(other[1])


def _says(versions: Sequence[Version], row: Laid, version: int, value: Value, values: Sequence[Value]) -> bool:
    """Whether a version has the numerals of a value in words that were read otherwise, or not at all.

    Numerals of mentions that state something of the same measure, or what the other version states too, do not count.
    """
    known = [
        one
        for other in values
        for one in other.stated[version]
        if other.measure == value.measure or not other.versions.isdisjoint(value.versions)
    ]
    numbers = {
        number
        for number, start, end in _numerals(versions[version], row.places[version])
        if not any(one.start < end and start < one.end for one in known)
    }
    if value.measure == "date":
        return any(one.numbers and one.numbers <= numbers for one in value.all)
    return any(
        not numbers.isdisjoint(one.numbers | set(map(Decimal, one.values if one.measure == "number" else ())))
        for one in value.all
    )


def _numerals(version: Version, place: Place) -> Iterator[tuple[Decimal, int, int]]:
    """Yield every number in a place, in digits, in words, or in words that imply it."""
    for numeral in find_numerals(version.folded, *place):
        yield numeral.value, numeral.start, numeral.end
    for found in _implying(place.language).find(version.folded, place.start, place.end):
        for number in found.label:
            yield number, found.start, found.end


def _counterpart(beside: Sequence[Value], rest: Sequence[Value], row: Laid) -> Value | None:
    """Return the value that other versions state in place of these.

    It is of the same measure and unit where there is such a one, and stands at about the same place. Of another measure
    it may be only where one of the two is a bare count: "four consecutive years" beside "cinco años".
    """
    first = beside[0]
    stated = frozenset[int]().union(*(value.versions for value in beside))
    possible = [
        value
        for value in rest
        if (value.measure == first.measure or {value.measure, first.measure} & {"number", "money"} == {"number"})
        and value.versions.isdisjoint(stated)
        and value.missing & stated
        and value.versions & first.missing
    ]
    return min(possible, key=lambda value: _distance(first, value, row), default=None)


def _distance(one: Value, other: Value, row: Laid) -> tuple[bool, bool, float]:
    units = {stated.unit for stated in one.all}.isdisjoint(stated.unit for stated in other.all)
    return one.measure != other.measure, units, abs(_share_before(one, row) - _share_before(other, row))


def _share_before(value: Value, row: Laid) -> float:
    """Return which share of its place stands before a value."""
    number = min(value.versions)
    place = row.places[number]
    return (value.stated[number][0].start - place.start) / max(1, place.end - place.start)


def _goes_without_saying(versions: Sequence[Version], row: Laid, value: Value) -> bool:
    """Whether a value that stands alone is one that another language often leaves out or says in a word of its own."""
    number = min(value.versions)
    language = row.places[number].language
    one = value.stated[number][0]
    quote = versions[number].folded[one.start : one.end]
    if value.measure == "number":
        if one.unit == "rank":
            return one.numbers <= {_ONE, _TWO}
        counted = [quote[first:last] for first, last in words(quote)]
        spelled = not any(character.isdigit() for character in quote)
        collective = not counterparts(language).collectives.isdisjoint(counted)
        return spelled and (one.mention is None or collective)
    if value.measure == "date":
        return not any(character.isdigit() for character in quote)
    if value.measure == "money" or not one.numbers <= {_ONE}:
        return False
    return any(has_rhythm(versions[other].folded, *row.places[other], one) for other in value.missing)


def _gap(slot: Slot, values: Sequence[Value]) -> Gap:
    versions = zip(*(value.stated for value in values), strict=True)
    return Gap(
        slot, values[0].measure, tuple(tuple(_said(one) for own in stated for one in own) for stated in versions)
    )


def _said(one: Stated) -> Said:
    return Said(one.start, one.end, one.mention.id if one.mention else None)


@functools.cache
def _implying(language: Language) -> Phrases[tuple[Decimal, ...]]:
    """Return the words that imply numbers ("both" is 2, "semestral" 2 or 6)."""
    numbers: dict[str, tuple[Decimal, ...]] = {}
    for number, implying in counterparts(language).numbers.items():
        for phrase in implying:
            numbers[phrase] = (*numbers.get(phrase, ()), Decimal(number))
    return Phrases(numbers.items())
