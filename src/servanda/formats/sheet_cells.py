"""Cells as files hold them, and back: by the kind of their column, and so that no program takes a text for a formula.

A text that begins as formulas do (= + - @ or a tab) goes out with an apostrophe before it, and so does one that begins
with apostrophes and then one of those; coming back, one apostrophe is taken off. That way nothing is run and nothing is
lost (``guarded``, ``unguarded``). What does not fit its column comes back as the text that stands there;
``sheet_differences`` names it.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from servanda.formats.sheet import Cell, Column, Problem, Sheet, shown, text_cell
from servanda.lexicon.language import LANGUAGES
from servanda.register.wording import Wording

_FORMULA = re.compile(r"'*[=+\-@\t]")
_GUARDED = re.compile(r"'+[=+\-@\t]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("'tis")
    ("'=1+1", "''=1+1", "'tis")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that ``guarded`` was given."""
    return text[1:] if _GUARDED.match(text) else text


def written(cell: Cell) -> str:
    """Return a cell as a file of text holds it."""
    return guarded(cell) if isinstance(cell, str) else shown(cell)


def read_cell(text: str, column: Column) -> Cell:
    """Return the cell that a text stands for in a column; the text itself where it does not fit the column."""
    kept = text_cell(text)
    if kept is None or column.kind in {"text", "period"}:
        return kept
    stripped = kept.strip()
    if column.kind == "number":
        return Decimal(stripped) if _NUMBER.fullmatch(stripped) else kept
    try:
        return datetime.date.fromisoformat(stripped) if _DAY.fullmatch(stripped) else kept
    except ValueError:
        return kept


def lay_out(
    identity: str,
    key: tuple[str, ...],
    known: Sequence[Column],
    headings: Sequence[str],
    rows: Iterable[tuple[int, Sequence[Cell]]],
    formulas: Mapping[tuple[int, int], str] | None = None,
) -> Sheet:
    """Return a sheet from the headings and numbered rows of a file.

    A heading may be a column's id, or its heading in any language. A column that is not known is kept as text under
    its heading; one that stands twice is taken once, and a problem says so. ``formulas`` are those that stand in cells,
    by row number and place: each is a problem. Rows in which nothing stands are left out.
    """
    names = {name.casefold(): column for column in known for name in _names(column)}
    columns: list[Column] = []
    places: list[int] = []
    problems: list[Problem] = []
    for place, heading in enumerate(headings):
        name = heading.strip()
        if not name:
            continue
        column = names.get(name.casefold()) or _unknown(name)
        if any(one.id == column.id for one in columns):
            problems.append(Problem("repeated_column", 1, column.id, name))
            continue
        columns.append(column)
        places.append(place)
    for (number, place), formula in (formulas or {}).items():
        if place in places:
            problems.append(Problem("formula", number, columns[places.index(place)].id, formula))
    kept: list[tuple[Cell, ...]] = []
    numbers: list[int] = []
    for number, cells in rows:
        row = tuple(
            _typed(cells[place] if place < len(cells) else None, column)
            for place, column in zip(places, columns, strict=True)
        )
        if any(cell is not None for cell in row):
            kept.append(row)
            numbers.append(number)
    consecutive = numbers == list(range(2, len(numbers) + 2))
    return Sheet(identity, tuple(columns), key, tuple(kept), () if consecutive else tuple(numbers), tuple(problems))


def _names(column: Column) -> tuple[str, ...]:
    return (column.id, *(column.heading.in_language(language) for language in LANGUAGES))


def _unknown(name: str) -> Column:
    return Column(name, Wording(name, name, name))


def _typed(cell: Cell, column: Column) -> Cell:
    """Return a cell as its column has it: a spreadsheet takes "2026" for a number wherever it stands."""
    holds = {"number": Decimal, "day": datetime.date}.get(column.kind, str)
    return cell if cell is None or (isinstance(cell, holds) and holds is not str) else read_cell(shown(cell), column)
