"""A commitment while it is being read: where it is, who undertakes it and how it was recognised."""

import dataclasses

from servanda.reading.commitments.force import Strength
from servanda.reading.commitments.subjects import Subject
from servanda.text.document import Block


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A stretch that undertakes something.

    ``clause`` is where its clause begins, before its subject: deadlines may stand there. ``parent`` is the draft of
    which it is a measure.
    """

    start: int
    end: int
    clause: int
    block: Block
    subject: Subject
    strength: Strength
    rule: str
    parent: "Draft | None" = None
