"""Tables of measures: each row is a commitment, and its other cells note by when it is due and whose task it is."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from servanda.lexicon.structure import structure_words
from servanda.reading.commitments.list_words import announces
from servanda.reading.commitments.notes import Note, labelled
from servanda.reading.commitments.told import Sentence

Role = Literal["measure", "date", "owner", "other"]
Cell = Sequence[Sentence]


class Measure(NamedTuple):
    """What a row of a table says is to be done, and what its other cells note of it."""

    sentences: Cell
    notes: tuple[Note, ...]


class Measures:
    """The table that is being read, by the roles that its first row gives its columns."""

    def __init__(self) -> None:
        self._columns: tuple[Role, ...] = ()

    def leave(self) -> None:
        """Note that the table is over."""
        self._columns = ()

    def head(self, cells: Sequence[Cell]) -> bool:
        """Whether a row is the head of a table of measures; its columns hold for the rows after it."""
        columns = tuple(_role(cell[0]) for cell in cells)
        if "measure" in columns and not {"date", "owner"}.isdisjoint(columns):
            self._columns = columns
            return True
        return False

    def row(self, cells: Sequence[Cell]) -> Measure | None:
        """Return the measure of a row; None outside such a table, and where it does not show which cell it is."""
        roles = self._roles(cells)
        if "measure" not in roles:
            return None
        notes = [
            Note(sentence, role)
            for cell, role in zip(cells, roles, strict=True)
            if role in {"date", "owner"}
            for sentence in cell
        ]
        return Measure(cells[roles.index("measure")], tuple(notes))

    def _roles(self, cells: Sequence[Cell]) -> tuple[Role, ...]:
        """Return the roles of a row's cells. An empty cell leaves no trace: then the others tell what they are."""
        if len(cells) == len(self._columns):
            return self._columns
        if len(cells) > len(self._columns) or self._columns[0] != "measure":
            return ()
        return ("measure", *("date" if cell[0].times else "owner" for cell in cells[1:]))


def _role(head: Sentence) -> Role:
    if (noted := labelled(head)) is not None:
        return noted
    word = head.scan.folded[head.start : head.end].split(" ", 1)[0]
    named = word in structure_words(head.language).measures
    return "measure" if named or announces(head) else "other"
