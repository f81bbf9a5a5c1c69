"""Lay versions of one text side by side: dynamic programming over lengths, shared words and numbers, and kinds.

After Gale and Church (1993), who align by length alone: here what two pieces share (cognates, names, numbers, days,
actors), weighed by how rare it is in the texts, counts for more. A piece stands beside one of the other version, beside
two of them, two beside one, or alone. A third version is aligned with the first two as they stand together.
"""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from servanda.reconciling.versions import Segment
from servanda.reconciling.weights import Weights

Row = tuple[tuple[int, ...], ...]
_Step = tuple[int, int]  # how many rows, and how many pieces beside them

_UNLIKE = 0.55  # two pieces that are worth less beside each other stand alone
_JOINED = 0.1  # taken where two stand beside one
_BY_LENGTH, _BY_KIND, _BY_BREVITY = 0.35, 0.15, 0.2
_BRIEF = 60  # characters of a piece that has little to share, like most headings
_SLACK = 20  # characters by which the lengths of any two pieces may differ
_FACING = 0.5  # of the length of the other has a piece at least that says the same in words of its own
_BAND = 40  # pieces by which two texts may run apart, besides the difference of their numbers
_STEPS: tuple[_Step, ...] = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))


class _Piece(NamedTuple):
    """A segment, or two joined; ``weight`` is that of all its terms."""

    kind: str
    size: float
    terms: frozenset[str]
    weight: float


class _Column(NamedTuple):
    """A row in the making: for each version so far its indices, and its piece where it has any."""

    indices: Row
    pieces: tuple[_Piece | None, ...]


def align(versions: Sequence[Sequence[Segment]], *, translated: bool = False) -> list[Row]:
    """Return rows of indices: for each version those of its segments that stand in the row, none, one or more.

    Every segment stands in exactly one row, and the segments of a version keep their order. Where the versions are
    ``translated``, what stands alone in opposite versions face to face says the same in other words, and the entries
    of a list may stand in another order.
    """
    weights = Weights([[segment.terms for segment in segments] for segments in versions])
    columns: list[_Column] = []
    for number, segments in enumerate(versions):
        pieces = [_Piece(one.kind, one.size, one.terms, weights.of(one.terms)) for one in segments]
        columns = _extended(columns, pieces, number, weights)
    if translated:
        columns = _facing(_as_sets(columns, weights), weights)
    return [column.indices for column in columns]


def _as_sets(columns: list[_Column], weights: Weights) -> list[_Column]:
    """Lay the entries of each list beside those that are most like them: languages put names in their own order."""
    laid: list[_Column] = []
    for entries, run in itertools.groupby(columns, key=_is_entry):
        listed = list(run)
        if entries and 1 < len(listed) <= _BAND and all(len(one) < 2 for row in listed for one in row.indices):
            matched = _matched(listed, weights)
            if _likeness(matched, weights) > _likeness(listed, weights) + _UNLIKE:
                listed = matched
        laid += listed
    return laid


def _matched(columns: list[_Column], weights: Weights) -> list[_Column]:
    """Lay the entries of a list beside each other anew, the most alike first, in the order of the first version."""
    matched: list[_Column] = []
    for number in range(len(columns[0].indices)):
        own = [_only(column, number) for column in columns if column.indices[number]]
        pairs = [
            (_likeness([_join_columns(row, one, weights)], weights), at, which)
            for at, row in enumerate(matched)
            for which, one in enumerate(own)
        ]
        rows, entries = set[int](), set[int]()
        for alike, at, which in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
            if alike > _UNLIKE and at not in rows and which not in entries:
                rows.add(at)
                entries.add(which)
                matched[at] = _join_columns(matched[at], own[which], weights)
        matched += [one for which, one in enumerate(own) if which not in entries]
    return matched


def _only(column: _Column, number: int) -> _Column:
    """Return what one version has in a row."""
    return _Column(
        tuple(one if at == number else () for at, one in enumerate(column.indices)),
        tuple(piece if at == number else None for at, piece in enumerate(column.pieces)),
    )


def _likeness(columns: Sequence[_Column], weights: Weights) -> float:
    """Return how alike the pieces of rows are, two by two."""
    present = ([piece for piece in column.pieces if piece is not None] for column in columns)
    return sum(_alike(*pair, weights) for pieces in present for pair in itertools.combinations(pieces, 2))


def _is_entry(column: _Column) -> bool:
    return all(piece is None or piece.kind == "list_item" for piece in column.pieces)


def _facing(columns: list[_Column], weights: Weights) -> list[_Column]:
    """Join neighbours that stand alone in opposite versions and are about as long: one says the other in its words."""
    joined: list[_Column] = []
    for column in columns:
        before = joined[-1] if joined else None
        if before is not None and _face(before, column):
            joined[-1] = _join_columns(before, column, weights)
        else:
            joined.append(column)
    return joined


def _face(one: _Column, other: _Column) -> bool:
    if any(mine and theirs for mine, theirs in zip(one.indices, other.indices, strict=True)):
        return False
    mine, theirs = ([piece.size for piece in column.pieces if piece is not None] for column in (one, other))
    return min(*mine, *theirs) > _FACING * max(*mine, *theirs)


def _extended(columns: list[_Column], pieces: list[_Piece], number: int, weights: Weights) -> list[_Column]:
    """Lay the pieces of version ``number`` beside the rows of those before it."""
    paired = [_join_columns(*pair, weights) for pair in itertools.pairwise(columns)]
    joined = [_join(*pair, weights) for pair in itertools.pairwise(pieces)]
    empty = _Column(((),) * number, (None,) * number)
    rows: list[_Column] = []
    row = piece = 0
    for across, down in _path([columns, paired], [pieces, joined], weights):
        before = (empty, *columns[row : row + 1], *paired[row : row + 1])[across]
        beside = (None, *pieces[piece : piece + 1], *joined[piece : piece + 1])[down]
        indices = tuple(range(piece, piece + down))
        rows.append(_Column((*before.indices, indices), (*before.pieces, beside)))
        row, piece = row + across, piece + down
    return rows


def _path(columns: Sequence[list[_Column]], pieces: Sequence[list[_Piece]], weights: Weights) -> list[_Step]:
    """Return the steps that are worth most together, from the first row and piece to the last.

    ``columns`` and ``pieces`` are each given one by one and, at the same index, joined with the next.
    """
    height, width = len(columns[0]), len(pieces[0])
    reach = _BAND + abs(height - width)
    best: dict[_Step, tuple[float, _Step]] = {(0, 0): (0.0, (0, 0))}
    for row in range(height + 1):
        middle = row * width // max(height, 1)
        for piece in range(
            max(0, middle - reach) if height else 0, min(width, middle + reach) + 1 if height else width + 1
        ):
            reached = [
                (best[before][0] + _worth(columns, pieces, before, step, weights), step)
                for step in _STEPS
                if (before := (row - step[0], piece - step[1])) in best
            ]
            if reached:
                best[row, piece] = max(reached, key=lambda pair: pair[0])
    steps: list[_Step] = []
    row, piece = height, width
    while row or piece:
        step = best[row, piece][1]
        steps.append(step)
        row, piece = row - step[0], piece - step[1]
    return steps[::-1]


def _worth(
    columns: Sequence[list[_Column]], pieces: Sequence[list[_Piece]], at: _Step, step: _Step, weights: Weights
) -> float:
    """Return what a step from a row and a piece is worth; 0 where one stands alone."""
    across, down = step
    if not across or not down:
        return 0.0
    column, piece = columns[across - 1][at[0]], pieces[down - 1][at[1]]
    alike = max(_alike(beside, piece, weights) for beside in column.pieces if beside is not None)
    return alike - _UNLIKE - _JOINED * (across + down - 2)


def _alike(one: _Piece, other: _Piece, weights: Weights) -> float:
    """Return how alike two pieces are, from 0 to about 1.5: by what they share, by their lengths and kinds."""
    total = math.sqrt(one.weight * other.weight)
    shared = weights.of(one.terms & other.terms) / total if total else 0.0
    lengths = (min(one.size, other.size) + _SLACK) / (max(one.size, other.size) + _SLACK)
    kinds = _BY_KIND * (one.kind == other.kind) + _BY_BREVITY * (max(one.size, other.size) < _BRIEF)
    return shared + _BY_LENGTH * lengths**2 + kinds


def _join(one: _Piece, other: _Piece, weights: Weights) -> _Piece:
    """Join two pieces. Paragraphs make a paragraph; two items of a list are no item."""
    terms = one.terms | other.terms
    kind = one.kind if one.kind == other.kind != "list_item" else f"{one.kind} {other.kind}"
    return _Piece(kind, one.size + other.size, terms, weights.of(terms))


def _join_columns(one: _Column, other: _Column, weights: Weights) -> _Column:
    indices = tuple(mine + theirs for mine, theirs in zip(one.indices, other.indices, strict=True))
    pieces = tuple(
        _join(mine, theirs, weights) if mine and theirs else mine or theirs
        for mine, theirs in zip(one.pieces, other.pieces, strict=True)
    )
    return _Column(indices, pieces)
