"""In what two wordings of one commitment differ: force, promisors, times, targets, rhythm, conditions and scope."""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from servanda.reading.mention import Money, Percent, Quantity
from servanda.reconciling.bounds import bounds
from servanda.reconciling.change_finding import Aspect, Difference, Effect
from servanda.reconciling.differing_force import force_of
from servanda.reconciling.gap_finding import Span
from servanda.reconciling.rhythms import has_rhythm
from servanda.reconciling.stated import Stated
from servanda.reconciling.wording import Wording

_FIRMNESS = {"permitted": 0, "exploratory": 1, "intended": 2, "firm": 3}

_TARGETS = {"money", "number"}

_Values = Sequence[Stated]


def differences(old: Wording, new: Wording) -> tuple[Difference, ...]:
    """Return the aspects in which the new wording differs from the old, always in the same order."""
    before, after = old.stated(), new.stated()
    gone = _without(before, after)
    come = _without(after, before)
    found = [
        *_force(old, new),
        *_promisors(old, new),
        *_deadlines(old, new, gone, come),
        *_starts(old, new, gone, come),
        *_durations(old, new, gone, come),
        *_targets(old, new, gone, come),
        *_rhythms(old, new, gone, come),
        *bounds(old, new),
    ]
    return tuple(sorted(found))


def _force(old: Wording, new: Wording) -> Iterator[Difference]:
    """Compare how firm they are; of what no reader took for a commitment only the words at its head tell."""
    if not (old.read and new.read) and None in {force_of(one.version, one.mention) for one in (old, new)}:
        return
    before, after = (_FIRMNESS[force_of(one.version, one.mention) or one.value.force] for one in (old, new))
    if before != after:
        yield Difference("force", "stronger" if after > before else "weaker", (old.span,), (new.span,))


def _promisors(old: Wording, new: Wording) -> Iterator[Difference]:
    before, after = old.value.promisors, new.value.promisors
    if before and after and set(before) != set(after):
        yield Difference("promisor", "neutral", (), ())


def _deadlines(old: Wording, new: Wording, gone: _Values, come: _Values) -> Iterator[Difference]:
    """Compare the days by which something is due. One that is counted from another day has no day to compare.

    A day to come on which something is done is due then, where both wordings have one.
    """
    before = [one for one in gone if old.role(one) == "deadline"]
    after = [one for one in come if new.role(one) == "deadline"]
    if not before and not after and all(ahead := (old.ahead(gone), new.ahead(come))):
        before, after = ahead
    dated = [one.day for side in (before, after) for one in side[:1] if one.day is not None]
    if before and after:
        if len(dated) == 2:
            effect: Effect = "weaker" if dated[1].end > dated[0].end else "stronger"
        elif dated:
            effect = "neutral"
        else:
            effect = "weaker" if _length(after[0]) > _length(before[0]) else "stronger"
        yield _difference("deadline", effect, before[0], after[0])
    elif before and before[0].day is not None and new.value.deadline is None:
        yield _difference("deadline", "weaker", before[0], None)
    elif after and after[0].day is not None and old.value.deadline is None:
        yield _difference("deadline", "stronger", None, after[0])


def _starts(old: Wording, new: Wording, gone: _Values, come: _Values) -> Iterator[Difference]:
    """Compare the days from which something holds; that one was not said before, or is said no more, tells nothing."""
    before = [one for one in gone if one.day is not None and old.role(one) == "start"]
    after = [one for one in come if one.day is not None and new.role(one) == "start"]
    for one, other in zip(before, after, strict=False):
        if one.day is not None and other.day is not None:
            yield _difference("start", "weaker" if other.day.start > one.day.start else "stronger", one, other)


def _durations(old: Wording, new: Wording, gone: _Values, come: _Values) -> Iterator[Difference]:
    """Compare how long something lasts, or how long it may take."""
    before = [one for one in gone if one.measure == "duration" and old.role(one) != "deadline"]
    after = [one for one in come if one.measure == "duration" and new.role(one) != "deadline"]
    for one, other in zip(before, after, strict=False):
        longer = _length(other) > _length(one)
        if new.lower_is_stronger(other):
            effect: Effect = "weaker" if longer else "stronger"
        elif new.role(other) == "lasting":
            effect = "stronger" if longer else "weaker"
        else:
            effect = "neutral"
        yield _difference("duration", effect, one, other)


def _targets(old: Wording, new: Wording, gone: _Values, come: _Values) -> Iterator[Difference]:
    """Compare numbers and amounts: those of one unit with each other, and those that have no counterpart.

    A number that stands unread in the other wording is there.
    """
    before = [one for one in gone if one.measure in _TARGETS and _number(one) not in new.unread()]
    after = [one for one in come if one.measure in _TARGETS and _number(one) not in old.unread()]
    for one in before:
        other = next((other for other in after if _comparable(one, other)), None)
        if other is None:
            yield _difference("target", "weaker", one, None)
        else:
            after.remove(other)
            higher = _number(other) > _number(one)
            yield _difference("target", "stronger" if higher != new.lower_is_stronger(other) else "weaker", one, other)
    for other in after:
        yield _difference("target", "stronger", None, other)


def _rhythms(old: Wording, new: Wording, gone: _Values, come: _Values) -> Iterator[Difference]:
    """Compare how often; a rhythm that the other wording says in a word of its own ("hourly") is no difference."""
    before = [one for one in gone if one.measure == "recurrence"]
    after = [one for one in come if one.measure == "recurrence"]
    for one, other in itertools.zip_longest(before, after):
        if one is not None and other is not None:
            rarer = max(other.rates) < max(one.rates)
            yield _difference("recurrence", "weaker" if rarer else "stronger", one, other)
        elif one is not None and not _says_rhythm(new, one):
            yield _difference("recurrence", "weaker", one, None)
        elif other is not None and not _says_rhythm(old, other):
            yield _difference("recurrence", "stronger", None, other)


def _length(one: Stated) -> Decimal:
    """Return a length of time in days, none for what is no length."""
    return one.days or Decimal(0)


def _says_rhythm(wording: Wording, one: Stated) -> bool:
    return has_rhythm(wording.version.folded, wording.begin, wording.mention.end, wording.language, one)


def _without(values: _Values, others: _Values) -> list[Stated]:
    """Return the values that have no counterpart of their own among the others."""
    left = list(others)
    rest = []
    for one in values:
        same = next((other for other in left if one.same(other)), None)
        if same is None:
            rest.append(one)
        else:
            left.remove(same)
    return rest


def _comparable(one: Stated, other: Stated) -> bool:
    return one.measure == other.measure and (one.unit == other.unit or None in {one.unit, other.unit})


def _number(one: Stated) -> Decimal:
    match one.mention.value if one.mention else None:
        case Money(amount=number) | Quantity(number=number) | Percent(number=number):
            return number
        case _:
            return max(one.numbers)


def _difference(aspect: Aspect, effect: Effect, one: Stated | None, other: Stated | None) -> Difference:
    earlier, later = (() if side is None else (Span(side.start, side.end),) for side in (one, other))
    return Difference(aspect, effect, earlier, later)
