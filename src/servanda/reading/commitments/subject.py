"""Who or what stands before a head (CODEBOOK I4)."""

from typing import Literal

from msgspec import Struct

SubjectKind = Literal[
    "agent",  # a state or who acts for one, with or without its name
    "collective",  # all parties: "both countries"
    "speaking",  # whoever speaks: "we"
    "singular",  # one who was spoken of: "it", "he"
    "plural",  # several who were: "they"
    "counterpart",  # the other one of two parties
    "instrument",  # an agreement, or a body that acts for no one party
    "money",
    "other",  # whatever else
    "stranger",  # what somebody who is no party's is said to say
    "none",  # nobody: the subject is left unsaid
]


class Subject(Struct, frozen=True, order=True, gc=False):
    """Who is before a head: from ``start`` to ``end``, of one kind, standing for these parties.

    ``reported`` says that somebody else is said to say it.
    """

    start: int
    end: int
    kind: SubjectKind
    parties: tuple[str, ...] = ()
    reported: bool = False
