"""Readings in, findings out: what documents agree on, where they differ, and what adds up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from servanda.reading.mention import Reading
from servanda.reconciling.bundle import settled
from servanda.reconciling.differences import differences
from servanda.reconciling.figure import Figure
from servanda.reconciling.finding import (
    Addition,
    AnyFinding,
    Conflict,
    ConflictDetail,
    Corroboration,
    CorroborationDetail,
    Position,
    Ref,
    Shared,
    Sum,
    SumDetail,
)
from servanda.reconciling.gathering import Gathered, gather
from servanda.reconciling.measured import interval
from servanda.reconciling.slots import Group, groups
from servanda.reconciling.sources import Sources
from servanda.reconciling.sums import CONFIRMING, Found, sums
from servanda.text.document import Document

_SLOT_TERMS = 6
_INDEPENDENT = 2  # sources that make a corroboration


def findings(readings: Iterable[tuple[Document, Reading]]) -> list[AnyFinding]:
    """Return what the readings show together, in one order whatever the order of the readings.

    Corroborations come first, then conflicts, then sums. Documents are let go of one by one: they may be a stream.
    A document that comes twice, by name and content, counts once.
    """
    gathered = {one.document.key: one for one in (gather(document, reading) for document, reading in readings)}
    ordered = settled([gathered[key] for key in sorted(gathered)])
    sources = Sources(ordered)
    found = groups((figure for one in ordered for figure in one.figures), sources)
    return [
        *sorted(_corroborations(found, sources), key=_order),
        *sorted(_conflicts(found, sources), key=_order),
        *sorted(_sums(ordered), key=_order),
    ]


def _order(finding: AnyFinding) -> tuple[object, ...]:
    return (finding.mentions, finding.slot)


def _corroborations(found: Iterable[Group], sources: Sources) -> Iterator[Corroboration]:
    for group in found:
        count, counted_once = sources.count(group.figures)
        if count < _INDEPENDENT:
            continue
        common = _common(group.figures)
        detail = CorroborationDetail(
            rule="overlapping_values",
            unit=_unit(group),
            value=interval(group.first.value.kind, group.low, group.high),
            shared=_shared(common),
            sources=count,
            counted_once=counted_once,
        )
        yield Corroboration(_slot(group.first, common), _refs(group.figures), detail)


def _conflicts(found: Sequence[Group], sources: Sources) -> Iterator[Conflict]:
    for sides, rule in differences(found):
        figures = [figure for group in sides for figure in group.figures]
        common = _common([group.first for group in sides])
        count, counted_once = sources.count(figures)
        detail = ConflictDetail(
            rule=rule,
            positions=tuple(_position(group, sources) for group in sorted(sides, key=lambda group: group.low)),
            shared=_shared(common),
            sources=count,
            counted_once=counted_once,
        )
        yield Conflict(_slot(sides[0].first, common), _refs(figures), detail)


def _position(group: Group, sources: Sources) -> Position:
    value = interval(group.first.value.kind, group.low, group.high)
    return Position(value, _unit(group), _refs(group.figures), sources.count(group.figures)[0])


def _sums(gathered: Sequence[Gathered]) -> Iterator[Sum]:
    """Yield each sum once, with every place where it stands."""
    same: dict[tuple[object, ...], list[Found]] = defaultdict(list)
    for found in sums(gathered):
        value = found.total.value
        parts = tuple(sorted((part.value.amount for part in found.parts), reverse=True))
        same[value.kind, value.unit, value.period, value.amount, parts].append(found)
    for places in same.values():
        first = min(places, key=lambda found: (-len(found.total.beside.terms), found.total.key))
        figures = [figure for found in places for figure in (found.total, *found.parts)]
        additions = {Addition(found.total.ref, _refs(found.parts), found.rule) for found in places}
        detail = SumDetail(
            rule="exact_sum" if first.equal else "unequal_sum",
            status="confirmed" if any(found.rule in CONFIRMING for found in places) else "possible",
            unit=first.total.value.written,
            total=first.total.value.amount,
            parts=tuple(sorted((part.value.amount for part in first.parts), reverse=True)),
            shared=_shared(_common(figures)),
            places=tuple(sorted(additions, key=lambda addition: (addition.total, addition.parts))),
        )
        yield Sum(_slot(first.total, first.total.beside.shown), _refs(figures), detail)


def _unit(group: Group) -> str | None:
    """Return the unit of a group for people: the currency that any of its figures has, or the noun of the first."""
    return group.unit if group.first.value.kind == "money" else group.first.value.written


def _refs(figures: Iterable[Figure]) -> tuple[Ref, ...]:
    """Return the mentions by document and in the order of its text, each once."""
    return tuple(dict.fromkeys(figure.ref for figure in sorted(figures, key=lambda figure: figure.key)))


def _common(figures: Sequence[Figure]) -> dict[str, str]:
    """Return the terms that stand beside two figures or more, those beside most first, each as it is shown."""
    counted = Counter(term for figure in figures for term in figure.beside.terms)
    shown: dict[str, str] = {}
    for figure in figures:
        shown = {**figure.beside.shown, **shown}
    terms = sorted((term for term, count in counted.items() if count > 1), key=lambda term: (-counted[term], term))
    return {term: shown[term] for term in terms}


def _shared(common: dict[str, str]) -> Shared:
    return Shared(
        actors=tuple(term[1:] for term in common if term[0] == "@"),
        words=tuple(dict.fromkeys(word for term, word in common.items() if term[0] != "@")),
    )


def _slot(figure: Figure, common: dict[str, str]) -> str:
    """Return a slot in a few words.

    The kind and unit, then what most figures share, actors first: "money CAD: International Labour Organization,
    migrants, training".
    """
    value = figure.value
    measured = " ".join(filter(None, (value.kind, value.written, value.period)))
    words = dict.fromkeys(common[term] for term in sorted(common, key=lambda term: term[0] != "@"))
    return ": ".join(filter(None, (measured, ", ".join(list(words)[:_SLOT_TERMS]))))
