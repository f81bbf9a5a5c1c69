"""Numbers, amounts, lengths of time, rhythms and dates that are not the same in all versions of a row."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.reconciling.rhythms import has_rhythm
from servanda.reconciling.rows import Gap, Laid, Said, Slot, Value
from servanda.reconciling.said_otherwise import says_otherwise
from servanda.reconciling.stated import Measure, Stated
from servanda.reconciling.stating import DOLLAR
from servanda.reconciling.versions import Version
from servanda.text.words import words

_SLOTS: dict[Measure, Slot] = {
    "money": "number",
    "number": "number",
    "duration": "duration",
    "recurrence": "recurrence",
    "date": "date",
    "time": "date",
}
_ONE, _TWO = Decimal(1), Decimal(2)
_SINGLE = frozenset({_ONE, Decimal("0.01")})  # "not one cent more"


def unshared(versions: Sequence[Version], row: Laid) -> list[Value]:
    """Return the values that some versions of a row state and others, as far as can be seen, do not."""
    values = _values(versions, row)
    rest = []
    for value in values:
        missing = frozenset(other for other in value.missing if not says_otherwise(versions, row, other, value, values))
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
        if len(beside) > 1 or not (_is_aside(versions, row, first) or _goes_without_saying(versions, row, first)):
            yield _gap(_SLOTS[first.measure], beside)


def currency_gaps(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the amounts of a row that are the same but for the currency that the versions state."""
    for value in _values(versions, row):
        if value.measure == "money":
            own = [{one.unit for one in stated if one.unit} for stated in value.stated]
            if any(mine and theirs and not _one_currency(mine, theirs) for mine in own for theirs in own):
                yield _gap("currency", [value])


def _one_currency(mine: set[str], theirs: set[str]) -> bool:
    """Whether two versions may state one currency; a bare dollar is that of any state ("USD", "CAD")."""
    dollars = [DOLLAR in one or any(unit.endswith("D") for unit in one) for one in (mine, theirs)]
    return not mine.isdisjoint(theirs) or (all(dollars) and DOLLAR in mine | theirs)


class _Same(NamedTuple):
    """What states one value, by version; ``kinds`` is one of each that is told in a way of its own."""

    all: list[tuple[int, Stated]]
    kinds: dict[tuple[object, ...], tuple[int, Stated]]

    def has(self, number: int, one: Stated) -> bool:
        """Whether what a version states is the same as one of these."""
        return any(_one_value((number, one), other) for other in self.kinds.values())

    def join(self, other: "_Same") -> None:
        """Take in what states the same."""
        self.all.extend(other.all)
        self.kinds.update(other.kinds)


def _values(versions: Sequence[Version], row: Laid) -> list[Value]:
    """Return the values that are stated in a row, in order; a single thing ("one centre") is an article elsewhere."""
    found: dict[int, _Same] = {}  # by a number of their own; what was stated last stands last
    known: dict[tuple[object, ...], int] = {}
    for number in row.present:
        for one in versions[number].stated(*row.places[number]):
            if one.measure == "number" and one.values == {"1"} and one.unit != "rank":
                continue
            told = (number, *one.told)
            before = known.get(told)  # a table may hold one value thousands of times
            same = [at for at, value in found.items() if value.has(number, one)] if before is None else [before]
            joined = found.pop(same[0]) if same else _Same([], {})
            for at in same[1:]:
                joined.join(found.pop(at))
            joined.join(_Same([(number, one)], {told: (number, one)}))
            home = same[0] if same else len(known)
            known.update(dict.fromkeys(joined.kinds if len(same) > 1 else (told,), home))
            found[home] = joined
    present = frozenset(row.present)
    values = []
    for value in found.values():
        stated = tuple(tuple(one for version, one in value.all if version == number) for number in range(len(versions)))
        states = {number for number, own in enumerate(stated) if own}
        values.append(Value(value.all[0][1].measure, stated, present - states))
    return sorted(values, key=lambda value: (min(value.versions), value.stated[min(value.versions)][0].start))


def _one_value(one: tuple[int, Stated], other: tuple[int, Stated]) -> bool:
    """Whether two versions state the same; within one version, "today" and its date are two things."""
    if one[0] == other[0]:
        return one[1].measure == other[1].measure and one[1].values == other[1].values
    return one[1].same(other[1])


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
        if _comparable(value, first)
        and value.versions.isdisjoint(stated)
        and value.missing & stated
        and value.versions & first.missing
    ]
    return min(possible, key=lambda value: _distance(first, value, row), default=None)


def _comparable(one: Value, other: Value) -> bool:
    """Whether one value may stand in the place of another: a count for a length of time, but no rank and no share."""
    if one.measure == other.measure == "number":
        return not _kinds(one).isdisjoint(_kinds(other))
    if one.measure == other.measure or not _measures(one).isdisjoint(_measures(other)):
        return one.measure != "date" or _has_figures(one) == _has_figures(other)
    counts = {one.measure, other.measure} & {"number", "money"} == {"number"}
    return counts and all(_kinds(value) == {"count"} and _many(value) for value in (one, other))


def _measures(value: Value) -> set[str]:
    return {one.measure for one in value.all}


def _kinds(value: Value) -> set[str]:
    """Return what numbers of a value may be: a count, a rank, a share; "a third" may be two of them."""
    kinds = set[str]()
    for one in value.all:
        kinds |= {kind for kind, told in (("rank", one.unit == "rank"), ("share", one.share is not None)) if told}
    return kinds or {"count"}


def _has_figures(value: Value) -> bool:
    """Whether a value is told with digits, as dates are that name their day."""
    return any(any(map(str.isdigit, one.mention.quote)) for one in value.all if one.mention)


def _many(value: Value) -> bool:
    return any(one.numbers - {_ONE} for one in value.all)


def _distance(one: Value, other: Value, row: Laid) -> tuple[bool, bool, float]:
    units = {stated.unit for stated in one.all}.isdisjoint(stated.unit for stated in other.all)
    return one.measure != other.measure, units, abs(_share_before(one, row) - _share_before(other, row))


def _share_before(value: Value, row: Laid) -> float:
    """Return which share of its place stands before a value."""
    number = min(value.versions)
    place = row.places[number]
    return (value.stated[number][0].start - place.start) / max(1, place.end - place.start)


def _is_aside(versions: Sequence[Version], row: Laid, value: Value) -> bool:
    """Whether only one of several versions tells a value, and not in digits: likelier the others say it otherwise."""
    return len(row.present) > 2 and len(value.versions) == 1 and _is_spelled(versions, value)


def _is_spelled(versions: Sequence[Version], value: Value) -> bool:
    """Whether the first version that states a value writes it in words."""
    return not any(map(str.isdigit, _quote(versions, value)))


def _quote(versions: Sequence[Version], value: Value) -> str:
    number = min(value.versions)
    one = value.stated[number][0]
    return versions[number].folded[one.start : one.end]


def _goes_without_saying(versions: Sequence[Version], row: Laid, value: Value) -> bool:
    """Whether a value that stands alone is one that another language often leaves out or says in a word of its own."""
    number = min(value.versions)
    one = value.stated[number][0]
    spelled = _is_spelled(versions, value)
    if value.measure == "number":
        return spelled and _is_passing(versions, row, value)
    if value.measure in {"date", "time"}:
        return spelled
    if value.measure == "money":
        return spelled and one.numbers <= _SINGLE
    if not one.numbers <= {_ONE}:
        return False
    return any(has_rhythm(versions[other].folded, *row.places[other], one) for other in value.missing)


def _is_passing(versions: Sequence[Version], row: Laid, value: Value) -> bool:
    """Whether a number in words counts nothing that has to be counted: one thing, a rank, the parties, a part of one.

    A number that the reader made nothing of is passed over where one version alone has it, or where it is small.
    """
    number = min(value.versions)
    one, quote = value.stated[number][0], _quote(versions, value)
    if one.numbers <= _SINGLE or (one.unit == "rank" and (one.mention is None or one.numbers <= {_ONE, _TWO})):
        return True
    if not counterparts(row.places[number].language).collectives.isdisjoint(quote[a:b] for a, b in words(quote)):
        return True
    small = max(one.numbers) <= _TWO or any(counted % 1 for counted in one.numbers if one.share is None)
    return one.mention is None and (len(value.versions) == 1 or small)


def _gap(slot: Slot, values: Sequence[Value]) -> Gap:
    versions = zip(*(value.stated for value in values), strict=True)
    return Gap(
        slot, values[0].measure, tuple(tuple(_said(one) for own in stated for one in own) for stated in versions)
    )


def _said(one: Stated) -> Said:
    return Said(one.start, one.end, one.mention.id if one.mention else None)
