"""Find amounts and counts that add up exactly to another one (CODEBOOK M5: a stated total is checked, not added).

Near each other: ``total_word`` where a word beside the total says so, with parts up to three sentences away;
``breakdown`` where "including", "of which" or a colon leads from the total to parts in the same sentence or in the list
below; ``nearby_amounts`` where the total stands right before or after a run of parts and nothing says so. Apart, in one
document or two: ``same_words``, where the total and each of a run of parts share words. The first two are confirmed,
the others possible, unless the same sum is confirmed somewhere. Where a colon leads to all the parts and they do not
add up, that is found too.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from servanda.reconciling.adding import MOST_PARTS, adding_up
from servanda.reconciling.figure import DocumentKey, Figure
from servanda.reconciling.finding import SumRule
from servanda.reconciling.gathering import Gathered
from servanda.reconciling.likeness import shared
from servanda.reconciling.measured import digits

CONFIRMING: frozenset[SumRule] = frozenset({"total_word", "breakdown"})

_REACH = 3  # sentences between a total and its parts
_NEAR = 1  # sentences, or paragraphs, from one part to the next of a run
_WINDOW = 40  # figures looked at before and after a total
_LONGEST_RUN = 6
_FEWEST_PARTS = 2
_NEARLY = Decimal("0.1")  # of a total may be missing where one of the numbers is wrong
_SMALL_COUNT = 100  # below, counts add up by chance: a word has to say that they do
_WITH_EACH = 2  # terms that a total shares with each of its parts
_WITH_ALL = 0.5  # of its terms, that it shares with all of them together

Line = tuple[str, str | None]  # kind and period: what may be added


class Found(NamedTuple):
    """One total with its parts, where they stand, and how they were found."""

    total: Figure
    parts: tuple[Figure, ...]
    rule: SumRule
    equal: bool = True


def sums(gathered: Sequence[Gathered]) -> list[Found]:
    """Return every total that was found with its parts; in one document a total is explained once, the nearest way."""
    lines = [line for one in gathered for line in _lines(one.figures)]
    rough = {
        (figure.document.key, at)
        for one in gathered
        for figure in one.figures
        if not figure.value.exact
        for at in (f"sentence {figure.place.sentence}", f"list {figure.place.lead_in}")
    }
    found = []
    for line in lines:
        for place, total in enumerate(line):
            before, after = line[max(0, place - _WINDOW) : place], line[place + 1 : place + 1 + _WINDOW]
            if near := _said(total, before, after) or _nearby(total, before, after) or _unequal(total, after, rough):
                found.append(near)
    explained = {(near.total.document.key, near.total.value) for near in found}
    left = [
        total
        for line in lines
        for total in line
        if _notable(total) and (total.document.key, total.value) not in explained
    ]
    return found + list(_apart(left, lines))


def _lines(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Return the figures of a document that may be added to each other, in the order of the text."""
    by_line: dict[Line, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value.kind in {"money", "quantity"} and figure.value.amount > 0 and figure.value.exact:
            by_line[figure.value.kind, figure.value.period].append(figure)
    return [sorted(line, key=lambda figure: figure.place.start) for line in by_line.values()]


def _said(total: Figure, before: Sequence[Figure], after: Sequence[Figure]) -> Found | None:
    """Find the parts of an amount beside which words say that it has parts."""
    if total.place.breakdown and (parts := _adding(total, [part for part in after if _below(total, part)])):
        return Found(total, parts, "breakdown")
    if total.place.total and (parts := _adding(total, [part for part in (*before, *after) if _around(total, part)])):
        return Found(total, parts, "total_word")
    return None


def _unequal(total: Figure, after: Sequence[Figure], rough: set[tuple[DocumentKey, str]]) -> Found | None:
    """Find the parts of an amount that a text tells all, and that nearly add up to it: one of the numbers is wrong."""
    key = total.document.key
    if (
        not total.place.complete
        or {(key, f"sentence {total.place.sentence}"), (key, f"list {total.place.block}")} & rough
    ):
        return None
    parts = tuple(part for part in after if _inside(total, part))
    if len(parts) < _FEWEST_PARTS or not all(_same_unit(total, part) for part in parts):
        return None
    wrong = abs(_sum(parts) - total.value.amount)
    near = 0 < wrong <= _NEARLY * total.value.amount and max(part.value.amount for part in parts) < total.value.amount
    return Found(total, parts, "breakdown", equal=False) if near else None


def _inside(total: Figure, part: Figure) -> bool:
    """Whether a figure stands in the sentence of the total, or in the list that this leads in."""
    return part.place.sentence == total.place.sentence or part.place.lead_in == total.place.block


def _below(total: Figure, part: Figure) -> bool:
    """Whether a part stands after the total in its sentence, or in the list that the total leads in.

    What is broken down may be counted by other nouns ("42 projects: 30 schools and 12 clinics"), not in other money.
    """
    return _inside(total, part) and (total.value.kind == "quantity" or part.value.unit == total.value.unit)


def _around(total: Figure, part: Figure) -> bool:
    near = abs(part.place.sentence - total.place.sentence) <= _REACH or part.place.lead_in == total.place.block
    return near and _same_unit(total, part)


def _same_unit(total: Figure, part: Figure) -> bool:
    """Whether two figures count in one unit, as far as is known.

    A currency that the text leaves open may be that of the others; a bare number takes the unit of its sentence ("13
    matches, seven in ...").
    """
    if part.value.unit == total.value.unit or (
        total.value.kind == "money" and None in {total.value.unit, part.value.unit}
    ):
        return True
    return part.value.unit is None and 0 <= part.place.sentence - total.place.sentence <= _NEAR


def _adding(total: Figure, candidates: list[Figure]) -> tuple[Figure, ...]:
    """Return the figures that add up to the total, those that stand together where there is a choice."""
    smaller = [part for part in candidates if part.value.amount < total.value.amount]
    smaller.sort(key=lambda part: abs(part.place.sentence - total.place.sentence))
    looked_at = sorted(smaller[:MOST_PARTS], key=lambda part: part.place.start)
    choices = adding_up([part.value.amount for part in looked_at], total.value.amount)
    best = min(choices, key=lambda choice: (choice[-1] - choice[0] - len(choice), choice), default=())
    return tuple(looked_at[place] for place in best)


def _notable(total: Figure) -> bool:
    """Whether hardly any other figures would add up to this one by chance."""
    value = total.value
    return value.unit is not None and digits(value) > 1 and (value.kind == "money" or value.amount >= _SMALL_COUNT)


def _nearby(total: Figure, before: Sequence[Figure], after: Sequence[Figure]) -> Found | None:
    """Find the parts of a total in the run right before or right after it."""
    for run in (before[::-1], after):
        parts: list[Figure] = []
        for part in run:
            if part.value.amount == total.value.amount:
                continue  # the same total again, in a headline
            if not _close((parts or [total])[-1], part) or not _same_unit(total, part):
                break
            parts.append(part)
            if len(parts) > 1 and _sum(parts) == total.value.amount:
                parts.sort(key=lambda part: part.place.start)
                if run is after and parts[0].place.part:
                    return Found(total, tuple(parts), "breakdown")
                notable = _notable(total) and (_together(parts) or digits(total.value) > 2)
                return Found(total, tuple(parts), "nearby_amounts") if notable else None
            if len(parts) == _LONGEST_RUN:
                break
    return None


def _together(parts: Sequence[Figure]) -> bool:
    """Whether parts stand in one sentence, or one list."""
    lists = {part.place.lead_in for part in parts}
    return len({part.place.sentence for part in parts}) == 1 or (len(lists) == 1 and None not in lists)


def _apart(totals: Iterable[Figure], lines: Iterable[Sequence[Figure]]) -> Iterator[Found]:
    """Find for totals that stand alone a run of parts elsewhere that speaks of the same, in their document first."""
    runs: dict[tuple[str, str | None, str | None, Decimal], list[tuple[Figure, ...]]] = defaultdict(list)
    for line in lines:
        for run in _runs(line):
            value = run[0].value
            runs[value.kind, value.unit, value.period, _sum(run)].append(run)
    for total in totals:
        value = total.value
        fitting = [
            run
            for run in runs.get((value.kind, value.unit, value.period, value.amount), ())
            if _speak_of_one(total, run)
        ]
        best = min(fitting, key=lambda run: (run[0].document is not total.document, run[0].key, len(run)), default=None)
        if best is not None:
            yield Found(total, best, "same_words")


def _runs(line: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Yield the runs of two to six figures of one unit that follow each other closely."""
    for start, first in enumerate(line):
        end = start + 1
        while end < min(len(line), start + _LONGEST_RUN):
            previous, following = line[end - 1], line[end]
            if following.value.unit != first.value.unit or not _close(previous, following):
                break
            end += 1
            yield tuple(line[start:end])


def _close(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one sentence, the next one or the next paragraph or list item."""
    return abs(one.place.sentence - other.place.sentence) <= _NEAR or abs(one.place.block - other.place.block) <= _NEAR


def _sum(parts: Iterable[Figure]) -> Decimal:
    return sum((part.value.amount for part in parts), Decimal(0))


def _speak_of_one(total: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether a total shares words with each of its parts; in another document, most of its words with all of them."""
    common = [shared(total, part) for part in parts]
    together = set(itertools.chain.from_iterable(common))
    most = parts[0].document is total.document or len(together) >= _WITH_ALL * len(total.beside.terms)
    return most and all(len(terms) >= _WITH_EACH for terms in common)
