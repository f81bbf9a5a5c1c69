"""Commitments that are not in all versions, or not as firm, or not by the same promisors or deadline."""

import itertools
from collections.abc import Iterator, Sequence

from servanda.reading.mention import ActorValue, Commitment, Mention
from servanda.reconciling.alignment import align
from servanda.reconciling.days import same_day
from servanda.reconciling.differing_force import commitments, force_of, futures, permissions, wording_gaps
from servanda.reconciling.rows import Gap, Laid, Said, Slot, lay_out, pairs, said
from servanda.reconciling.versions import Segment, Version

_TIMES: frozenset[Slot] = frozenset({"date", "duration", "number"})
_SHORTER = 0.5  # of a sentence by which a block is shorter without it
_WITHOUT_CLAUSE = 0.7  # of the same sentence in other languages is left of one that has lost a clause
_CLAUSE = 30  # characters of a clause at least
_SUBSTANTIAL = 60  # characters of a paragraph that is missed where it is left out


def missing_blocks(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield a block that some versions leave out: an item of a list, or a paragraph that says something."""
    if len(row.present) == len(versions) or not any(
        _says_something(versions[number], segment) for number in row.present for segment in row.segments[number]
    ):
        return
    yield Gap("item", None, tuple(tuple(_whole(version, one) for one in own) for version, own in pairs(versions, row)))


def missing_commitments(versions: Sequence[Version], row: Laid, block: Laid) -> Iterator[Gap]:
    """Yield the sentence of a block that undertakes something and that one of the versions leaves out.

    What others will or may do counts where all that have the sentence say so ("Trade unions will be consulted").
    Where the version without it is not shorter than the others, or puts as much in the future, it says the same in
    other sentences.
    """
    without = _lacking(versions, block, [number for number in block.present if not row.segments[number]], row.present)
    if not without:
        return
    undertaken = [tuple(map(said, commitments(version, own))) for version, own in pairs(versions, row)]
    if not any(undertaken) and all(
        futures(versions[number], row.segments[number]) or permissions(versions[number], row.segments[number])
        for number in row.present
    ):
        undertaken = [tuple(_whole(version, one) for one in own) for version, own in pairs(versions, row)]
    if not any(undertaken):
        return
    added = min(_size(row, number) for number in row.present)
    shorter = min(_size(block, number) for number in row.present) - max(_size(block, number) for number in without)
    if shorter > added * _SHORTER:
        yield Gap("item", None, tuple(undertaken))


def _lacking(versions: Sequence[Version], block: Laid, without: Sequence[int], others: Sequence[int]) -> list[int]:
    """Return the versions that put less in the future in their block than others: the rest cut sentences otherwise."""
    heads = [len(futures(version, own)) for version, own in pairs(versions, block)]
    most = max(heads[number] for number in others)
    return [number for number in without if heads[number] < most or not most]


def missing_clauses(versions: Sequence[Version], row: Laid, block: Laid) -> Iterator[Gap]:
    """Yield the sentence that promises or permits less in one version, and is much shorter there than in all others."""
    heads = [len({*futures(version, own), *permissions(version, own)}) for version, own in pairs(versions, row)]
    for without in row.present:
        others = [number for number in row.present if number != without]
        if len({heads[number] for number in others}) != 1 or heads[others[0]] <= heads[without]:
            continue
        if not _lacking(versions, block, [without], others):
            continue
        whole_size, left = min(_size(row, number) for number in others), _size(row, without)
        if left < whole_size * _WITHOUT_CLAUSE and whole_size - left > _CLAUSE:
            whole = [tuple(_whole(version, one) for one in own) for version, own in pairs(versions, row)]
            yield Gap("item", None, tuple(() if number == without else own for number, own in enumerate(whole)))


def _size(row: Laid, number: int) -> float:
    return sum(segment.size for segment in row.segments[number])


def undertaking_gaps(versions: Sequence[Version], row: Laid, slots: frozenset[Slot]) -> Iterator[Gap]:
    """Yield the commitments of aligned sentences that are not as firm in all versions, or not of the same promisors.

    ``slots`` are those of the gaps that are known: a promisor or a deadline that differs with them is not told twice.
    """
    told = False
    spoken_on_one_day = len({version.document.date for version in versions}) == 1
    for laid in _rows_of_commitments(versions, row):
        mentions = [list(commitments(version, own)) for version, own in pairs(versions, laid)]
        if any(len(own) > 1 for own in mentions):
            continue
        words = tuple(tuple(map(said, own)) for own in mentions)
        values = [own[0].value for own in mentions if own]
        read = [value for value in values if isinstance(value, Commitment)]
        forces = {force_of(version, own[0]) for version, own in zip(versions, mentions, strict=True) if own} - {None}
        if len(forces) > 1:
            told = True
            yield Gap("force", None, words)
        both = list(itertools.combinations(read, 2))
        promisors = [_named_promisors(version, own) for version, own in zip(versions, mentions, strict=True) if own]
        if "actor" not in slots and any(
            one and other and one.isdisjoint(other) for one, other in itertools.combinations(promisors, 2)
        ):
            yield Gap("actor", None, words)
        times = slots.isdisjoint(_TIMES) and spoken_on_one_day and not _all_dated(versions, row)
        if times and any(_at_other_times(*pair) for pair in both):
            yield Gap("date", "date", words)
    if not told:
        yield from wording_gaps(versions, row)


def _rows_of_commitments(versions: Sequence[Version], row: Laid) -> list[Laid]:
    segments = [
        [
            version.segment(segment.block, mention.start, mention.end)
            for segment in own
            for mention in commitments(version, [segment])
        ]
        for version, own in pairs(versions, row)
    ]
    return lay_out(versions, segments, align(segments))


def _all_dated(versions: Sequence[Version], row: Laid) -> bool:
    """Whether all versions state times in digits: then those that differ are known, and readers took other ones."""
    return all(
        any(one.day is not None or one.days is not None for one in versions[number].stated(*row.places[number]))
        for number in row.present
    )


def _at_other_times(one: Commitment, other: Commitment) -> bool:
    return one.deadline is not None and other.deadline is not None and not same_day(one.deadline, other.deadline)


def _named_promisors(version: Version, own: Sequence[Mention]) -> frozenset[str]:
    """Return the promisors of commitments that their block names up to there; those that were inferred say nothing."""
    named: set[str] = set()
    for mention in own:
        start = next(block.start for block in version.document.blocks if mention.start < block.end)
        actors = (one.value for one in version.within(start, mention.end) if isinstance(one.value, ActorValue))
        if isinstance(mention.value, Commitment):
            named.update({actor.id for actor in actors if actor.id} & set(mention.value.promisors))
    return frozenset(named)


def _whole(version: Version, segment: Segment) -> Said:
    first = next(commitments(version, [segment]), None)
    return Said(segment.start, segment.end, first.id if first else None)


def _says_something(version: Version, segment: Segment) -> bool:
    if any(segment.start <= one.start < segment.end for one in version.reading.excluded if one.reason == "boilerplate"):
        return False
    if segment.kind in {"title", "heading"}:
        return False
    return (
        segment.kind in {"list_item", "table_cell"}
        or segment.size >= _SUBSTANTIAL
        or next(commitments(version, [segment]), None) is not None
    )
