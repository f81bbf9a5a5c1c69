"""An earlier and a later text in one language in; what the later one made of each commitment out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from servanda.reading.mention import Commitment, Reading
from servanda.reconciling.alignment import align
from servanda.reconciling.change_finding import Change, ChangeDetail, ChangeKind, Difference
from servanda.reconciling.changed_aspects import differences
from servanda.reconciling.differing_force import commitments
from servanda.reconciling.finding import Ref
from servanda.reconciling.versions import Version
from servanda.reconciling.weights import Weights
from servanda.reconciling.wording import Wording
from servanda.text.document import Document
from servanda.text.words import normalise, words

_Pair = tuple[Document, Reading]

_ALIKE = 0.42  # of two commitments that are the same in other words
_BY_SUBJECT = 0.3
_BY_PLACE = 0.05


class _Undertaken(NamedTuple):
    """A commitment of a text: its wording, what it says and who is to do it, and its place from 0 to 1."""

    wording: Wording
    said: frozenset[str]
    subject: frozenset[str]
    place: float


def changes(old: _Pair, new: _Pair) -> list[Change]:
    """Return what the later text made of the commitments of the earlier one, in the order of the texts.

    Each commitment of either text is in one change: ``kept``, ``reworded``, ``strengthened`` or ``weakened`` with its
    counterpart, else ``dropped`` or ``new``. A new one comes before the counterpart of what follows it.
    """
    before, after = _undertaken(Version(*old)), _undertaken(Version(*new))
    counterparts = _matched(before, after)
    taken = {later: earlier for earlier, later in counterparts.items()}
    ordered: list[tuple[tuple[int, int, int], Change]] = []
    for index, one in enumerate(before):
        later = counterparts.get(index)
        ordered.append(((index, 1, 0), _change(one.wording, after[later].wording if later is not None else None)))
    ahead = len(before)
    for index in reversed(range(len(after))):
        ahead = taken.get(index, ahead)
        if index not in taken:
            ordered.append(((ahead, 0, index), _change(None, after[index].wording)))
    return [change for _, change in sorted(ordered, key=lambda pair: pair[0])]


def paragraph_changes(old: _Pair, new: _Pair) -> dict[ChangeKind, int]:
    """Count the paragraphs without commitments that were kept word for word, reworded, dropped, or are new."""
    versions = Version(*old), Version(*new)
    counts: dict[ChangeKind, int] = {"kept": 0, "reworded": 0, "dropped": 0, "new": 0}
    for row in align([version.blocks for version in versions]):
        earlier, later = (
            [version.blocks[index] for index in indices] for version, indices in zip(versions, row, strict=True)
        )
        if any(
            True for version, own in zip(versions, (earlier, later), strict=True) for _ in commitments(version, own)
        ):
            continue
        if not earlier or not later:
            counts["dropped" if earlier else "new"] += len(earlier or later)
        else:
            said = [
                _words(version, [(one.start, one.end) for one in own])
                for version, own in zip(versions, (earlier, later), strict=True)
            ]
            counts["kept" if said[0] == said[1] else "reworded"] += 1
    return counts


def _undertaken(version: Version) -> list[_Undertaken]:
    found = []
    for block in version.blocks:
        for sentence in version.sentences(block):
            begin = sentence.start
            for mention in commitments(version, [sentence]):
                if isinstance(mention.value, Commitment):
                    said = _terms(version, block.block, mention.start, mention.end)
                    subject = _terms(version, block.block, begin, mention.start)
                    place = mention.start / max(1, len(version.document.text))
                    found.append(_Undertaken(Wording(version, mention, mention.value), said, subject, place))
                    begin = mention.end
    return found


def _terms(version: Version, block: int, start: int, end: int) -> frozenset[str]:
    """Return what a passage shares with its counterpart; its force, which may change, is no part of it."""
    return frozenset(term for term in version.segment(block, start, end).terms if term[0] != "!")


def _matched(before: Sequence[_Undertaken], after: Sequence[_Undertaken]) -> dict[int, int]:
    """Return the counterpart of each commitment that has one, by index: the most alike first, one to one."""
    weights = Weights([[one.said | one.subject for one in side] for side in (before, after)])
    pairs = [
        (alike, earlier, later)
        for earlier, one in enumerate(before)
        for later, other in enumerate(after)
        if (alike := _likeness(one, other, weights)) >= _ALIKE
    ]
    matched: dict[int, int] = {}
    taken = set[int]()
    for _, earlier, later in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if earlier not in matched and later not in taken:
            matched[earlier] = later
            taken.add(later)
    return matched


def _likeness(one: _Undertaken, other: _Undertaken, weights: Weights) -> float:
    said = weights.likeness(one.said, other.said)
    if one.subject and other.subject and said:
        said += _BY_SUBJECT * (weights.likeness(one.subject, other.subject) - said)
    return said + _BY_PLACE * (1 - abs(one.place - other.place)) if said else 0.0


def _change(old: Wording | None, new: Wording | None) -> Change:
    found = differences(old, new) if old and new else ()
    sides = [one for one in (old, new) if one is not None]
    detail = ChangeDetail(
        change=_kind(old, new, found),
        earlier=old.span if old else None,
        later=new.span if new else None,
        differences=found,
    )
    return Change("commitment", tuple(Ref(one.version.document.name, one.mention.id) for one in sides), detail)


def _kind(old: Wording | None, new: Wording | None, found: Sequence[Difference]) -> ChangeKind:
    if old is None or new is None:
        return "new" if old is None else "dropped"
    effects = {one.effect for one in found}
    if "stronger" in effects and "weaker" not in effects:
        return "strengthened"
    if "weaker" in effects and "stronger" not in effects:
        return "weakened"
    before, after = (_words(one.version, [(one.mention.start, one.mention.end)]) for one in (old, new))
    return "kept" if not effects and before == after else "reworded"


def _words(version: Version, spans: Iterable[tuple[int, int]]) -> list[str]:
    text = version.document.text
    return [normalise(text[first:last]) for start, end in spans for first, last in words(text, start, end)]
