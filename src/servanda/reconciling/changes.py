"""An earlier and a later text in one language in; what the later one made of each commitment out."""

import math
from collections.abc import Iterable, Sequence

from servanda.reading.mention import Reading
from servanda.reconciling.alignment import align
from servanda.reconciling.change_finding import Change, ChangeDetail, ChangeKind, Difference
from servanda.reconciling.changed_aspects import differences
from servanda.reconciling.differing_force import commitments
from servanda.reconciling.finding import Ref
from servanda.reconciling.undertaken import Undertaken, undertaken
from servanda.reconciling.versions import Version
from servanda.reconciling.weights import Weights
from servanda.reconciling.wording import Wording
from servanda.text.document import Document
from servanda.text.words import normalise, words

_Pair = tuple[Document, Reading]

_ALIKE = 0.42  # of two commitments that are the same in other words
_SAID = 0.25  # of what they undertake, whoever does
_TURNED = 0.6  # of one that is the other turned round
_BY_SUBJECT = 0.3
_BY_PLACE = 0.05


def changes(old: _Pair, new: _Pair) -> list[Change]:
    """Return what the later text made of the commitments of the earlier one, in the order of the texts.

    Each commitment of either text is in one change: ``kept``, ``reworded``, ``strengthened`` or ``weakened`` with its
    counterpart, else ``dropped`` or ``new``. A new one comes before the counterpart of what follows it. A sentence that
    only puts something in the future is in a change where it has a counterpart.
    """
    before, after = undertaken(Version(*old)), undertaken(Version(*new))
    counterparts = _matched(before, after)
    taken = {later: earlier for earlier, later in counterparts.items()}
    ordered: list[tuple[tuple[int, int, int], Change]] = []
    for index, one in enumerate(before):
        later = counterparts.get(index)
        if later is None and not one.wording.read:
            continue
        ordered.append(((index, 1, 0), _change(one.wording, after[later].wording if later is not None else None)))
    ahead = len(before)
    for index in reversed(range(len(after))):
        ahead = taken.get(index, ahead)
        if index not in taken and after[index].wording.read:
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


def _matched(before: Sequence[Undertaken], after: Sequence[Undertaken]) -> dict[int, int]:
    """Return the counterpart of each commitment that has one, by index: the most alike first, one to one."""
    weights = Weights([[one.clause for one in side] for side in (before, after)])
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


def _likeness(one: Undertaken, other: Undertaken, weights: Weights) -> float:
    """Return how alike two commitments are: in what they undertake and who does, or turned round, in all they say."""
    said = weights.likeness(one.said, other.said)
    turned = math.sqrt(weights.told(one.said, other.clause) * weights.told(other.said, one.clause))
    if turned < _SAID:
        return 0.0
    if one.subject and other.subject:
        said += _BY_SUBJECT * (weights.likeness(one.subject, other.subject) - said)
    return max(said, turned if turned >= _TURNED else 0.0) + _BY_PLACE * (1 - abs(one.place - other.place))


def _change(old: Wording | None, new: Wording | None) -> Change:
    found = differences(old, new) if old and new else ()
    sides = [one for one in (old, new) if one is not None]
    detail = ChangeDetail(
        change=_kind(old, new, found),
        earlier=old.span if old else None,
        later=new.span if new else None,
        differences=found,
    )
    refs = tuple(Ref(one.version.document.name, one.mention.id) for one in sides if one.read)
    return Change("commitment", refs, detail)


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
