"""Everything about an act but its content: who, when, and for whose eyes."""

import datetime
from typing import NamedTuple

import msgspec

from servanda.register.author import Author

PUBLIC = "public"
PARTIES = "parties"
REVIEWERS = "reviewers"
# The parties and the evaluators: drafts of verdicts, and what the parties reply (CODEBOOK V9).
REPLY = "reply"
CIRCLES = (PUBLIC, PARTIES, REVIEWERS, REPLY)


class Reach(NamedTuple):
    """For whose eyes something is, and from which day for everybody's."""

    visible_to: str
    public_from: datetime.date | None = None

    def on_day(self, day: datetime.date) -> str:
        """Return for whom it is visible on a day: what was to become public by then is public."""
        return PUBLIC if self.public_from is not None and self.public_from <= day else self.visible_to


class Circumstances(msgspec.Struct, frozen=True):
    """How an act comes to the register.

    ``entry`` is its number in the ledger, from 0; ``recorded`` the time of the record, in UTC; ``effective`` the day
    from which it holds. ``visible_to`` is ``public``, ``parties``, ``reviewers`` (which includes evaluators) or the
    id of one holder; from ``public_from`` on it is public.
    """

    author: Author
    entry: int
    recorded: datetime.datetime
    effective: datetime.date
    visible_to: str = PUBLIC
    public_from: datetime.date | None = None

    @property
    def reach(self) -> Reach:
        """For whose eyes the act is."""
        return Reach(self.visible_to, self.public_from)
