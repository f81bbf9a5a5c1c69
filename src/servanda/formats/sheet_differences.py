"""What a table that came back would change, cell by cell, and everything in it that cannot be taken as it stands."""

import datetime
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from servanda.formats.sheet import BETWEEN, Cell, Column, Problem, ProblemCode, Sheet, shown
from servanda.register.period import Period

RowKey = tuple[str, ...]


class CellChange(msgspec.Struct, frozen=True):
    """A cell that differs. ``row`` is its number in the table that came back; of a removed row, in the one before."""

    change: Literal["added", "changed", "removed"]
    key: RowKey
    row: int
    column: str
    before: Cell
    after: Cell


class Differences(msgspec.Struct, frozen=True):
    """What differs, in the order of the rows and columns that came back, then the rows that did not; and problems.

    A cell with a problem is among the problems only.
    """

    changes: tuple[CellChange, ...]
    problems: tuple[Problem, ...]


def differences(before: Sheet, after: Sheet) -> Differences:
    """Return what ``after`` changes in ``before``, which says which columns there are and what they may hold.

    Rows are known by their key. A column that did not come back changes nothing. A row whose key cannot be read, or
    stands twice, changes nothing: its problem says so.
    """
    lost = [Problem("missing_column", 1, name, expected=(name,)) for name in before.key if name not in after.places()]
    if lost:
        return Differences((), tuple(lost))
    problems = [*after.problems, *_columns(before, after)]
    old = {_key(before, row): (number, row) for number, row in before.numbered()}
    counted = Counter(_key(after, row) for _, row in after.numbered())
    changes: list[CellChange] = []
    for number, row in after.numbered():
        key = _key(after, row)
        if not all(key):
            problems.append(Problem("missing_key", number, before.key[key.index("")]))
        elif counted[key] > 1:
            problems.append(Problem("repeated_key", number, before.key[0], BETWEEN.join(key)))
        else:
            found, wrong = _row(before, after, (number, row), key, old.get(key))
            changes += found
            problems += wrong
    for key, (number, row) in old.items():
        if key not in counted:
            changes += [
                CellChange("removed", key, number, column.id, cell, None)
                for column, cell in zip(before.columns, row, strict=True)
                if cell is not None and not column.computed
            ]
    return Differences(tuple(changes), tuple(sorted(problems, key=lambda one: one.row)))


def _row(
    before: Sheet,
    after: Sheet,
    came: tuple[int, tuple[Cell, ...]],
    key: RowKey,
    old: tuple[int, tuple[Cell, ...]] | None,
) -> tuple[list[CellChange], list[Problem]]:
    number, row = came
    places = after.places()
    faulty = {problem.column for problem in after.problems if problem.row == number}
    changes: list[CellChange] = []
    problems: list[Problem] = []
    for place, column in enumerate(before.columns):
        cell = row[places[column.id]] if column.id in places else None
        stood = old[1][place] if old is not None else None
        untouched = old is not None and (column.id not in places or cell == stood)
        if column.id in faulty or untouched or (column.computed and cell is None):
            continue
        if problem := _problem(column, cell, number):
            problems.append(problem)
        elif cell is not None or old is not None:
            changes.append(CellChange("changed" if old else "added", key, number, column.id, stood, cell))
    return changes, problems


def _problem(column: Column, cell: Cell, row: int) -> Problem | None:
    """Return why a new cell cannot be taken, if it cannot."""
    if column.computed:
        return Problem("computed", row, column.id, shown(cell))
    if cell is None:
        return Problem("required", row, column.id, expected=column.allowed or ()) if column.required else None
    code: ProblemCode | None = None
    if column.kind == "number" and not isinstance(cell, Decimal):
        code = "bad_number"
    elif column.kind == "day" and not isinstance(cell, datetime.date):
        code = "bad_day"
    elif column.kind == "period" and not _is_period(shown(cell)):
        code = "bad_period"
    if code is not None:
        return Problem(code, row, column.id, shown(cell))
    for value in _values(column, shown(cell)):
        if column.allowed is not None and value not in column.allowed:
            return Problem("unknown_value", row, column.id, value, column.allowed)
    return None


def _values(column: Column, text: str) -> Iterator[str]:
    yield from (part.strip() for part in text.split(BETWEEN.strip())) if column.many else (text,)


def _is_period(text: str) -> bool:
    try:
        Period(text)
    except ValueError:
        return False
    return True


def _columns(before: Sheet, after: Sheet) -> Iterator[Problem]:
    known = before.places()
    for column in after.columns:
        if column.id not in known:
            yield Problem("unknown_column", 1, column.id, expected=tuple(known))


def _key(sheet: Sheet, row: tuple[Cell, ...]) -> RowKey:
    places = sheet.places()
    return tuple(shown(row[places[name]]) for name in sheet.key)
