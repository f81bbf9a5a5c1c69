"""A table that leaves and comes back: columns with permanent ids, rows of exact cells, and what is wrong with them.

The id of a column never changes and is the same in every language; its heading is what people read. A cell is a text,
an exact number, a day, or None where nothing stands.
"""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from servanda.register.wording import Wording

Cell = str | Decimal | datetime.date | None
Kind = Literal["text", "number", "day", "period"]
ProblemCode = Literal[
    "unknown_column", "repeated_column", "missing_column", "computed", "missing_key", "repeated_key", "required",
    "bad_number", "bad_day", "bad_period", "unknown_value", "formula",
]  # fmt: skip

BETWEEN = "; "  # between the values of a cell that holds several
# What XML cannot hold, and carriage returns, which no format keeps: a line ends with a line feed.
_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class SheetError(Exception):
    """A file that cannot be read as a table, or a table that a format cannot hold; the message says what to do."""


class Column(msgspec.Struct, frozen=True):
    """A column. ``period`` cells are texts as ``register.period`` writes them.

    ``allowed`` are the codes or references that a cell may hold, None where it is free. ``many`` cells hold several,
    joined by BETWEEN. What the codebook computes is ``computed``: it goes out and is not taken back.
    """

    id: str
    heading: Wording
    kind: Kind = "text"
    required: bool = False
    computed: bool = False
    many: bool = False
    allowed: tuple[str, ...] | None = None


class Problem(msgspec.Struct, frozen=True):
    """What is wrong, and where: the row as spreadsheets number it (the headings are row 1), and the column.

    ``expected`` is what would be right, where that can be listed.
    """

    code: ProblemCode
    row: int
    column: str
    value: str = ""
    expected: tuple[str, ...] = ()


class Sheet(msgspec.Struct, frozen=True):
    """A table; the cells under ``key`` tell one row from another.

    ``numbers`` are the rows' numbers in the file that was read, empty where they follow one another from 2 on;
    ``problems`` is what could not be read there. Raises ValueError for a row of another length than the columns, a
    number that is not finite, or a text with control characters other than line feed and tab.
    """

    id: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        for number, row in zip(self.row_numbers, self.rows, strict=True):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} of {self.id} has {len(row)} cells for {len(self.columns)} columns")
            for cell in row:
                if isinstance(cell, str) and (not cell or _REFUSED.search(cell)):
                    raise ValueError(
                        f"row {number} of {self.id}: a text is empty or holds control characters: {cell!r}"
                    )
                if isinstance(cell, Decimal) and not cell.is_finite():
                    raise ValueError(f"row {number} of {self.id}: {cell} is no finite number")

    @property
    def row_numbers(self) -> tuple[int, ...]:
        """The number of each row, as spreadsheets count."""
        return self.numbers or tuple(range(2, len(self.rows) + 2))

    def places(self) -> dict[str, int]:
        """Return where each column stands."""
        return {column.id: index for index, column in enumerate(self.columns)}

    def numbered(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield each row with its number."""
        return zip(self.row_numbers, self.rows, strict=True)


def text_cell(text: str) -> str | None:
    r"""Return a text as a cell can hold it: line ends as line feeds, no control characters, None where it is empty.

    >>> text_cell("one\r\ntwo\x00")
    'one\ntwo'
    """
    return _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")) or None


def shown(cell: Cell) -> str:
    """Return a cell as text: days as ISO 8601 writes them, numbers without an exponent.

    >>> shown(Decimal("1E+3")), shown(datetime.date(2026, 3, 31)), shown(None)
    ('1000', '2026-03-31', '')
    """
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return str(cell or "") if not isinstance(cell, datetime.date) else cell.isoformat()
