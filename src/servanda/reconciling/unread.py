"""What a passage states in words that were not read as mentions, or as others: "three days a week", "one in five"."""

from collections.abc import Sequence
from typing import Protocol

from servanda.reading.mention import Mention
from servanda.reconciling import lengths, portions, rates
from servanda.reconciling.coded import Coded
from servanda.reconciling.stated import Stated
from servanda.reconciling.stating import forms


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def with_unread(read: Sequence[Stated], passage: Coded) -> list[Stated]:
    """Return what was read in a passage, with the rhythms, lengths and shares that its words state besides.

    They stand for the mentions of their kind and the numbers inside them: "three (days a week)", "(half) a day". A
    rhythm on a stated day stays as it was read: "31 March of each year".
    """
    found = list(read)
    for rate in rates.rates(passage):
        inside = _overlapping(found, rate)
        rhythms = [one for one in inside if one.measure == "recurrence"]
        if any(one.on_days or one.measure in {"date", "money"} for one in inside):
            continue
        found = [one for one in found if one not in inside or (one not in rhythms and one.start < rate.start)]
        found.append(_rate(rate, rhythms[0].mention if rhythms else None))
    for length in lengths.lengths(passage):
        inside = _overlapping(found, length)
        if all(one.measure == "number" or _is_part(one, length) for one in inside):
            found = [one for one in found if one not in inside] + [_length(length)]
    for portion in portions.portions(passage):
        inside = _overlapping(found, portion)
        if all(one.measure == "number" and one.unit != "%" for one in inside):
            found = [one for one in found if one not in inside] + [_portion(portion)]
    for mixed in portions.and_a_half(passage):
        inside = _overlapping(found, mixed)
        if all(one.measure == "number" for one in inside):
            found = [one for one in found if one not in inside] + [_mixed(mixed)]
    return found


def _overlapping(found: Sequence[Stated], other: _Stretch) -> list[Stated]:
    return [one for one in found if one.start < other.end and other.start < one.end]


def _is_part(one: Stated, length: lengths.Length) -> bool:
    """Whether a length of time is the unit of a part of it: "(a quarter of) an hour"."""
    inside = length.start <= one.start and one.end <= length.end
    return one.measure == "duration" and inside and one.end - one.start < length.end - length.start


def _rate(rate: rates.Rate, mention: Mention | None) -> Stated:
    values = frozenset(f"{times:.2f} a year" for times in rate.times)
    return Stated(
        rate.start, rate.end, mention, "recurrence", values, frozenset(), rates=rate.times, counted=rate.counted
    )


def _length(length: lengths.Length) -> Stated:
    values = frozenset({f"{length.days:.2f} days"})
    numbers, unit = frozenset({length.units}), str(length.unit)
    return Stated(length.start, length.end, None, "duration", values, numbers, unit, days=length.days)


def _portion(portion: portions.Portion) -> Stated:
    """Return what words for a share state; it is known by its numbers too, and may be a rank after an article."""
    values = forms(*portion.numbers, portion.percent) - {"1"}
    unit = "rank" if portion.rank else None
    return Stated(portion.start, portion.end, None, "number", values, portion.numbers, unit, share=portion.percent)


def _mixed(mixed: portions.Mixed) -> Stated:
    return Stated(mixed.start, mixed.end, None, "number", forms(mixed.number), frozenset({mixed.number}))
