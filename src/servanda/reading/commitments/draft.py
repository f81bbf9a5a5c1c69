"""A commitment while it is being read: where it is, who undertakes it and how it was recognised."""

import msgspec

from servanda.reading.commitments.force import Strength
from servanda.reading.commitments.notes import Note
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a sentence that undertakes something.

    ``clause`` is where its clause begins, before its subject: deadlines may stand there. ``parent`` is the draft of
    which it is a measure. ``notes`` are what is noted of it: by when, and whose task it is.
    """

    start: int
    end: int
    clause: int
    sentence: Sentence
    subject: Subject
    strength: Strength
    rule: str
    parent: "Draft | None" = None
    notes: tuple[Note, ...] = ()
