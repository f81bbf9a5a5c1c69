"""A commitment while it is being read: where it is, who undertakes it and how it was recognised."""

import dataclasses

from servanda.reading.commitments.force import Strength
from servanda.reading.commitments.subjects import Subject
from servanda.text.document import Block


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A stretch that undertakes something.

    ``clause`` is where its clause begins, before its subject: deadlines may stand there. ``joined`` says that it is a
    second verb of the subject of the draft before it.
    """

    start: int
    end: int
    clause: int
    block: Block
    subject: Subject
    strength: Strength
    rule: str
    joined: bool = False
    parent: "Draft | None" = None
